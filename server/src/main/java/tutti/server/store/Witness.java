package tutti.server.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/**
 * A small file outside the store that knows how far the store was synced: H2 opens a damaged file at an older version,
 * or empty, and says nothing; and the system may show what was never synced. Two slots in sectors of their own are
 * overwritten in turn, so that one is always whole; they are forced only at the close, because an older witness is only
 * a lower bound. One thread at a time.
 */
final class Witness implements AutoCloseable {
    private static final String FILE = "witness";
    private static final int SLOT = 512;
    private static final int ID = 32;
    private static final int SUMMED = Long.BYTES + ID;
    private static final int USED = SUMMED + Integer.BYTES;
    /** The length has a sum of its own, over all before it: the first versions of this file end earlier. */
    private static final int LENGTH_SUMMED = USED + Long.BYTES;

    private static final int ALL = LENGTH_SUMMED + Integer.BYTES;

    private final FileChannel file;
    private final byte[] storeId;
    private final long length;
    private long position;
    private int turn;

    private Witness(FileChannel file, String storeId, long position, long length) {
        this.file = file;
        this.storeId = storeId.getBytes(StandardCharsets.ISO_8859_1);
        this.position = position;
        this.length = length;
    }

    /** Makes the witness of a store in which nothing was written. */
    static void create(Disk disk, Path folder, String storeId) throws IOException {
        create(disk, folder, storeId, 0);
    }

    /** Makes the witness of a store that is synced up to {@code position}. */
    static void create(Disk disk, Path folder, String storeId, long position) throws IOException {
        try (FileChannel file = disk.open(
                folder.resolve(FILE),
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE)) {
            Witness witness = new Witness(file, storeId, position, 0);
            witness.note(position, 0);
            witness.note(position, 0);
            file.force(true);
        }
        disk.force(folder);
    }

    /**
     * Opens the witness of this store.
     *
     * @throws StoreDamaged if no slot of it speaks of this store
     */
    static Witness open(Disk disk, Path folder, String storeId) throws IOException {
        byte[] content = content(folder);
        long position = position(content, storeId);
        long length = Math.min(length(content, 0, storeId), length(content, SLOT, storeId));
        return new Witness(disk.open(folder.resolve(FILE), StandardOpenOption.WRITE), storeId, position, length);
    }

    /** Whether there is a witness in this folder, of whatever store. */
    static boolean exists(Path folder) {
        return Files.exists(folder.resolve(FILE));
    }

    /**
     * The highest position that was noted of this store, by the witness in this folder.
     *
     * @throws StoreDamaged if no slot of it speaks of this store
     */
    static long position(Path folder, String storeId) throws IOException {
        return position(content(folder), storeId);
    }

    private static byte[] content(Path folder) throws IOException {
        try {
            return Files.readAllBytes(folder.resolve(FILE));
        } catch (NoSuchFileException missing) {
            throw new StoreDamaged(FILE, "the file that knows how far the store was synced is missing");
        }
    }

    private static long position(byte[] content, String storeId) throws StoreDamaged {
        long position = Math.max(slot(content, 0, storeId), slot(content, SLOT, storeId));
        if (position < 0) {
            throw new StoreDamaged(FILE, "it is damaged, or belongs to another store than " + storeId);
        }
        return position;
    }

    /** The position in a slot, or -1 if it is torn or of another store. */
    private static long slot(byte[] content, int from, String storeId) {
        if (content.length < from + USED) {
            return -1;
        }
        ByteBuffer slot = ByteBuffer.wrap(content, from, USED);
        String id = new String(content, from + Long.BYTES, ID, StandardCharsets.ISO_8859_1);
        long position = slot.getLong();
        boolean whole = slot.getInt(from + SUMMED) == sum(content, from, SUMMED);
        return whole && id.equals(storeId) ? position : -1;
    }

    /** The length in a slot, or 0 if none is known. */
    private static long length(byte[] content, int from, String storeId) {
        if (content.length < from + ALL || slot(content, from, storeId) < 0) {
            return 0;
        }
        ByteBuffer slot = ByteBuffer.wrap(content);
        boolean whole = slot.getInt(from + LENGTH_SUMMED) == sum(content, from, LENGTH_SUMMED);
        return whole ? slot.getLong(from + USED) : 0;
    }

    /** The highest position that was noted. */
    long position() {
        return position;
    }

    /** So many bytes of the store's file were surely synced when this was opened: what both slots say. */
    long length() {
        return length;
    }

    /**
     * Notes what is synced. Does not force.
     *
     * @param synced a position
     * @param bytes so many of the store's file, and H2 writes no more among them; 0 if that is not known
     */
    void note(long synced, long bytes) throws IOException {
        ByteBuffer slot = ByteBuffer.allocate(SLOT);
        slot.putLong(synced).put(storeId);
        slot.putInt(sum(slot.array(), 0, SUMMED)).putLong(bytes);
        slot.putInt(sum(slot.array(), 0, LENGTH_SUMMED)).rewind();
        Disk.writeAll(file, slot, (long) turn * SLOT);
        turn = 1 - turn;
        position = synced;
    }

    /** The store is in another file from now on: forgets the length of the old one, durably. */
    void moved(long synced) throws IOException {
        note(synced, 0);
        file.force(true);
    }

    private static int sum(byte[] content, int from, int bytes) {
        CRC32C crc = new CRC32C();
        crc.update(content, from, bytes);
        return (int) crc.getValue();
    }

    /** Forces what was noted. */
    @Override
    public void close() throws IOException {
        try (file) {
            file.force(true);
        }
    }
}
