package tutti.server.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Room ahead in the store's file")
class RoomAheadTest {
    private static final int COMMITS = 400;

    @TempDir
    private Path folder;

    @Test
    @DisplayName("is there behind the last chunk, so that most commits do not make the file longer")
    void seldomLonger() throws SQLException, IOException {
        try (Connection writer = begun(H2Mode.DURABLE)) {
            Set<Long> lengths = new HashSet<>();
            for (int i = 0; i < COMMITS; i++) {
                commit(writer, i);
                long physical = Files.size(file());
                assertTrue(H2File.size(writer) <= physical, "H2 has written behind the end");
                assertTrue(physical <= H2File.size(writer) + Summed.AHEAD, "more than was asked for");
                assertEquals(H2File.size(writer), StoreFiles.end(file()), "what lies behind is nothing but zeros");
                lengths.add(physical);
            }
            assertTrue(lengths.size() <= 3, "the file got longer " + lengths.size() + " times");
        }
    }

    @Test
    @DisplayName("goes with a close, so a copy of a closed store has none")
    void goesWithAClose() throws SQLException, IOException {
        try (Connection writer = begun(H2Mode.DURABLE)) {
            commit(writer, 0);
            assertTrue(StoreFiles.end(file()) < Files.size(file()));
        }
        assertEquals(StoreFiles.end(file()), Files.size(file()));
    }

    @Test
    @DisplayName("is not made for a large chunk, which makes its own")
    void notForLargeOnes() throws SQLException, IOException {
        try (Connection writer = begun(H2Mode.DURABLE);
                PreparedStatement insert = writer.prepareStatement("INSERT INTO entry VALUES(?, ?)")) {
            for (int i = 0; i < 200; i++) {
                Sql.run(insert, 1_000 + i, new byte[20_000]);
            }
            writer.commit();
            assertTrue(Files.size(file()) - H2File.size(writer) < Summed.AHEAD / 4);
        }
    }

    @Test
    @DisplayName("is cut off when a store that was killed starts again, and nothing else is")
    void cutOffAtAStart() throws IOException {
        Path dead = folder.resolve("dead");
        try (Journal journal = H2Journal.open(folder.resolve("alive"), Rooms.UNWATCHED)) {
            Rooms.Room room = Rooms.begin(journal, "a");
            room.append("one");
            room.append("two");
            StoreFiles.copy(folder.resolve("alive"), dead);
            assertTrue(StoreFiles.end(Compacted.file(dead)) < Files.size(Compacted.file(dead)), "there is room in it");
        }
        try (Audit audit = Audit.open(dead, folder)) {
            assertEquals(2, audit.sessions().getFirst().line().at().seq());
        }
        long used = StoreFiles.end(Compacted.file(dead));
        try (Journal again = H2Journal.open(dead, Rooms.UNWATCHED)) {
            assertEquals(2, Rooms.load(again, "a").at.seq());
        }
        assertTrue(Files.size(Compacted.file(dead)) - used < Summed.AHEAD / 4, "and not added to");
    }

    @Test
    @DisplayName("is cut off also where a chunk before it is damaged, and the store is judged as a whole")
    void cutOffBehindDamage() throws SQLException, IOException {
        Path dead = folder.resolve("dead" + StoreFolder.ENDING);
        long damaged;
        try (Connection writer = begun(H2Mode.DURABLE)) {
            commit(writer, 0);
            damaged = H2File.size(writer);
            commit(writer, 1);
            commit(writer, 2);
            Files.copy(file(), dead);
        }
        long used = StoreFiles.end(dead);
        try (FileChannel flip = FileChannel.open(dead, StandardOpenOption.WRITE)) {
            flip.write(ByteBuffer.wrap(new byte[] {1}), damaged + Chunks.BLOCK / 2);
        }
        List<Long> judged = new ArrayList<>();
        Resync.run(H2Mode.DURABLE, folder.resolve("dead"), 0, end -> {
            judged.add(end);
            if (end < used) {
                throw new StoreDamaged("dead", "a commit of it is missing");
            }
            return end;
        });
        assertEquals(List.of(damaged, used), judged);
        assertEquals(used, Files.size(dead));
    }

    @Test
    @DisplayName("is nothing that counts as synced")
    void notSynced() throws IOException, SQLException {
        try (Journal journal = H2Journal.open(folder, Rooms.UNWATCHED)) {
            Rooms.begin(journal, "a").append("one");
        }
        try (StoreFolder held = StoreFolder.take(folder, H2Mode.DURABLE)) {
            Opened opened = Opened.open(held, H2Mode.DURABLE, new SyncGate());
            assertEquals(StoreFiles.end(held.file()), opened.syncedLength());
            assertTrue(opened.syncedLength() < Files.size(held.file()), "there is room");
            opened.close(opened.position());
        }
    }

    @Test
    @DisplayName("that cannot be made is a write that failed")
    void cannotBeMade() throws SQLException {
        AtomicBoolean full = new AtomicBoolean();
        TestDisk.Hook hook = new TestDisk.Hook() {
            @Override
            public void grow() throws IOException {
                refuseIf(full);
            }
        };
        try (TestDisk disk = TestDisk.register(hook);
                Connection writer = begun(disk.mode())) {
            full.set(true);
            assertThrows(SQLException.class, () -> {
                for (int i = 0; i < COMMITS; i++) {
                    commit(writer, i);
                }
            });
            Opened.shut(writer);
        }
    }

    @Test
    @DisplayName("stays as it is where a write failed: nothing more is written there")
    void staysWhereAWriteFailed() throws SQLException, IOException {
        AtomicBoolean ill = new AtomicBoolean();
        TestDisk.Hook hook = new TestDisk.Hook() {
            @Override
            public void write(long position, ByteBuffer content) throws IOException {
                refuseIf(ill);
            }
        };
        try (TestDisk disk = TestDisk.register(hook);
                Connection writer = begun(disk.mode())) {
            ill.set(true);
            assertThrows(SQLException.class, () -> commit(writer, 0));
            long length = Files.size(file());
            assertTrue(StoreFiles.end(file()) < length, "there is room");
            Opened.shut(writer);
            assertEquals(length, Files.size(file()));
        }
    }

    private static void refuseIf(AtomicBoolean fault) throws IOException {
        if (fault.get()) {
            throw new IOException("a fault of the disk");
        }
    }

    private Connection begun(H2Mode mode) throws SQLException {
        Connection writer = mode.connect(folder.resolve("store"));
        writer.setAutoCommit(false);
        try (Statement make = writer.createStatement()) {
            make.execute("CREATE TABLE entry(id BIGINT PRIMARY KEY, body VARBINARY)");
        }
        writer.commit();
        return writer;
    }

    private static void commit(Connection writer, int id) throws SQLException {
        try (PreparedStatement insert = writer.prepareStatement("INSERT INTO entry VALUES(?, ?)")) {
            Sql.run(insert, id, new byte[] {1, 2, 3});
        }
        writer.commit();
    }

    private Path file() {
        return folder.resolve("store" + StoreFolder.ENDING);
    }
}
