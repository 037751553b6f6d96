package tutti.server.store;

import java.util.HexFormat;

/**
 * One link of a session's chain: 32 bytes that vouch for all rows up to a seq. It begins with a random value, and
 * {@code chain(n) = SHA-256(chain(n-1) ++ bytes of row n)}.
 */
public record Chain(Bytes bytes) {
    /** Length of every link, in bytes. */
    public static final int SIZE = 32;

    /** @throws IllegalArgumentException unless there are exactly 32 bytes */
    public Chain {
        if (bytes.size() != SIZE) {
            throw new IllegalArgumentException("a chain link has " + SIZE + " bytes, not " + bytes.size());
        }
    }

    /** The link after this one, for a row with these canonical bytes. */
    public Chain next(Bytes row) {
        return new Chain(Bytes.sha256(bytes, row));
    }

    /** 64 lower-case hex digits. */
    public String hex() {
        return HexFormat.of().formatHex(bytes.raw());
    }

    /**
     * Reads what {@link #hex} wrote.
     *
     * @throws IllegalArgumentException if the text is anything but 64 hex digits
     */
    public static Chain ofHex(String hex) {
        return new Chain(Bytes.owning(HexFormat.of().parseHex(hex)));
    }

    @Override
    public String toString() {
        return hex();
    }
}
