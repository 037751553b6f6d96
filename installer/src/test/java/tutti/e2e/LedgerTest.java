package tutti.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tutti.model.SessionId;
import tutti.sync.GestureId;

@DisplayName("The ledger")
class LedgerTest {
    private static final SessionId ROOM = new SessionId("room");
    private static final GestureId REFUSED = new GestureId("room-bob-7");

    /** Each look at the clock is a microsecond later. */
    private final AtomicLong clock = new AtomicLong();

    private final Ledger ledger = new Ledger(() -> clock.addAndGet(1_000));

    /** One asks twice, the other once and once for what is refused; the second edit of all has no answer. */
    @BeforeEach
    void story() {
        applied("room-ann-0");
        ledger.asked(ROOM, new GestureId("room-ann-1"), false);
        applied("room-bob-0");
        ledger.asked(ROOM, REFUSED, true);
        ledger.answered(REFUSED);
    }

    private void applied(String gesture) {
        ledger.asked(ROOM, new GestureId(gesture), false);
        ledger.answered(new GestureId(gesture));
    }

    private List<String> judged(String... rows) {
        List<String> found = new ArrayList<>();
        ledger.judge(ROOM, Stream.of(rows).map(GestureId::new).toList(), found);
        return found;
    }

    @Test
    @DisplayName("finds nothing where all that was acknowledged stands once, whether what was not stands there or not")
    void right() {
        ledger.refusalHeard(REFUSED);
        assertEquals(List.of(), judged("room-ann-0", "room-bob-0"));
        assertEquals(List.of(), judged("room-ann-0", "room-ann-1", "room-bob-0"));
    }

    @Test
    @DisplayName("names an acknowledged edit that is lost")
    void lost() {
        ledger.refusalHeard(REFUSED);
        assertEquals(
                List.of("room-bob-0 was acknowledged and stands in 0 rows; its author heard 0 refusals"),
                judged("room-ann-0"));
    }

    @Test
    @DisplayName("names an edit that stands twice, acknowledged or not")
    void doubled() {
        ledger.refusalHeard(REFUSED);
        assertEquals(
                List.of(
                        "room-ann-1 was asked and stands in 2 rows; its author heard 0 refusals",
                        "room-ann-1 stands behind number 1 of the same author"),
                judged("room-ann-0", "room-ann-1", "room-ann-1", "room-bob-0"));
        assertEquals(
                List.of(
                        "room-bob-0 was acknowledged and stands in 2 rows; its author heard 0 refusals",
                        "room-bob-0 stands behind number 0 of the same author"),
                judged("room-ann-0", "room-bob-0", "room-bob-0"));
    }

    @Test
    @DisplayName("names a row that nobody asked for")
    void unasked() {
        ledger.refusalHeard(REFUSED);
        assertEquals(List.of("room-cas-0 was asked by nobody"), judged("room-ann-0", "room-bob-0", "room-cas-0"));
    }

    @Test
    @DisplayName("names a refusal that its author never heard, or heard twice, and one that stands there all the same")
    void refused() {
        String words = "room-bob-7 was acknowledged and stands in %d rows; its author heard %d refusals";
        assertEquals(List.of(words.formatted(0, 0)), judged("room-ann-0", "room-bob-0"));
        ledger.refusalHeard(REFUSED);
        assertEquals(List.of(words.formatted(1, 1)), judged("room-ann-0", "room-bob-0", "room-bob-7"));
        ledger.refusalHeard(REFUSED);
        assertEquals(List.of(words.formatted(0, 2)), judged("room-ann-0", "room-bob-0"));
    }

    @Test
    @DisplayName("names an edit that was applied though its author heard that it was refused")
    void appliedAndRefused() {
        ledger.refusalHeard(REFUSED);
        ledger.refusalHeard(new GestureId("room-bob-0"));
        assertEquals(
                List.of("room-bob-0 was acknowledged and stands in 1 rows; its author heard 1 refusals"),
                judged("room-ann-0", "room-bob-0"));
    }

    @Test
    @DisplayName("names a row that stands before one of another author which was acknowledged before it was asked")
    void order() {
        ledger.refusalHeard(REFUSED);
        assertEquals(
                List.of("room-bob-0 stands before room-ann-0, which was acknowledged 2 us before it was asked"),
                judged("room-bob-0", "room-ann-0"));
    }

    @Test
    @DisplayName("lets authors' rows stand among one another")
    void mixed() {
        assertEquals(List.of(), ofAuthors("room-ann-0", "room-bob-0", "room-bob-2", "room-ann-1", "room-ann-10"));
    }

    @Test
    @DisplayName("names a row that stands behind a later one of its author, though both were answered together")
    void swapped() {
        assertEquals(
                List.of("room-ann-1 stands behind number 2 of the same author"),
                ofAuthors("room-ann-0", "room-ann-2", "room-bob-0", "room-ann-1"));
    }

    private static List<String> ofAuthors(String... rows) {
        List<String> found = new ArrayList<>();
        Ledger.inOrderOfAuthors(Stream.of(rows).map(GestureId::new).toList(), found);
        return found;
    }
}
