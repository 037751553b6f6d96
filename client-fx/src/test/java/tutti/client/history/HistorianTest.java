package tutti.client.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tutti.client.ui.Past;
import tutti.client.ui.Past.Deed;
import tutti.client.ui.Past.Reach;
import tutti.edit.SessionFields;
import tutti.model.Session;
import tutti.sync.HistoryPage;

@DisplayName("The historian")
class HistorianTest {
    private static final int PAGE = 10;

    private final Pages pages = new Pages();
    private final List<String> asked = new ArrayList<>();
    private final Deque<Runnable> errands = new ArrayDeque<>();
    private Optional<String> broken = Optional.empty();
    private long gone = -1;
    private final Historian historian = new Historian(
            new Historian.Office() {
                @Override
                public void errand(Runnable blocking) {
                    errands.add(blocking);
                }

                @Override
                public void post(Runnable task) {
                    task.run();
                }
            },
            () -> new Historian.Archive() {
                @Override
                public HistoryPage page(OptionalLong before) throws IOException {
                    asked.add("page " + (before.isPresent() ? before.getAsLong() : "newest"));
                    fail();
                    return pages.page(before, PAGE, 0);
                }

                @Override
                public Optional<Session> at(long seq) throws IOException {
                    asked.add("at " + seq);
                    fail();
                    return seq == gone ? Optional.empty() : Optional.of(session(seq));
                }
            },
            Pages.NAMES);

    private void fail() throws IOException {
        if (broken.isPresent()) {
            throw new IOException(broken.get());
        }
    }

    private static Session session(long seq) {
        return SessionFields.NAME.with(Session.BLANK, "as of " + seq);
    }

    /** One errand comes back. */
    private void step() {
        errands.remove().run();
    }

    private void all() {
        while (!errands.isEmpty()) {
            step();
        }
    }

    private Past past() {
        return historian.past();
    }

    private Deed deed(int index) {
        return past().deeds().get(index);
    }

    private Optional<String> shown() {
        return past().glance().flatMap(Past.Glance::then).map(Session::name);
    }

    @Test
    @DisplayName("reads page by page, newest first, says how far it is, and stops at the beginning")
    void paging() {
        pages.many(25);
        historian.stands(25, true);
        assertEquals(0, errands.size(), "nobody looks yet");
        historian.open();
        assertTrue(past().reading().busy());
        step();
        assertEquals(new Past.Reading(true, 10, 25, Reach.MORE), past().reading());
        all();
        assertEquals(List.of("page newest", "page 16", "page 6"), asked);
        assertEquals(new Past.Reading(false, 25, 25, Reach.BEGINNING), past().reading());
        assertEquals(26, past().deeds().size(), "each row and the beginning");
        assertEquals(25, deed(0).seq());
        assertEquals(0, deed(25).seq());
    }

    @Test
    @DisplayName("reads so far and no further by itself, and on when it is asked")
    void stretch() {
        pages.many(PAGE * (Historian.STRETCH + 2));
        historian.open();
        all();
        assertEquals(PAGE * Historian.STRETCH, past().reading().rows());
        assertEquals(Reach.MORE, past().reading().reach());
        assertFalse(past().reading().busy());
        historian.older();
        all();
        assertEquals(Reach.BEGINNING, past().reading().reach());
    }

    @Test
    @DisplayName("stops when it is told so; the page that was on its way is dropped")
    void halt() {
        pages.many(40);
        historian.open();
        step();
        historian.halt();
        assertFalse(past().reading().busy());
        all();
        assertEquals(10, past().reading().rows());
        historian.older();
        all();
        assertEquals(40, past().reading().rows());
    }

    @Test
    @DisplayName("reads what is new while somebody looks, and only then")
    void follows() {
        pages.many(5);
        historian.open();
        all();
        pages.many(2);
        historian.stands(7, true);
        all();
        assertEquals(7, past().reading().rows());
        historian.close();
        pages.many(1);
        historian.stands(8, true);
        assertEquals(0, errands.size());
    }

    @Test
    @DisplayName("names what went wrong, asks no more by itself, and goes on when it is told or the server is back")
    void errors() {
        pages.many(15);
        broken = Optional.of("no server answers");
        historian.open();
        all();
        assertEquals("no server answers", past().problem());
        historian.stands(15, true);
        assertEquals(0, errands.size());
        historian.stands(15, false);
        broken = Optional.empty();
        historian.stands(15, true);
        all();
        assertEquals("", past().problem());
        assertEquals(15, past().reading().rows());
    }

    @Test
    @DisplayName("shows a moment, once fetched at once, and of many that were wanted meanwhile only the last")
    void glances() {
        pages.many(9);
        historian.open();
        all();
        asked.clear();
        historian.see(deed(1));
        assertEquals(Optional.empty(), shown());
        historian.see(deed(2));
        historian.see(deed(3));
        all();
        assertEquals(List.of("at 8", "at 6"), asked);
        assertEquals(Optional.of("as of 6"), shown());
        historian.now();
        assertEquals(Optional.empty(), past().glance());
        historian.see(deed(3));
        assertEquals(Optional.of("as of 6"), shown());
        assertEquals(2, asked.size());
        historian.see(deed(4));
        assertEquals(Optional.empty(), shown());
        assertEquals(
                Optional.of("as of 6"),
                past().glance().flatMap(Past.Glance::shown).map(Session::name),
                "until it is here");
    }

    @Test
    @DisplayName("says of a moment that the server has it no more, and shows now")
    void forgotten() {
        pages.many(3);
        historian.open();
        all();
        gone = 2;
        historian.see(deed(1));
        all();
        assertTrue(past().problem().startsWith("The server does not have this moment any more"), past().problem());
        assertEquals(Optional.empty(), past().glance());
    }

    @Test
    @DisplayName("knows nothing of the room that was left, also if an answer comes late")
    void leaving() {
        pages.many(3);
        historian.open();
        all();
        historian.see(deed(1));
        historian.leave();
        all();
        assertEquals(List.of(), past().deeds());
        assertEquals(Optional.empty(), past().glance());
        historian.stands(3, true);
        all();
        assertEquals(4, past().deeds().size(), "it is still looked at");
        asked.clear();
        historian.see(deed(1));
        all();
        assertEquals(List.of("at 2"), asked, "moments of the other room are not kept");
    }
}
