package tutti.server.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The witness")
class WitnessTest {
    private static final String STORE = "0123456789abcdef0123456789abcdef";

    @TempDir
    Path folder;

    private long position() throws IOException {
        try (Witness witness = Witness.open(Disk.SYSTEM, folder, STORE)) {
            return witness.position();
        }
    }

    private void note(long... positions) throws IOException {
        try (Witness witness = Witness.open(Disk.SYSTEM, folder, STORE)) {
            for (long each : positions) {
                witness.note(each, 10 * each);
            }
        }
    }

    @Test
    @DisplayName("remembers the highest position")
    void remembers() throws IOException {
        Witness.create(Disk.SYSTEM, folder, STORE);
        assertEquals(0, position());
        note(1, 2, 3);
        assertEquals(3, position());
        note(4);
        assertEquals(4, position());
    }

    @Test
    @DisplayName("still knows the position before when the newest is torn, whatever byte is wrong")
    void torn() throws IOException {
        Witness.create(Disk.SYSTEM, folder, STORE);
        note(17, 18);
        Path file = folder.resolve("witness");
        byte[] whole = Files.readAllBytes(file);
        for (int i = 512; i < 512 + 44; i++) {
            byte[] torn = whole.clone();
            torn[i] ^= 0x40;
            Files.write(file, torn);
            assertEquals(17, position(), "byte " + i);
        }
    }

    /** What is written and told last before a long rest is not taken for a write that was cut off. */
    @Test
    @Tag("slow")
    @DisplayName("knows how far a store was synced that rests, in both places, so that damage at its end is found")
    void rests() throws IOException {
        Path data = Files.createDirectory(folder.resolve("data"));
        Path killed = folder.resolve("killed");
        try (Journal journal = H2Journal.open(data, Rooms.UNWATCHED)) {
            Rooms.Room room = Rooms.begin(journal, "a");
            room.append("one");
            room.append("the last one");
            Await.until(() -> StoreFiles.witnessed(data) == used(data));
            StoreFiles.copy(data, killed);
        }
        Path file = StoreFolder.file(
                killed.resolve(Pointer.read(killed).orElseThrow().file()));
        try (FileChannel bytes = FileChannel.open(file, StandardOpenOption.WRITE)) {
            bytes.write(ByteBuffer.wrap(new byte[] {1, 2, 3}), StoreFiles.end(file) - 3_000);
        }
        assertThrows(StoreDamaged.class, () -> H2Journal.open(killed, Rooms.UNWATCHED));
    }

    private static long used(Path data) {
        try {
            return StoreFiles.used(data);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Test
    @DisplayName("that is torn in both places says so")
    void gone() throws IOException {
        Witness.create(Disk.SYSTEM, folder, STORE);
        Files.write(folder.resolve("witness"), new byte[1024]);
        assertThrows(StoreDamaged.class, this::position);
        Files.write(folder.resolve("witness"), new byte[0]);
        assertThrows(StoreDamaged.class, this::position);
    }
}
