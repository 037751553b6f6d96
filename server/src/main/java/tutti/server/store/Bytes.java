package tutti.server.store;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** An immutable run of bytes, equal by content. Safe on any thread. */
public final class Bytes {
    /** No bytes at all. */
    public static final Bytes NONE = new Bytes(new byte[0]);

    private final byte[] raw;

    private Bytes(byte[] raw) {
        this.raw = raw;
    }

    /** A copy of {@code bytes}. */
    public static Bytes of(byte[] bytes) {
        return bytes.length == 0 ? NONE : new Bytes(bytes.clone());
    }

    /** {@code text} in UTF-8. */
    public static Bytes utf8(String text) {
        return owning(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Takes the array over without a copy; nobody else may keep it. */
    static Bytes owning(byte[] bytes) {
        return bytes.length == 0 ? NONE : new Bytes(bytes);
    }

    /** How many bytes. */
    public int size() {
        return raw.length;
    }

    /** A copy that the caller owns. */
    public byte[] toArray() {
        return raw.clone();
    }

    /** A read-only view; nothing is copied. */
    public ByteBuffer view() {
        return ByteBuffer.wrap(raw).asReadOnlyBuffer();
    }

    /** Reads the content from its beginning; nothing is copied. */
    public InputStream stream() {
        return new ByteArrayInputStream(raw);
    }

    /** The content as UTF-8 text; malformed input becomes U+FFFD. */
    public String text() {
        return new String(raw, StandardCharsets.UTF_8);
    }

    /** The SHA-256 of the content: 32 bytes. */
    public Bytes sha256() {
        return sha256(NONE, this);
    }

    /** The SHA-256 of {@code head} followed by {@code tail}: 32 bytes. */
    static Bytes sha256(Bytes head, Bytes tail) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(head.raw);
            return new Bytes(digest.digest(tail.raw));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    /** The array itself, for JDBC and files; never to be changed or let out of this package. */
    byte[] raw() {
        return raw;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Bytes that && Arrays.equals(raw, that.raw);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(raw);
    }

    @Override
    public String toString() {
        return raw.length + " bytes";
    }
}
