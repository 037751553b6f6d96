package tutti.server.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tutti.server.verify.Folders;

@Tag("slow")
@DisplayName("A server's folder")
class StoreFolderTest {
    @TempDir
    Path folder;

    private Journal open() throws IOException {
        return H2Journal.open(folder, Rooms.UNWATCHED);
    }

    /** Why the folder is refused; not a byte in it changes. */
    private Damage damage() throws IOException {
        SortedMap<String, String> before = Folders.bytes(folder);
        Damage damage = assertThrows(StoreDamaged.class, this::open).damage();
        assertEquals(before, Folders.bytes(folder), damage::toString);
        return damage;
    }

    /** A store with one session. */
    private void write() throws IOException {
        try (Journal journal = open()) {
            Rooms.begin(journal, "a").append("one");
        }
    }

    private Path store() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(StoreFolder.ENDING))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    @DisplayName("is refused to a second server, and free again after the first")
    void held() throws IOException {
        try (Journal first = open()) {
            FolderHeld held = assertThrows(FolderHeld.class, this::open);
            assertTrue(held.getMessage().startsWith("another server works in "), held.getMessage());
            Rooms.begin(first, "a");
        }
        open().close();
    }

    @Test
    @DisplayName("may have spaces in its name, but no semicolon, which H2 would take for an option")
    void names() throws IOException {
        H2Journal.open(folder.resolve("my beats"), Rooms.UNWATCHED).close();
        assertThrows(IOException.class, () -> H2Journal.open(folder.resolve("a;INIT=x"), Rooms.UNWATCHED));
    }

    @Test
    @DisplayName("with stores but no CURRENT is damage, not a new start")
    void noPointer() throws IOException {
        write();
        Files.delete(folder.resolve("CURRENT"));
        assertEquals("CURRENT", damage().where());
        assertTrue(Files.exists(store()));
    }

    @Test
    @DisplayName("that lost its store and CURRENT, and has a witness, is damage, not a new start, and says what to do")
    void lostStore() throws IOException {
        write();
        Files.delete(store());
        Files.delete(folder.resolve("CURRENT"));
        Damage damage = damage();
        assertEquals("CURRENT", damage.where());
        assertTrue(damage.what().contains("`./tutti server restore`"), damage.what());
        assertTrue(damage.what().contains("`./tutti server import`"), damage.what());
        StoreDamaged audited = assertThrows(StoreDamaged.class, () -> Audit.open(folder, folder));
        assertEquals(damage, audited.damage());
    }

    @Test
    @DisplayName("with an unreadable CURRENT is damage, whatever byte is wrong")
    void tornPointer() throws IOException {
        write();
        Path current = folder.resolve("CURRENT");
        byte[] whole = Files.readAllBytes(current);
        for (int i = 0; i < whole.length; i++) {
            byte[] wrong = whole.clone();
            wrong[i] ^= 1;
            Files.write(current, wrong);
            assertThrows(StoreDamaged.class, () -> Pointer.read(folder), "byte " + i);
        }
        Files.write(current, new byte[0]);
        assertEquals("CURRENT", damage().where());
    }

    @Test
    @DisplayName("whose first start was cut off starts anew")
    void cutOff() throws IOException {
        write();
        Pointer ready = Pointer.read(folder).orElseThrow();
        new Pointer(ready.file(), ready.storeId(), false).write(Disk.SYSTEM, folder);
        try (Journal journal = open()) {
            assertEquals(0, journal.list().size());
        }
    }

    @Test
    @DisplayName("whose store is missing is damage")
    void noStore() throws IOException {
        write();
        Files.delete(store());
        assertEquals("the store is missing", damage().what());
    }

    @Test
    @DisplayName("whose store is empty is damage, not a new start")
    void emptyStore() throws IOException {
        write();
        Files.write(store(), new byte[0]);
        assertEquals("the store is empty", damage().what());
    }

    @Test
    @DisplayName("whose last transaction was cut off when a part of it was on the disk opens without it")
    void halfTransaction() throws IOException, SQLException {
        write();
        Pointer pointer = Pointer.read(folder).orElseThrow();
        long before = Files.size(store());
        Connection writer = H2Mode.DURABLE.connect(folder.resolve(pointer.file()));
        writer.setAutoCommit(false);
        try (PreparedStatement insert = writer.prepareStatement("INSERT INTO part VALUES(?, ?)")) {
            for (int i = 0; i < 3_000; i++) {
                Sql.run(insert, Tables.key(1, 1_000 + i), new byte[20_000]);
            }
        }
        assertTrue(Files.size(store()) > before + 1_000_000, "H2 has written a part of it");
        Opened.shut(writer);
        try (Journal journal = open()) {
            Rooms.load(journal, "a").append("two");
        }
        try (Audit audit = Audit.open(folder, folder)) {
            assertEquals(List.of(), audit.strays());
        }
    }

    @Test
    @DisplayName("whose store is older than the witness is damage")
    void olderStore() throws IOException {
        write();
        Path kept = folder.resolve("kept");
        Files.copy(store(), kept);
        try (Journal journal = open()) {
            Rooms.load(journal, "a").append("two");
        }
        Files.move(kept, store(), StandardCopyOption.REPLACE_EXISTING);
        assertEquals("it is at position 2, but was synced up to 3", damage().what());
    }

    @Test
    @DisplayName("whose witness is missing or of another store is damage")
    void noWitness() throws IOException {
        write();
        Files.delete(folder.resolve("witness"));
        assertEquals("witness", damage().where());
        Witness.create(Disk.SYSTEM, folder, "0".repeat(32));
        assertEquals("witness", damage().where());
    }

    @Test
    @DisplayName("loses what a rewriting has left, once the store is open")
    void leftovers() throws IOException {
        write();
        Path left = folder.resolve("store-" + "0".repeat(32) + StoreFolder.ENDING);
        Files.writeString(left, "cut off");
        open().close();
        assertFalse(Files.exists(left));
    }

    @Test
    @DisplayName("opens beside what it cannot remove, and leaves alone what only looks like a store of its own")
    void othersFiles() throws IOException {
        write();
        Path held = folder.resolve("store-" + "0".repeat(32) + StoreFolder.ENDING);
        Files.createDirectories(held.resolve("not empty"));
        Path copy = folder.resolve("store-before-trimming" + StoreFolder.ENDING);
        Files.writeString(copy, "somebody's own copy");
        open().close();
        assertTrue(Files.exists(held));
        assertTrue(Files.exists(copy));
    }

    @Test
    @DisplayName("keeps its leftovers while its store is damaged")
    void leftoversStay() throws IOException {
        write();
        Files.delete(folder.resolve("witness"));
        Path left = folder.resolve("store-" + "0".repeat(32) + StoreFolder.ENDING);
        Files.writeString(left, "perhaps the only good one");
        damage();
        assertTrue(Files.exists(left));
    }
}
