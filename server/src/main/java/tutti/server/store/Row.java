package tutti.server.store;

/** One row of a session: the canonical bytes that were appended, and the place they led to. */
public record Row(Mark at, Bytes bytes) {
    /** @throws IllegalArgumentException if the bytes are more than {@link Limits#ROW_BYTES} */
    public Row {
        if (bytes.size() > Limits.ROW_BYTES) {
            throw new IllegalArgumentException("a row of " + bytes.size() + " bytes");
        }
    }

    /** The row that these bytes make after {@code before}. */
    public static Row after(Mark before, Bytes bytes) {
        return new Row(before.next(bytes), bytes);
    }

    /** Its place in the session, from 1. */
    public long seq() {
        return at.seq();
    }

    /** Whether this row is the one that follows {@code before}: its seq and its chain. */
    public boolean follows(Mark before) {
        return at.equals(before.next(bytes));
    }
}
