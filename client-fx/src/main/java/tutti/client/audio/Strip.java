package tutti.client.audio;

import tutti.model.FilterSettings;
import tutti.model.Track;

/** What a channel does with its track's sound, in the units of its loop. Immutable; made by the compiler. */
final class Strip {
    /** A channel without a track. */
    static final Strip NONE = new Strip(Track.BLANK);

    /** Drive keeps the level of what is at half of full scale. */
    private static final double HALF = 0.5;

    final float left;
    final float right;
    final boolean driven;
    final double drive;
    final double makeup;
    final FilterSettings.Type filter;
    final double cut;
    final double damping;

    Strip(Track track) {
        double gain = track.mute() ? 0 : Dsp.gain(track.volume() / 1_000.0);
        double pan = track.pan() / 1_000.0;
        left = (float) (gain * side(-pan));
        right = (float) (gain * side(pan));
        driven = track.drive() > 0;
        drive = Dsp.gain(track.drive() / 1_000.0);
        makeup = HALF / Dsp.bend(HALF * drive);
        FilterSettings settings = track.filter();
        filter = settings.type();
        cut = StateFilter.warped(settings.cutoff());
        damping = StateFilter.damping(settings.resonance());
    }

    /** Constant power, 0 dB in the middle: √2·sin; {@code towards} from −1 (away) to 1. */
    private static double side(double towards) {
        return StrictMath.sqrt(2) * StrictMath.sin(Math.PI / 4 * (1 + towards));
    }
}
