package tutti.server.api;

/** Every bound of the server's life, by name. */
public final class Limits {
    /** Milliseconds after ready in which somebody may come, before a server that ends when empty ends. */
    public static final long NOBODY_CAME_MILLIS = 30_000;
    /** Milliseconds of emptiness after which it ends: who goes from one room to the next is out for a moment. */
    public static final long EMPTY_MILLIS = 2_000;
    /** Milliseconds between two looks at whether it is empty. */
    public static final long LOOK_MILLIS = 250;
    /** Milliseconds between two looks at the heap. */
    public static final long LOOK_HEAP_MILLIS = 2_000;
    /** Bytes of old objects, dead ones too, that are left alone. */
    public static final long OLD_BYTES = 64L << 20;
    /** Milliseconds between two collections of all of the heap: each stops the server for a tenth of a second. */
    public static final long COLLECT_MILLIS = 30_000;
    /** Addresses of this machine that are printed for others. */
    public static final int ADDRESSES = 8;

    private Limits() {}
}
