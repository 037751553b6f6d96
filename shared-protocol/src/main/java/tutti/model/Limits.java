package tutti.model;

/** Bounds of the document that are not the range of one field. Both ends of the protocol use these names. */
public final class Limits {
    /** Live (not deleted) tracks of a session. */
    public static final int TRACKS = 32;
    /** Live sections of a song. */
    public static final int SECTIONS = 128;
    /** Live mute sets. */
    public static final int MUTE_SETS = 32;
    /** Live named moments. */
    public static final int MOMENTS = 256;
    /** Beats in a bar. */
    public static final int BEATS = 16;
    /** Bars of a pattern, and those after which a lane can begin anew. */
    public static final int BARS = 64;
    /** Steps that a lane can hold, whatever its length shows. */
    public static final int STEPS = 128;
    /** Parameter locks on one step. */
    public static final int LOCKS = 8;
    /** Further notes of a chord beside the step's own pitch. */
    public static final int CHORD = 3;
    /** Sample hashes a track can name. */
    public static final int SAMPLES = 16;
    /** Weight of a document: its values that differ from their default, long ones more, and its nodes. */
    public static final int WEIGHT = 200_000;
    /** What a node weighs besides its values, deleted or not: as much as a track can have lanes. */
    public static final int NODE_WEIGHT = 16;
    /** Bytes of a value's text that weigh one more each time that they are full. */
    public static final int WEIGHED_BYTES = 64;
    /** Characters of a node's id. */
    public static final int NODE_ID = 40;
    /** Characters of a session's id. */
    public static final int SESSION_ID = 64;
    /** Characters of a name given by a person. */
    public static final int NAME = 100;
    /** Characters of a sibling's position key. */
    public static final int POSITION = 64;

    private Limits() {}
}
