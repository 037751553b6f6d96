package tutti.server.store;

/** How far back a load reaches: the longest tail of rows with at most this many rows and this many bytes. */
public record Window(int rows, long bytes) {
    /** @throws IllegalArgumentException if a bound is negative */
    public Window {
        if (rows < 0 || bytes < 0) {
            throw new IllegalArgumentException("a window of " + rows + " rows and " + bytes + " bytes");
        }
    }
}
