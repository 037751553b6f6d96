package tutti.server.store;

/**
 * How far the copy of a session is.
 *
 * @param version of its head; while that is the store's, all that is updated in place is the store's too
 * @param seq its last row
 * @param parts number of the first part that was not looked at
 * @param earlier the last place of which an earlier manifest was copied; -1 if none was
 * @param acts number of its last act
 */
record Reached(long version, long seq, long parts, long earlier, long acts) {
    /** Nothing of it is there. */
    static final Reached NOTHING = new Reached(0, 0, 0, -1, 0);

    /** The same, of a head that has moved on. */
    Reached at(long newVersion) {
        return new Reached(newVersion, seq, parts, earlier, acts);
    }

    Reached withActs(long last) {
        return new Reached(version, seq, parts, earlier, last);
    }
}
