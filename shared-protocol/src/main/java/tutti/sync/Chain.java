package tutti.sync;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The hash of a session's whole history up to a row. It begins with a random value at a seq that the head keeps;
 * {@code chain(n) = SHA-256(chain(n-1), canonical bytes of row n)}.
 *
 * @param hex 64 lower-case hexadecimal digits
 */
public record Chain(String hex) {
    /** No history at all: what a client knows that never had this session. */
    public static final Chain NONE = new Chain("0".repeat(64));

    private static final int DIGITS = 64;

    /** @throws IllegalArgumentException if the text is no hash */
    public Chain {
        if (!isHash(hex)) {
            throw new IllegalArgumentException("a chain has 64 hexadecimal digits");
        }
    }

    /** The chain that {@code hex} spells, or nothing. */
    public static Optional<Chain> parse(String hex) {
        return isHash(hex) ? Optional.of(new Chain(hex)) : Optional.empty();
    }

    /** By hand: every row makes a chain, and a pattern took as long as the hash. */
    private static boolean isHash(String hex) {
        boolean all = hex.length() == DIGITS;
        for (int i = 0; all && i < DIGITS; i++) {
            char c = hex.charAt(i);
            all = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
        }
        return all;
    }

    /** The chain of these 32 bytes. */
    public static Chain of(byte[] bytes) {
        return new Chain(HexFormat.of().formatHex(bytes));
    }

    /** The 32 bytes. */
    public byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }

    /** The chain after a row of this canonical text. */
    public Chain then(String row) {
        MessageDigest digest = digest();
        digest.update(bytes());
        return of(digest.digest(row.getBytes(StandardCharsets.UTF_8)));
    }

    static byte[] sha256(byte[] bytes) {
        return digest().digest(bytes);
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
