package tutti.server.store;

/** What a test in another package must know of the store's schemas. */
public final class Schemas {
    private Schemas() {}

    /** The one that this server writes; each from 1 on was released. */
    public static int newest() {
        return Schema.NEWEST;
    }
}
