package tutti.client.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tutti.sync.OutboxId;
import tutti.sync.OutboxNote;
import tutti.wire.Codec;

/** On Windows a file that is open cannot give its name away. */
@DisabledOnOs(OS.WINDOWS)
@DisplayName("An outbox file")
class OutboxOwnerTest {
    private static final List<OutboxNote> NOTES = List.of(new OutboxNote.Opened(new OutboxId("mine")));
    private static final OutboxNote LATER = new OutboxNote.Told(1, 7);

    private final Codec codec = new Codec(OutboxNote.class);

    @TempDir
    private Path folder;

    /** The system's disk, on which something happens between the opening of a file and all that follows. */
    private record Interrupted(Deque<Deed> meanwhile) implements Disk {
        private interface Deed {
            void run() throws IOException;
        }

        Interrupted(Deed... once) {
            this(new ArrayDeque<>(List.of(once)));
        }

        @Override
        public FileChannel open(Path file) throws IOException {
            FileChannel channel = Disk.SYSTEM.open(file);
            if (!meanwhile.isEmpty()) {
                meanwhile.removeFirst().run();
            }
            return channel;
        }

        @Override
        public void rename(Path from, Path to) throws IOException {
            Disk.SYSTEM.rename(from, to);
        }

        @Override
        public void delete(Path file) throws IOException {
            Disk.SYSTEM.delete(file);
            if (!meanwhile.isEmpty()) {
                meanwhile.removeFirst().run();
            }
        }

        @Override
        public void force(Path names) throws IOException {
            Disk.SYSTEM.force(names);
        }
    }

    private Path written() throws IOException {
        Path file = folder.resolve("a.outbox");
        try (OutboxLog log = OutboxLog.open(file, codec).orElseThrow()) {
            log.append(NOTES.getFirst());
        }
        return file;
    }

    private List<OutboxNote> read(Path file) throws IOException {
        try (OutboxLog log = OutboxLog.open(file, codec).orElseThrow()) {
            return log.read();
        }
    }

    @Test
    @DisplayName("that is opened by one window while another rewrites it has one owner, which is the other")
    void oneOwner() throws IOException {
        Path file = written();
        try (OutboxLog mine = OutboxLog.open(file, codec).orElseThrow()) {
            Disk late = new Interrupted(() -> mine.rewrite(NOTES));
            assertTrue(OutboxLog.open(file, codec, late).isEmpty(), "two own " + file.getFileName());
            mine.append(LATER);
        }
        assertEquals(LATER, read(file).getLast());
    }

    @Test
    @DisplayName("that is opened while its owner rewrites it and goes is taken as it is by then")
    void newest() throws IOException {
        Path file = written();
        OutboxLog mine = OutboxLog.open(file, codec).orElseThrow();
        Disk late = new Interrupted(() -> {
            mine.rewrite(NOTES);
            mine.append(LATER);
            mine.close();
        });
        try (OutboxLog next = OutboxLog.open(file, codec, late).orElseThrow()) {
            assertEquals(LATER, next.read().getLast());
        }
    }

    @Test
    @DisplayName("that is opened while its owner deletes it is not the deleted one: what is written is there again")
    void notTheDeleted() throws IOException {
        Path file = written();
        OutboxLog done = OutboxLog.open(file, codec).orElseThrow();
        try (OutboxLog next =
                OutboxLog.open(file, codec, new Interrupted(done::delete)).orElseThrow()) {
            assertEquals(List.of(), next.read());
            next.append(LATER);
        }
        assertEquals(List.of(LATER), read(file));
    }

    @Test
    @DisplayName("is held until its name is gone, when it is deleted")
    void heldUntilDeleted() throws IOException {
        Path file = written();
        try (FileChannel other = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            Disk disk = new Interrupted(
                    () -> {}, () -> assertFalse(Folders.lock(other), "another could lock what is deleted"));
            OutboxLog.open(file, codec, disk).orElseThrow().delete();
            assertTrue(Folders.lock(other), "it is let go in the end");
        }
        assertFalse(Files.exists(file));
    }
}
