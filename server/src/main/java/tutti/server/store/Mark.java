package tutti.server.store;

/** A place in a session's history: the state after row {@code seq}, which {@code chain} vouches for. */
public record Mark(long seq, Chain chain) {
    /** @throws IllegalArgumentException if seq is negative or over {@link Limits#SEQ} */
    public Mark {
        if (seq < 0 || seq > Limits.SEQ) {
            throw new IllegalArgumentException("seq " + seq + " is not within 0 and " + Limits.SEQ);
        }
    }

    /** The place after one more row. */
    public Mark next(Bytes row) {
        return new Mark(seq + 1, chain.next(row));
    }
}
