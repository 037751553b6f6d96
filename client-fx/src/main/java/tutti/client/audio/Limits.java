package tutti.client.audio;

/** Bounds of the engine. Everything of these sizes is made once, before the first frame. */
final class Limits {
    /** Frames a second in which the engine renders on every machine. */
    static final int RATE = 48_000;
    /** Voices that sound at full strength at once, over all decks. */
    static final int VOICES = 64;
    /** Further voices that are only fading out after they were stolen or choked. */
    static final int TAILS = 64;
    /** Tracks that a score can hold: the document's own bound. */
    static final int SLOTS = tutti.model.Limits.TRACKS;
    /** Frames that are rendered at one go inside a block; larger blocks are cut. */
    static final int CHUNK = 256;
    /** Note starts that can fall into one chunk: 32 lanes, 2 parts, 8 hits at the fastest steps, and as many again. */
    static final int EVENTS = 1_024;
    /** Notes that wait to be auditioned. */
    static final int AUDITIONS = 64;
    /** Largest sample that is decoded: a minute. */
    static final int SAMPLE_FRAMES = 60 * RATE;

    private Limits() {}
}
