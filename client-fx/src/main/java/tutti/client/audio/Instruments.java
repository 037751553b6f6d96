package tutti.client.audio;

import java.util.Optional;
import tutti.model.Instrument;
import tutti.model.Track;

/**
 * Finds what plays a track: {@code sample:<id>} from the catalogue, {@code sub}, {@code legacy:<id>} by what stands in
 * for it. What is not known is kept and silent; nothing ever plays in its place unasked.
 * Thread-safe.
 */
public final class Instruments {
    static final String SAMPLE = "sample:";
    static final String LEGACY = "legacy:";

    private final SoundCatalogue catalogue;

    /** Looks sounds up in that catalogue. */
    public Instruments(SoundCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * What a track is played as: itself, or what stands in for its legacy sound; nothing if its sound is unknown or
     * none.
     */
    Optional<Track> played(Track track) {
        Instrument instrument = track.instrument();
        if (instrument.code().startsWith(LEGACY)) {
            return catalogue
                    .legacy(instrument.code().substring(LEGACY.length()))
                    .map(SoundCatalogue.Legacy::as);
        }
        boolean known = instrument.equals(Instrument.SUB) || sound(instrument).isPresent();
        return known ? Optional.of(track) : Optional.empty();
    }

    /** The catalogue's sound that a reference names, if it is one. */
    public Optional<Sound> sound(Instrument instrument) {
        return instrument.code().startsWith(SAMPLE)
                ? catalogue.sound(instrument.code().substring(SAMPLE.length()))
                : Optional.empty();
    }

    /** The patch of what {@link #played} found. Blocks while a recording is decoded the first time. */
    Patch patch(Track played) {
        Optional<Sound> sound = sound(played.instrument());
        if (sound.isEmpty()) {
            return new Patch.Subtractive(new SubPatch(played.sub()));
        }
        return new Patch.Sampled(
                catalogue.pcm(sound.get()),
                sound.get().tuning(),
                played.sampling().start(),
                played.sampling().reverse(),
                !sound.get().held());
    }
}
