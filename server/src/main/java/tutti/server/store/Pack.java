package tutti.server.store;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * Rows of a session that follow one another, compressed. Only their bytes are kept: the chain follows from them, and
 * must lead from {@code before} to {@code after}. A chain that begins anew ends a pack.
 *
 * @param before the place that the first row follows
 * @param after the place that the last row led to
 * @param size bytes of the body before it was compressed
 * @param body a byte that names its form, then in zlib: for each row its length in four bytes, and its bytes
 */
record Pack(Mark before, Mark after, int size, Bytes body) {
    /** The only form of a body yet. A form never changes; another way to pack is another form. */
    private static final byte PLAIN = 1;

    /** The pack of these rows; there is at least one. */
    static Pack of(Mark before, List<Row> rows) {
        ByteArrayOutputStream raw = new ByteArrayOutputStream();
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        packed.write(PLAIN);
        Deflater best = new Deflater(Deflater.BEST_COMPRESSION);
        try (DataOutputStream out = new DataOutputStream(raw);
                DeflaterOutputStream deflated = new DeflaterOutputStream(packed, best)) {
            for (Row row : rows) {
                out.writeInt(row.bytes().size());
                out.write(row.bytes().raw());
            }
            raw.writeTo(deflated);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } finally {
            best.end();
        }
        return new Pack(before, rows.getLast().at(), raw.size(), Bytes.owning(packed.toByteArray()));
    }

    /** The seq of its first row. */
    long first() {
        return before.seq() + 1;
    }

    /** How many rows are in it. */
    int held() {
        return (int) (after.seq() - before.seq());
    }

    /** The check sum that its table row carries. */
    int sum(long key) {
        return new Sum()
                .add(key)
                .add(held())
                .add(size)
                .add(before.chain().bytes())
                .add(after.chain().bytes())
                .add(body)
                .value();
    }

    /**
     * The rows, each with its chain.
     *
     * @throws StoreDamaged if they are not what was packed
     */
    List<Row> rows(String where) throws StoreDamaged {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(inflate()))) {
            List<Row> rows = new ArrayList<>(held());
            Mark at = before;
            while (in.available() > 0) {
                byte[] bytes = new byte[in.readInt()];
                in.readFully(bytes);
                rows.add(Row.after(at, Bytes.owning(bytes)));
                at = rows.getLast().at();
            }
            if (!at.equals(after)) {
                throw damaged(where, "its rows do not lead to its end");
            }
            return rows;
        } catch (StoreDamaged damaged) {
            throw damaged;
        } catch (IOException | IllegalArgumentException | NegativeArraySizeException unreadable) {
            throw damaged(where, "it cannot be read: " + unreadable.getMessage());
        }
    }

    private byte[] inflate() throws IOException {
        InputStream packed = body.stream();
        if (packed.read() != PLAIN) {
            throw new IOException("it has a form that this server does not know");
        }
        try (InflaterInputStream in = new InflaterInputStream(packed)) {
            byte[] raw = in.readNBytes(size);
            if (raw.length != size || in.read() >= 0) {
                throw new IOException("it is not as long as it was");
            }
            return raw;
        }
    }

    /** Damage of this pack, named by the rows that are in it. */
    StoreDamaged damaged(String where, String what) {
        return new StoreDamaged(where + ", pack of rows " + first() + " to " + after.seq(), what);
    }
}
