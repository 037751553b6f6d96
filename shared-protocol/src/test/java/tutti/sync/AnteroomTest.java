package tutti.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("before a room")
class AnteroomTest {
    private static final Past PAST = new Past.Nowhere();

    private final Anteroom<String> anteroom = new Anteroom<>();

    private static Edit restore(long n, long seq) {
        return new Edit(n, new GestureId("m"), new Ask.Restore(seq, new Scope.All()));
    }

    private static Edit change(long n) {
        return new Edit(n, new GestureId("g"), new Ask.Change(List.of()));
    }

    private static Input.Joined joined(long connection, String who) {
        return new Input.Joined(connection, Desk.member(who), Desk.outbox(who), 0, Chain.NONE);
    }

    private List<Input> ready() {
        List<Input> inputs = new ArrayList<>();
        while (anteroom.isReady()) {
            inputs.add(anteroom.poll().orElseThrow().input());
        }
        return inputs;
    }

    @Test
    @DisplayName("nothing waits but for the past")
    void passes() {
        Input.Asked asked = new Input.Asked(1, change(1));
        assertEquals(List.of(), anteroom.enter(joined(1, "A"), ""));
        assertEquals(List.of(), anteroom.enter(asked, ""));
        assertEquals(List.of(), anteroom.enter(new Input.Parted(1), ""));
        assertEquals(List.of(joined(1, "A"), asked, new Input.Parted(1)), ready());
    }

    @Test
    @DisplayName("an edit does not overtake the restore that its outbox asked before; others do")
    void order() {
        anteroom.enter(joined(1, "A"), "");
        anteroom.enter(joined(2, "B"), "");
        ready();
        Input.Asked asked = new Input.Asked(1, restore(1, 5));
        Input.Posted behind = new Input.Posted(9, Desk.member("A"), Desk.outbox("A"), change(2));
        Input.Asked other = new Input.Asked(2, change(1));
        assertEquals(List.of(5L), anteroom.enter(asked, "restore"));
        assertEquals(List.of(), anteroom.enter(behind, ""));
        assertEquals(List.of(), anteroom.enter(other, ""));
        assertEquals(List.of(other), ready());
        assertEquals(2, anteroom.size());
        assertEquals(List.of(), anteroom.recalled(5, PAST));
        assertEquals(List.of(new Input.Recalled(asked, PAST), behind), ready());
        assertEquals(0, anteroom.size());
    }

    @Test
    @DisplayName("a moment is recalled once for all who want it, and once more for who wants it later")
    void once() {
        anteroom.enter(joined(1, "A"), "");
        anteroom.enter(joined(2, "B"), "");
        assertEquals(List.of(5L), anteroom.enter(new Input.Asked(1, restore(1, 5)), ""));
        assertEquals(List.of(), anteroom.enter(new Input.Asked(2, restore(1, 5)), ""));
        assertEquals(List.of(), anteroom.enter(new Input.Asked(2, restore(2, 5)), ""));
        assertEquals(List.of(), anteroom.enter(new Input.Asked(2, restore(3, 6)), ""));
        assertEquals(List.of(6L), anteroom.recalled(5, PAST));
        assertEquals(5, ready().size());
        assertEquals(List.of(5L), anteroom.enter(new Input.Asked(1, restore(2, 5)), ""));
    }

    @Test
    @DisplayName("an outbox's connections come and go in order too: who returns is welcomed after the restore")
    void lost() {
        anteroom.enter(joined(1, "A"), "");
        ready();
        Input.Asked asked = new Input.Asked(1, restore(1, 5));
        anteroom.enter(asked, "");
        anteroom.enter(new Input.Parted(1), "");
        anteroom.enter(joined(2, "A"), "");
        assertEquals(List.of(), ready());
        anteroom.recalled(5, PAST);
        assertEquals(List.of(new Input.Recalled(asked, PAST), new Input.Parted(1), joined(2, "A")), ready());
    }

    @Test
    @DisplayName("what comes from a connection that is gone passes, for the room to ignore")
    void gone() {
        Input.Asked asked = new Input.Asked(1, restore(1, 5));
        assertEquals(List.of(), anteroom.enter(asked, ""));
        assertEquals(List.of(asked), ready());
    }

    @Test
    @DisplayName("all that waits can be let go")
    void clears() {
        anteroom.enter(joined(1, "A"), "come");
        anteroom.enter(new Input.Asked(1, restore(1, 5)), "restore");
        assertEquals(
                List.of("come", "restore"),
                anteroom.clear().stream().map(Anteroom.Entry::tag).toList());
        assertEquals(0, anteroom.size());
        assertFalse(anteroom.isReady());
    }

    @Test
    @DisplayName("nobody else makes up a past")
    void forged() {
        Input forged = new Input.Recalled(new Input.Asked(1, restore(1, 5)), PAST);
        assertThrows(IllegalArgumentException.class, () -> anteroom.enter(forged, ""));
    }
}
