package tutti.server.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tutti.wire.Codec;
import tutti.wire.Documents;

@Tag("slow")
@DisplayName("A history that is done again")
class ReplayingTest {
    private static final Path CORPUS =
            Path.of(System.getProperty("tutti.root"), "server/src/test/resources/tutti/server/verify/histories");

    private static List<String> lines(String name) throws IOException {
        return Files.readAllLines(CORPUS.resolve(name + ".history"));
    }

    private static Journey read(List<String> lines) throws Journey.Unreadable {
        return Journey.read(lines, new Codec());
    }

    /** Every history that was ever committed, with what it replays to. */
    static List<String> corpus() throws IOException {
        return Files.readAllLines(CORPUS.resolve("hashes.txt"));
    }

    @ParameterizedTest(name = "replays to its hash for ever: {0}")
    @MethodSource("corpus")
    void replays(String known) throws IOException, Journey.Unreadable {
        String[] words = known.split(" ");
        Journey journey = read(lines(words[0]));
        Replaying.Told told = new Replaying(journey).all();
        assertEquals(List.of(), told.breaks());
        assertEquals(
                known,
                words[0] + " " + journey.rows().size() + " "
                        + told.end().chain().hex() + " "
                        + Documents.hash(told.end().session()));
    }

    @Test
    @DisplayName("is in the corpus with its hash, each of them")
    void complete() throws IOException {
        List<String> named =
                corpus().stream().map(line -> line.split(" ")[0] + ".history").toList();
        try (Stream<Path> files = Files.list(CORPUS)) {
            assertEquals(
                    named.stream().sorted().toList(),
                    files.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith(".history"))
                            .sorted()
                            .toList());
        }
    }

    @Test
    @DisplayName("is the same text again once it was read")
    void roundTrip() throws IOException, Journey.Unreadable {
        List<String> lines = lines("busy");
        assertEquals(lines, read(lines).lines().toList());
    }

    /** Each breaks row 200 of the busy history in one way. */
    @ParameterizedTest(name = "tells the row that breaks the law {2}: {0} in place of {1}")
    @CsvSource({
        "'\"wall\":2', '\"wall\":1', chain, 200",
        "'  \"mutations\"', '\"mutations\"', codec, 200",
        "'\"seq\":201,', '\"seq\":200,', seq, 201",
        "'\"at\":1,\"by\"', '\"at\":19958463,\"by\"', time, 200"
    })
    void broken(String now, String old, String law, long seq) throws IOException, Journey.Unreadable {
        List<String> lines = new ArrayList<>(lines("busy"));
        String row = lines.get(200);
        String changed = row.replace(old, now);
        assertFalse(changed.equals(row), row);
        lines.set(200, changed);
        Replaying replaying = new Replaying(read(lines));
        Law broken = Law.of(law).orElseThrow();
        Replaying.Break found = replaying.first(broken).orElseThrow();
        assertEquals(Optional.of(broken), found.law());
        assertEquals(seq, found.seq());
        assertTrue(replaying.all().breaks().contains(found));
    }

    @Test
    @DisplayName("tells the row of which the values before are not those that were there")
    void before() throws IOException, Journey.Unreadable {
        List<String> lines = new ArrayList<>(lines("busy"));
        String row = lines.get(200);
        String changed = row.replace("\"was\":27", "\"was\":99");
        assertFalse(changed.equals(row), row);
        lines.set(200, changed);
        assertEquals(
                200, new Replaying(read(lines)).first(Law.BEFORE).orElseThrow().seq());
        assertEquals(Optional.empty(), new Replaying(read(lines)).first(Law.WEIGHT));
    }

    @Test
    @DisplayName("tells the row that does not apply, and goes no further")
    void stuck() throws IOException, Journey.Unreadable {
        List<String> lines = new ArrayList<>(lines("busy"));
        lines.set(200, lines.get(200).replace("step/A/kick/", "step/A/nobody/"));
        Replaying.Told told = new Replaying(read(lines)).all();
        assertEquals(199, told.end().seq());
        assertEquals(200, told.breaks().getLast().seq());
        assertEquals(Optional.empty(), told.breaks().getLast().law());
    }

    @ParameterizedTest(name = "that is whole keeps the law {0} by itself, too")
    @EnumSource
    void kept(Law law) throws IOException, Journey.Unreadable {
        assertEquals(Optional.empty(), new Replaying(read(lines("busy"))).first(law));
    }

    @Test
    @DisplayName("is halved for the first document that breaks a law, wherever that is")
    void halved() {
        for (int size = 0; size < 40; size++) {
            for (int first = 0; first <= size; first++) {
                int broken = first;
                int[] looks = {0};
                int found = Replaying.firstOf(size, i -> {
                    looks[0]++;
                    return i >= broken;
                });
                assertEquals(first, found);
                assertTrue(looks[0] <= 6, size + " " + looks[0]);
            }
        }
    }

    @Test
    @DisplayName("is not taken torn, at any line")
    void torn() throws IOException {
        List<String> lines = lines("quiet");
        IntStream.range(0, lines.size())
                .forEach(n -> assertThrows(Journey.Unreadable.class, () -> read(lines.subList(0, n)), "" + n));
    }
}
