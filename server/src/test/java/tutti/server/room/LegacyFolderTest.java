package tutti.server.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tutti.model.SessionId;
import tutti.server.http.Answer;
import tutti.server.http.Listing;
import tutti.server.http.Problem;
import tutti.server.verify.Folders;

@Tag("slow")
@DisplayName("A folder of legacy records")
class LegacyFolderTest {
    private static final Path RECORDS =
            Path.of(System.getProperty("tutti.root"), "shared-protocol/src/test/resources/tutti/wire/legacy");

    private static final String POLYMETRIC = "8aa666b3-a72b-4e85-b95a-d7a652170348";

    @TempDir
    Path temporary;

    private Path data;
    private Path legacy;

    @BeforeEach
    void copy() throws IOException {
        data = temporary.resolve("data");
        legacy = Folders.copy(
                RECORDS, Files.createDirectories(data.resolve("kv")).resolve("legacy"));
    }

    private static SortedMap<SessionId, String> read(House house) throws IOException {
        SortedMap<SessionId, String> documents = new TreeMap<>();
        for (SessionId id : house.files.legacyIds()) {
            documents.put(
                    id,
                    assertInstanceOf(Answer.Found.class, house.api.read(id.text()))
                            .json());
        }
        return documents;
    }

    @Test
    @DisplayName("is adopted at the first touch and left untouched: the KV fallback count falls to zero")
    void fallsToZero() throws IOException {
        SortedMap<String, String> files = Folders.bytes(legacy);
        SortedMap<SessionId, String> first;
        try (House house = new House(data)) {
            first = read(house);
            assertEquals(4, first.size());
            assertEquals(4, house.host.tally().kvFallbacksTotal());
            assertEquals(first, read(house));
            assertEquals(4, house.host.tally().kvFallbacksTotal(), "each is adopted once");
        }
        try (House house = new House(data)) {
            assertEquals(first, read(house));
            assertEquals(0, house.host.tally().kvFallbacksTotal());
            assertEquals(4, house.journal.adoptions());
        }
        assertEquals(files, Folders.bytes(legacy));
    }

    @Test
    @DisplayName("serves its sessions from the store once they are adopted, whatever becomes of their records")
    void gone() throws IOException {
        SortedMap<SessionId, String> first;
        try (House house = new House(data)) {
            first = read(house);
        }
        Folders.delete(legacy);
        try (House house = new House(data)) {
            for (SessionId id : first.keySet()) {
                Answer again = house.api.read(id.text());
                assertEquals(
                        first.get(id),
                        assertInstanceOf(Answer.Found.class, again).json());
            }
        }
    }

    @Test
    @DisplayName("keeps what a remix was a copy of, and calls it as it was called then")
    void remix() throws IOException {
        try (House house = new House(data)) {
            read(house);
            assertEquals(
                    List.of(new Listing.Source(POLYMETRIC, "Five against seven", 0)),
                    list(house).stream().flatMap(line -> line.source().stream()).toList());
        }
    }

    private static List<Listing> list(House house) {
        return World.page(house.api.sessions(Optional.empty())).items();
    }

    @Test
    @DisplayName("is listed before it is opened, under the names of its records, and is not touched by that")
    void listed() throws IOException {
        Path folder = Files.createDirectory(legacy.resolve("d.json"));
        try (House house = new House(data)) {
            assertEquals(
                    List.of("Warehouse, 124", "", "Empty room", "Five against seven", ""),
                    list(house).stream().filter(Listing::old).map(Listing::name).toList());
            assertEquals(0, house.host.tally().kvFallbacksTotal());
            assertEquals(List.of(), house.journal.list());
            assertInstanceOf(Answer.Refused.class, house.api.read("d"));
            Files.delete(folder);
            read(house);
            assertEquals(List.of(), list(house).stream().filter(Listing::old).toList());
            assertEquals(4, list(house).size());
            purged(house, POLYMETRIC);
        }
        try (House house = new House(data)) {
            assertEquals(3, list(house).size(), "what was deleted for ever is not offered again");
        }
    }

    private static void purged(House house, String id) {
        String secret = "a".repeat(43);
        assertInstanceOf(Answer.Found.class, house.api.delete(id, secret, "one"));
        assertInstanceOf(Answer.Found.class, house.api.purge(id, secret, "two"));
    }

    @Test
    @DisplayName("refuses a record that is torn and never loads it by halves, while the others are adopted")
    void torn() throws IOException {
        List<Path> all;
        try (var files = Files.list(legacy)) {
            all = files.sorted().toList();
        }
        byte[] record = Files.readAllBytes(all.getFirst());
        Files.write(all.getFirst(), Arrays.copyOf(record, record.length / 2));
        String id = all.getFirst().getFileName().toString().replace(".json", "");
        try (House house = new House(data)) {
            String why = "the legacy record is damaged: character 5048: not JSON";
            assertEquals(new Answer.Refused(Problem.DAMAGED, why), house.api.read(id));
            assertFalse(Problem.DAMAGED.passes(), "nobody is told to try again");
            for (Path file : all.subList(1, all.size())) {
                String other = file.getFileName().toString().replace(".json", "");
                assertInstanceOf(Answer.Found.class, house.api.read(other));
            }
            assertEquals(3, house.host.tally().kvFallbacksTotal());
            assertEquals(3, house.journal.list().size());
        }
    }
}
