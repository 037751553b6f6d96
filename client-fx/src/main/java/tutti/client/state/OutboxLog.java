package tutti.client.state;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tutti.sync.OutboxNote;
import tutti.wire.Codec;
import tutti.wire.Parsed;

/**
 * The outbox file: a note a line, each behind its CRC-32 in eight hexadecimal digits. What is behind the first line
 * that
 * does not fit was torn by a crash and is cut off. The file is locked while it is open. One thread; writing blocks.
 */
final class OutboxLog implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OutboxLog.class);
    private static final int PREFIX = 9;
    /** A file that is another one each time is somebody else's. */
    private static final int TRIES = 8;

    private final Path file;
    private final Codec codec;
    private final Disk disk;
    private FileChannel channel;
    /** Its length when it was rewritten last. */
    private long compact;

    private OutboxLog(Path file, Codec codec, Disk disk, FileChannel channel) {
        this.file = file;
        this.codec = codec;
        this.disk = disk;
        this.channel = channel;
    }

    /** Opens the file, or nothing if another window holds it. */
    static Optional<OutboxLog> open(Path file, Codec codec) throws IOException {
        return open(file, codec, Disk.SYSTEM);
    }

    /** The same, on another disk. */
    static Optional<OutboxLog> open(Path file, Codec codec, Disk disk) throws IOException {
        return claim(file, disk).map(channel -> new OutboxLog(file, codec, disk, channel));
    }

    /** The notes in the file, in order; a torn end is cut off. A file that is too long to be read stays as it is. */
    List<OutboxNote> read() throws IOException {
        if (channel.size() > Limits.OUTBOX_READ) {
            throw new IOException(file + " is longer than " + Limits.OUTBOX_READ + " bytes and is left as it is");
        }
        ByteBuffer bytes = ByteBuffer.allocate((int) channel.size());
        channel.position(0);
        int more = 0;
        while (bytes.hasRemaining() && more >= 0) {
            more = channel.read(bytes);
        }
        List<OutboxNote> notes = new ArrayList<>();
        int good = 0;
        int end = next(bytes.array(), 0);
        while (end >= 0) {
            Optional<OutboxNote> note = line(bytes.array(), good, end);
            if (note.isEmpty()) {
                break;
            }
            notes.add(note.get());
            good = end + 1;
            end = next(bytes.array(), good);
        }
        if (end >= 0) {
            keepAside(bytes.array(), good);
        }
        channel.truncate(good);
        channel.position(good);
        return notes;
    }

    /** From a broken line on nothing is believed; but it is more than a torn end, so that it stays to be looked at. */
    private void keepAside(byte[] bytes, int from) throws IOException {
        Path aside = file.resolveSibling(file.getFileName() + ".cut");
        byte[] cut = Arrays.copyOfRange(bytes, from, bytes.length);
        Files.write(aside, cut, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        LOG.warn("{} is broken at byte {}; {} bytes from there on are in {} now", file, from, cut.length, aside);
    }

    /** Appends a note; it is safe only after {@link #force}. */
    void append(OutboxNote note) throws IOException {
        write(channel, List.of(note));
    }

    /** Everything that was appended is on the disk. */
    void force() throws IOException {
        channel.force(false);
    }

    /** Whether the file has grown so long that it should be rewritten: never for what it needs in any case. */
    boolean overgrown() throws IOException {
        return channel.size() > Math.max(Limits.OUTBOX_BYTES, 2 * compact);
    }

    /** Replaces the content by these notes, at once or not at all. */
    void rewrite(List<OutboxNote> notes) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        FileChannel next = claim(fresh, disk)
                .orElseThrow(() -> new IOException(fresh.getFileName() + " is held by another window"));
        try {
            next.truncate(0);
            write(next, notes);
            next.force(true);
            disk.rename(fresh, file);
            disk.force(Folders.of(file));
        } catch (IOException failed) {
            next.close();
            throw failed;
        }
        channel.close();
        channel = next;
        compact = next.size();
    }

    /** Closes it, and removes the file, whatever id its outbox has by now. */
    void delete() throws IOException {
        if (!Folders.losesNames(file)) {
            channel.close();
            disk.delete(file);
            return;
        }
        try {
            disk.delete(file); // while it is held: nobody else can take what has no name any more
        } finally {
            channel.close();
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    /** Whoever held the file may have put another in its place before it let go: a lock counts on what is named. */
    private static Optional<FileChannel> claim(Path file, Disk disk) throws IOException {
        for (int i = 0; i < TRIES; i++) {
            Object before = Folders.identity(file);
            FileChannel channel = disk.open(file);
            boolean locked;
            try {
                locked = Folders.lock(channel);
                if (locked && Folders.identity(file).equals(before)) {
                    return Optional.of(channel);
                }
            } catch (IOException failed) {
                channel.close();
                throw failed;
            }
            channel.close();
            if (!locked) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private void write(FileChannel to, List<OutboxNote> notes) throws IOException {
        StringBuilder text = new StringBuilder();
        for (OutboxNote note : notes) {
            String json = codec.text(OutboxNote.class, note);
            byte[] utf8 = json.getBytes(StandardCharsets.UTF_8);
            text.append(crc(utf8, 0, utf8.length)).append(' ').append(json).append('\n');
        }
        ByteBuffer bytes = ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            to.write(bytes);
        }
    }

    /** The note in a line; nothing if the line is torn. A whole line that cannot be read is no accident. */
    private Optional<OutboxNote> line(byte[] bytes, int from, int to) throws IOException {
        int text = from + PREFIX;
        if (text >= to || !crc(bytes, text, to).equals(new String(bytes, from, PREFIX - 1, StandardCharsets.UTF_8))) {
            return Optional.empty();
        }
        String json = new String(bytes, text, to - text, StandardCharsets.UTF_8);
        return switch (codec.read(OutboxNote.class, json, json.length())) {
            case Parsed.Of<OutboxNote> read -> Optional.of(read.value());
            case Parsed.Malformed<OutboxNote> malformed ->
                throw new IOException(
                        file.getFileName() + " was written by another version of Tutti: " + malformed.text());
        };
    }

    private static int next(byte[] bytes, int from) {
        for (int i = from; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    private static String crc(byte[] bytes, int from, int to) {
        CRC32 crc = new CRC32();
        crc.update(bytes, from, to - from);
        return HexFormat.of().toHexDigits(crc.getValue(), PREFIX - 1);
    }
}
