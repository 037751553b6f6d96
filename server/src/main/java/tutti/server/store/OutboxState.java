package tutti.server.store;

/**
 * What one window of one member was answered.
 *
 * @param settled highest number that was answered
 * @param verdicts the last refusals and skips, in canonical bytes
 */
public record OutboxState(String member, String outbox, long settled, Bytes verdicts) {
    /** @throws IllegalArgumentException if something is over its limit */
    public OutboxState {
        Checks.within(member.length(), Limits.PEER_ID, "characters of member id");
        Checks.within(outbox.length(), Limits.PEER_ID, "characters of outbox id");
        Checks.within(verdicts.size(), Limits.VERDICT_BYTES, "bytes of verdicts");
        if (settled < 0) {
            throw new IllegalArgumentException("settled " + settled);
        }
    }
}
