package tutti.server.store;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which parts make a session's newest snapshot. Parts are only added; it is the manifest that is read.
 *
 * @param at the place that the snapshot shows
 * @param next number of the next part to be added
 * @param parts by path
 */
record Manifest(Mark at, long next, SortedMap<String, Part> parts) {
    /** One part: its number in the session, and the SHA-256 of its bytes. */
    record Part(long number, Bytes hash) {}

    Manifest {
        parts = Collections.unmodifiableSortedMap(new TreeMap<>(parts));
    }

    Bytes encode() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeLong(at.seq());
            out.write(at.chain().bytes().raw());
            out.writeLong(next);
            out.writeInt(parts.size());
            for (var entry : parts.entrySet()) {
                out.writeUTF(entry.getKey());
                out.writeLong(entry.getValue().number());
                out.write(entry.getValue().hash().raw());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return Bytes.owning(bytes.toByteArray());
    }

    /**
     * Reads what {@link #encode} wrote.
     *
     * @throws StoreDamaged if the bytes are anything else
     */
    static Manifest decode(Bytes bytes, String where) throws StoreDamaged {
        try (DataInputStream in = new DataInputStream(bytes.stream())) {
            Mark at = new Mark(in.readLong(), new Chain(hash(in)));
            long next = in.readLong();
            SortedMap<String, Part> parts = new TreeMap<>();
            for (int left = in.readInt(); left > 0; left--) {
                parts.put(in.readUTF(), new Part(in.readLong(), hash(in)));
            }
            return new Manifest(at, next, parts);
        } catch (IOException | IllegalArgumentException damaged) {
            throw new StoreDamaged(where, "its manifest cannot be read: " + damaged.getMessage());
        }
    }

    private static Bytes hash(DataInputStream in) throws IOException {
        byte[] hash = new byte[Chain.SIZE];
        in.readFully(hash);
        return Bytes.owning(hash);
    }
}
