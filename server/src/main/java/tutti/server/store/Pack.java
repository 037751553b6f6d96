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
 * @param body a byte that names its form, then what that says; a form never changes, another way to pack is another
 *     form. Plain, in zlib: for each row its length in four bytes, and its bytes. Columns: {@link Columns}
 */
record Pack(Mark before, Mark after, int size, Bytes body) {
    /** Of what does not shrink to one part in so many, the old form is tried, too. */
    private static final int WORSE = 4;
    /** Rows as they are, one after the other. */
    private static final byte PLAIN = 1;
    /** Rows as templates and columns. */
    private static final byte COLUMNS = 2;

    /** The pack of these rows; there is at least one. */
    static Pack of(Mark before, List<Row> rows) {
        int size = rows.stream().mapToInt(Pack::size).sum();
        Bytes body = columns(before.seq() + 1, rows);
        if (body.size() > size / WORSE) { // rows that have little in common
            Bytes plain = plain(rows);
            body = plain.size() < body.size() ? plain : body;
        }
        return new Pack(before, rows.getLast().at(), size, body);
    }

    /** This pack in the form that new ones have. */
    Pack renewed(String where) throws StoreDamaged {
        return body.raw()[0] == PLAIN ? of(before, rows(where)) : this;
    }

    /** Bytes that a row takes in a pack before it is compressed. */
    static int size(Row row) {
        return Integer.BYTES + row.bytes().size();
    }

    static Bytes columns(long first, List<Row> rows) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(body)) {
            out.writeByte(COLUMNS);
            Columns.write(out, first, rows.stream().map(Row::bytes).toList());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return Bytes.owning(body.toByteArray());
    }

    /** The form that every older pack has. */
    static Bytes plain(List<Row> rows) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.write(PLAIN);
        try (Deflater best = new Deflater(Deflater.BEST_COMPRESSION);
                DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(body, best))) {
            for (Row row : rows) {
                out.writeInt(row.bytes().size());
                out.write(row.bytes().raw());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return Bytes.owning(body.toByteArray());
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
        try (DataInputStream in = new DataInputStream(body.stream())) {
            List<Row> rows = new ArrayList<>(held());
            Mark at = before;
            for (Bytes row : rows(in)) {
                rows.add(Row.after(at, row));
                at = rows.getLast().at();
            }
            if (!at.equals(after)) {
                throw damaged(where, "its rows do not lead to its end");
            }
            return rows;
        } catch (StoreDamaged damaged) {
            throw damaged;
        } catch (IOException | RuntimeException unreadable) {
            throw damaged(where, "it cannot be read: " + unreadable.getMessage());
        }
    }

    private List<Bytes> rows(DataInputStream in) throws IOException {
        return switch (in.readByte()) {
            case PLAIN -> plainRows(in);
            case COLUMNS -> columnRows(in);
            default -> throw new IOException("it has a form that this server does not know");
        };
    }

    private List<Bytes> columnRows(DataInputStream in) throws IOException {
        Columns.Reader columns = new Columns.Reader(in);
        List<Bytes> rows = new ArrayList<>(held());
        for (long seq = first(); seq <= after.seq(); seq++) {
            rows.add(columns.next(seq));
        }
        return rows;
    }

    private List<Bytes> plainRows(InputStream packed) throws IOException {
        List<Bytes> rows = new ArrayList<>(held());
        DataInputStream raw = new DataInputStream(new ByteArrayInputStream(inflate(packed)));
        while (raw.available() > 0) {
            byte[] bytes = new byte[raw.readInt()];
            raw.readFully(bytes);
            rows.add(Bytes.owning(bytes));
        }
        return rows;
    }

    private byte[] inflate(InputStream packed) throws IOException {
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
