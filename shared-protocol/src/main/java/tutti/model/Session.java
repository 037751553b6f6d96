package tutti.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The musical document, whole and immutable.
 *
 * @param name what people call it; may be empty
 * @param tempo centi-BPM: hundredths of a quarter note a minute
 * @param meter beats in a bar, and the note value of one
 * @param swing how late the second unit of each pair is, per mille of half a unit; shown as 50 + swing / 40 per cent
 * @param swingUnit the note value that swings
 * @param root of the key, 0 = C to 11 = B
 * @param scale of the key
 * @param keyLock notes outside the key are not offered
 * @param patterns always sixteen, A to P
 * @param loop the part of every pattern that repeats, first and last in sixteenths; null: all of it
 * @param seed of everything left to chance
 * @param copiedFrom id of the session that this was copied from, or empty; set at birth only
 * @param frozen refuses every edit; set at birth only
 * @param effects of the whole room
 */
public record Session(
        String name,
        int tempo,
        Meter meter,
        int swing,
        SwingUnit swingUnit,
        int root,
        Scale scale,
        boolean keyLock,
        Optional<LoopRegion> loop,
        int seed,
        String copiedFrom,
        boolean frozen,
        Effects effects,
        Shelf<Track> tracks,
        Shelf<Section> sections,
        Shelf<MuteSet> muteSets,
        Shelf<Moment> moments,
        List<Pattern> patterns) {
    /** All defaults: 120 BPM, 4/4, C minor, no track. */
    public static final Session BLANK = new Session(
            "",
            12_000,
            Meter.COMMON,
            0,
            SwingUnit.SIXTEENTH,
            0,
            Scale.MINOR,
            false,
            Optional.empty(),
            0,
            "",
            false,
            Effects.BLANK,
            Shelf.empty(),
            Shelf.empty(),
            Shelf.empty(),
            Shelf.empty(),
            Collections.nCopies(PatternSlot.values().length, Pattern.BLANK));

    private static final Component<Session, Shelf<Track>> TRACKS = of("tracks", Session::tracks);
    private static final Component<Session, Shelf<Section>> SECTIONS = of("sections", Session::sections);
    private static final Component<Session, Shelf<MuteSet>> MUTE_SETS = of("muteSets", Session::muteSets);
    private static final Component<Session, Shelf<Moment>> MOMENTS = of("moments", Session::moments);
    private static final Component<Session, Effects> EFFECTS = of("effects", Session::effects);
    private static final Component<Session, List<Pattern>> PATTERNS = of("patterns", Session::patterns);

    private static <T> Component<Session, T> of(String name, Function<Session, T> get) {
        return Component.of(Session.class, name, get);
    }

    /** The pattern in that slot. */
    public Pattern pattern(PatternSlot slot) {
        return patterns.get(slot.index());
    }

    /** The tracks that are not deleted, in the order in which people see them. */
    public List<Shelf.Entry<Track>> liveTracks() {
        return tracks.entries().stream()
                .filter(entry -> !entry.node().deleted())
                .sorted(Comparator.comparing(entry -> entry.node().position()))
                .toList();
    }

    /** This session with other tracks. */
    public Session withTracks(Shelf<Track> next) {
        return TRACKS.with(this, next);
    }

    /** This session with other sections. */
    public Session withSections(Shelf<Section> next) {
        return SECTIONS.with(this, next);
    }

    /** This session with other mute sets. */
    public Session withMuteSets(Shelf<MuteSet> next) {
        return MUTE_SETS.with(this, next);
    }

    /** This session with other moments. */
    public Session withMoments(Shelf<Moment> next) {
        return MOMENTS.with(this, next);
    }

    /** This session with other effects. */
    public Session withEffects(Effects next) {
        return EFFECTS.with(this, next);
    }

    /** This session with another pattern in that slot. */
    public Session with(PatternSlot slot, Pattern pattern) {
        List<Pattern> next = new ArrayList<>(patterns);
        next.set(slot.index(), pattern);
        return PATTERNS.with(this, Collections.unmodifiableList(next));
    }
}
