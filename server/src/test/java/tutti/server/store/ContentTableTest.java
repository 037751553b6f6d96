package tutti.server.store;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
@DisplayName("A snapshot over a manifest in which a bit flipped under a room that was awake")
class ContentTableTest {
    @TempDir
    Path folder;

    @Test
    @DisplayName("is not written, so that nothing vouches for it anew")
    void damagedManifest() throws IOException, SQLException {
        try (Journal journal = H2Journal.open(folder, Rooms.UNWATCHED)) {
            Rooms.begin(journal, "a").append("one");
        }
        Damages.change(folder, "UPDATE manifest SET body = body || X'00' WHERE session = 1");
        Mark at = new Mark(1, Rooms.chain("any"));
        Checkpoint taken = new Checkpoint(at, new TreeMap<>(), new TreeSet<>(Set.of("head")));
        try (StoreFolder held = StoreFolder.take(folder, H2Mode.DURABLE);
                Connection store = H2Mode.DURABLE.connect(held.store())) {
            ContentTable content = new ContentTable(store);
            assertThrows(RejectedWrite.class, () -> content.checkpoint(1, taken));
        }
    }
}
