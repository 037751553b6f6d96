package tutti.server.store;

/**
 * What a store was synced with last, and so may be told.
 *
 * @param position how much was ever written to it
 * @param length bytes of its file that hold all of it; 0 if that is not known
 */
record Told(long position, long length) {}
