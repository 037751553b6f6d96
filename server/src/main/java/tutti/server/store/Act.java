package tutti.server.store;

/**
 * Something that happened in a session and is no row: it has no seq, no chain, and nothing waits for it.
 *
 * @param wall milliseconds since 1970
 * @param micros room time
 * @param member who did it
 * @param what canonical bytes; the store does not read them
 */
public record Act(long wall, long micros, String member, Bytes what) {
    /** @throws IllegalArgumentException if something is over its limit */
    public Act {
        Checks.within(member.length(), Limits.PEER_ID, "characters of a member's id");
        Checks.within(what.size(), Limits.ACT_BYTES, "bytes of an act");
    }
}
