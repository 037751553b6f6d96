package tutti.server.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tutti.model.PatternSlot;
import tutti.server.http.Answer;
import tutti.server.http.Api;
import tutti.server.http.Problem;
import tutti.server.store.Trimmed;
import tutti.sync.Chain;
import tutti.sync.ClientMessage;
import tutti.sync.HistoryPage;
import tutti.sync.Profile;
import tutti.wire.Parsed;

@DisplayName("The history of a session")
class ChronicleTest {
    private static final long END = 1L << 32;
    private static final long DAY = 86_400_000;

    private final World world = new World();
    private final Api api = world.host.api();

    private HistoryPage page(long before, int limit) {
        return page(api, before, limit);
    }

    private HistoryPage page(Api of, long before, int limit) {
        Answer.Found found = assertInstanceOf(Answer.Found.class, of.history(World.ID.text(), before, limit, true));
        return assertInstanceOf(
                HistoryPage.class,
                assertInstanceOf(Parsed.Of.class, world.codec.read(HistoryPage.class, found.json(), 1 << 20))
                        .value());
    }

    private static List<Long> seqs(HistoryPage page) {
        return page.rows().stream().map(HistoryPage.Line::seq).toList();
    }

    private Person writes(int rows) {
        Person ann = world.enter("ann");
        for (int n = 1; n <= rows; n++) {
            ann.put(n, Person.tempo(10_000 + n));
            world.hand.run();
        }
        return ann;
    }

    @Test
    @DisplayName("is paged from the newest row to the first, each once")
    void pages() {
        writes(7);
        HistoryPage first = page(END, 3);
        HistoryPage second = page(first.before().orElseThrow(), 3);
        HistoryPage third = page(second.before().orElseThrow(), 3);
        assertEquals(List.of(7L, 6L, 5L), seqs(first));
        assertEquals(List.of(4L, 3L, 2L), seqs(second));
        assertEquals(List.of(1L), seqs(third));
        assertEquals(Optional.empty(), third.before());
    }

    @Test
    @DisplayName("says who, when, in which gesture and what")
    void says() {
        Person ann = writes(1);
        HistoryPage.Line line = page(END, 1).rows().getFirst();
        assertEquals(Optional.of(new Profile("Somebody", 1)), line.by().profile());
        assertEquals(world.hand.wall(), line.wall());
        assertEquals("g1", line.gesture().text());
        assertEquals(List.of(Person.tempo(10_001)), line.mutations());
        ann.leave();
        assertEquals(
                Optional.of(new Profile("Somebody", 1)),
                page(END, 1).rows().getFirst().by().profile());
    }

    @Test
    @DisplayName("knows its authors, and who played, after a restart too, as they were seen last")
    void names() {
        Person ann = writes(1);
        ann.say(new ClientMessage.Rename(new Profile("Ann", 2)));
        ann.put(2, Person.tempo(11_000));
        world.hand.run();
        Person ben = world.enter("ben");
        ben.say(new ClientMessage.Rename(new Profile("Ben", 5)));
        ben.say(new ClientMessage.Play(Optional.empty()));
        world.hand.seconds(1);
        ann.put(3, Person.tempo(12_000));
        ann.put(4, Person.tempo(13_000));
        world.hand.run();
        HistoryPage before = page(END, 9);
        HistoryPage after = page(world.restarted().host.api(), END, 9);
        assertEquals(before, after);
        assertEquals(
                Optional.of(new Profile("Ann", 2)), after.rows().getLast().by().profile());
        assertEquals(
                Optional.of(new Profile("Ben", 5)), after.acts().getFirst().by().profile());
    }

    @Test
    @DisplayName("has the store told of an author once, and again when they are called otherwise")
    void toldOnce() {
        Person ann = writes(3);
        assertEquals(List.of(1, 0, 0), told());
        ann.say(new ClientMessage.Rename(new Profile("Ann", 2)));
        world.hand.run();
        ann.put(4, Person.tempo(9_000));
        world.hand.run();
        ann.put(5, Person.tempo(9_100));
        world.hand.run();
        assertEquals(List.of(1, 0, 0, 1, 0), told());
    }

    private List<Integer> told() {
        return world.journal.batches.stream().map(batch -> batch.faces().size()).toList();
    }

    @Test
    @DisplayName("tells what was played, launched and stopped, once it landed, among the rows of that time")
    void acts() {
        Person ann = world.enter("ann");
        ann.put(1, Person.tempo(12_000));
        world.hand.seconds(1);
        ann.say(new ClientMessage.Play(Optional.empty()));
        world.hand.run();
        assertEquals(List.of(), page(END, 9).acts(), "it begins to sound in a moment");
        world.hand.seconds(1);
        ann.say(new ClientMessage.Launch(PatternSlot.B));
        world.hand.seconds(4);
        ann.put(2, Person.tempo(11_000));
        world.hand.seconds(1);
        world.hand.setWallBack(DAY); // which is of no matter
        ann.say(new ClientMessage.Stop(false));
        world.hand.seconds(3);
        assertEquals(List.of("STOP", "LAUNCH B", "PLAY A"), words(page(END, 9)));
        assertEquals(List.of("STOP"), words(page(END, 1)));
        assertEquals(List.of("LAUNCH B", "PLAY A"), words(page(2, 9)));
        assertEquals(
                Optional.of(new Profile("Somebody", 1)),
                page(END, 9).acts().getFirst().by().profile());
    }

    private static List<String> words(HistoryPage page) {
        return page.acts().stream()
                .map(deed ->
                        deed.what() + deed.pattern().map(slot -> " " + slot).orElse(""))
                .toList();
    }

    @Test
    @DisplayName("wakes no room, and neither does a session as it was")
    void wakesNothing() {
        writes(3).leave();
        world.hand.seconds(1);
        int loads = world.journal.loads;
        page(END, 3);
        api.read(World.ID.text(), 2);
        assertFalse(world.awake());
        assertEquals(loads, world.journal.loads);
    }

    @Test
    @DisplayName("gives the session as of any sequence, whose tag is the chain there")
    void asOf() {
        Person ann = writes(2);
        Answer.Found now = assertInstanceOf(Answer.Found.class, api.read(World.ID.text()));
        ann.put(3, Person.tempo(9_000));
        world.hand.run();
        assertEquals(now, api.read(World.ID.text(), 2));
        Answer.Found birth = assertInstanceOf(Answer.Found.class, api.read(World.ID.text(), 0));
        assertTrue(birth.json().contains("\"seq\":0"));
        assertEquals(new Answer.Refused(Problem.NO_MOMENT, "seq"), api.read(World.ID.text(), 4));
        assertEquals(Optional.of(now.tag()), api.tag(World.ID.text(), OptionalLong.of(2)));
        assertEquals(Optional.of(birth.tag()), api.tag(World.ID.text(), OptionalLong.of(0)));
        assertEquals(Optional.empty(), api.tag(World.ID.text(), OptionalLong.of(4)));
    }

    @Test
    @DisplayName("says on its last page up to where its owner trimmed it, and when")
    void trimmed() {
        writes(5);
        world.journal.trimmed.put(World.ID, new Trimmed(1_800, Papers.mark(2, Chain.NONE), 2));
        assertEquals(Optional.empty(), page(END, 2).trimmed(), "there is more before");
        HistoryPage last = page(END, 3);
        assertEquals(List.of(5L, 4L, 3L), seqs(last));
        assertEquals(Optional.empty(), last.before());
        assertEquals(Optional.of(new HistoryPage.Trim(1_800, 2, 2)), last.trimmed());
        assertEquals(new Answer.Refused(Problem.TRIMMED, "seq"), api.read(World.ID.text(), 1));
        assertInstanceOf(Answer.Found.class, api.read(World.ID.text(), 2));
    }

    @Test
    @DisplayName("of nobody's session is nowhere; it is read on while only writing fails, and else says that it is not")
    void nowhere() {
        assertEquals(new Answer.Refused(Problem.UNKNOWN_SESSION, ""), api.history("nobody", END, 3, true));
        assertEquals(new Answer.Refused(Problem.UNKNOWN_SESSION, ""), api.read("nobody", 0));
        world.journal.down();
        assertInstanceOf(Answer.Found.class, api.history(World.ID.text(), END, 3, true));
        assertInstanceOf(Answer.Found.class, api.read(World.ID.text(), 0));
        world.journal.dark();
        assertEquals(new Answer.Refused(Problem.PAUSED, ""), api.history(World.ID.text(), END, 3, true));
        assertEquals(new Answer.Refused(Problem.PAUSED, ""), api.read(World.ID.text(), 0));
    }
}
