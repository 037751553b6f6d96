package tutti.server.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tutti.server.room.PersistenceOptionsBench.Result;

/** The numbers of docs/persistence.md. */
@Tag("slow")
@DisplayName("Of the ways to keep a session")
class PersistenceOptionsTest {
    private static final int SEEDS = 50;
    private static final int ALL_SEEDS = 1_000;
    private static final Path DOCS = Path.of(System.getProperty("tutti.root"), "docs");

    @ParameterizedTest(name = "({0}) writes {1} times durably and {2} times to the KV, for {3} $ a million sessions")
    @CsvSource({
        "0, 0, 30, 145",
        "1, 150, 30, 294",
        "3, 0, 30, 145",
        "4, 0, 30, 145",
        "5, 150, 30, 294",
        "7, 150, 1, 149"
    })
    void writes(int number, double durable, double kv, double dollars) {
        Result result = result(number);
        assertEquals(List.of(durable, kv, dollars), List.of(result.durable(), result.kv(), result.dollars()));
    }

    @ParameterizedTest(name = "({0}) loses nothing that it acknowledged, and nobody returns to less")
    @CsvSource({"1", "5", "7"})
    void losesNothing(int number) {
        Result result = result(number);
        assertEquals(List.of(0, 0), List.of(result.lostMax(), result.goneMax()));
        assertEquals(0, result.staleReturns());
    }

    @ParameterizedTest(name = "({0}) loses what its timer had not written yet, at most a burst")
    @CsvSource({"0", "2", "4", "6"})
    void losesWhatATimerHad(int number) {
        Result result = result(number);
        assertTrue(result.lostMax() > 0 && result.lostMax() <= Script.BURST, result::toString);
        assertTrue(result.lost() <= result(0).lost(), result::toString);
    }

    @Test
    @DisplayName("(3) brings back what an author who returns still has, though others saw it vanish")
    void replays() {
        Result replayed = result(3);
        Result plain = result(0);
        assertTrue(replayed.lost() < plain.lost() / 2, replayed::toString);
        assertTrue(replayed.gone() < plain.gone() && replayed.gone() > 0, replayed::toString);
    }

    @Test
    @DisplayName("(4) alone notices each return to less, and loses as much as (0)")
    void notices() {
        Result versioned = result(4);
        assertTrue(versioned.staleReturns() > 0);
        assertEquals(versioned.staleReturns(), versioned.staleNoticed());
        assertEquals(0, result(0).staleNoticed());
        assertEquals(result(0).lost(), versioned.lost());
    }

    @Test
    @DisplayName("a KV file is there only when its write has ended, and one that a crash cuts short never")
    void noFileBeforeItsTime() {
        Script script = Script.of(1);
        long last = script.edits().get(Script.BURST - 1).at() + 5_000;
        assertEquals(0, crashed(script, last + 49).kvWrites());
        assertEquals(1, crashed(script, last + 51).kvWrites());
    }

    private static Sitting crashed(Script script, long crash) {
        Script cut = new Script(script.edits(), script.leaves(), crash, script.returning());
        return new Sitting(Way.all().getFirst(), cut).cut();
    }

    private static Result result(int number) {
        return PersistenceOptionsBench.measure(Way.all().get(number), SEEDS);
    }

    @Test
    @Tag("long")
    @DisplayName("the page has the table and the plot that the bench makes")
    void thePageHasTheTable() throws IOException {
        List<Result> results = PersistenceOptionsBench.measure(ALL_SEEDS);
        String page = Files.readString(DOCS.resolve("persistence.md"));
        String table = PersistenceOptionsBench.table(results);
        assertTrue(page.contains("\n\n" + table + "\n"), table);
        assertEquals(
                new OptionsPlot(results).svg(), Files.readString(DOCS.resolve("pictures/persistence-options.svg")));
    }
}
