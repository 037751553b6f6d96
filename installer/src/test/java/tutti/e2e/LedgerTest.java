package tutti.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tutti.sync.GestureId;

@DisplayName("The ledger")
class LedgerTest {
    private static List<String> judged(String... rows) {
        List<String> found = new ArrayList<>();
        Ledger.inOrderOfAuthors(Stream.of(rows).map(GestureId::new).toList(), found);
        return found;
    }

    @Test
    @DisplayName("lets authors' rows stand among one another")
    void mixed() {
        assertEquals(List.of(), judged("room-ann-0", "room-bob-0", "room-bob-2", "room-ann-1", "room-ann-10"));
    }

    @Test
    @DisplayName("names a row that stands behind a later one of its author, though both were answered together")
    void swapped() {
        assertEquals(
                List.of("room-ann-1 stands behind number 2 of the same author"),
                judged("room-ann-0", "room-ann-2", "room-bob-0", "room-ann-1"));
    }
}
