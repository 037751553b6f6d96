package tutti.server.store;

/**
 * Something in the store is not as it was written.
 *
 * @param where which thing: {@code "session x, row 17"}, {@code "CURRENT"}
 * @param what what is wrong with it, in words for the operator
 */
public record Damage(String where, String what) {
    @Override
    public String toString() {
        return where + ": " + what;
    }
}
