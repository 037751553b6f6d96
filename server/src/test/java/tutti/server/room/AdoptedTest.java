package tutti.server.room;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tutti.model.SessionId;
import tutti.server.kv.Legacy;
import tutti.server.store.Bytes;
import tutti.sync.Chain;
import tutti.sync.ServerMessage;
import tutti.sync.ServerMessage.Adopted;

@DisplayName("What an old record lost when it was adopted")
class AdoptedTest {
    private static final SessionId OLD = new SessionId("old-record");
    private static final List<String> LOST =
            List.of("Track Hat was stored with solo on; in Tutti solo belongs to each listener.");
    private static final String STEPS = "\"steps\":[],\"parameterLocks\":[]";

    private final World world = new World(new FakeJournal(), new FakeFiles());

    private void lies(String track) {
        String record = "{\"id\":\"old-record\",\"state\":{\"tempo\":100,\"tracks\":[{\"id\":\"t\",\"name\":\"Hat\","
                + "\"sampleId\":\"hihat\"," + STEPS + track + "}]}}";
        world.files.legacies.put(OLD, new Legacy.Found(Bytes.utf8(record)));
    }

    private Person enter(World at, String name, long seq, Chain chain) {
        Person person = new Person(at, name, name + "-outbox");
        person.hello(OLD, seq, chain);
        at.hand.run();
        return person;
    }

    private static List<List<String>> told(Person person) {
        return person.read(Adopted.class).stream().map(Adopted::report).toList();
    }

    @Test
    @DisplayName("is told to the person who opens it, after the Welcome")
    void told() {
        lies(",\"soloed\":true");
        Person ann = enter(world, "ann", 0, Chain.NONE);
        List<ServerMessage> heard = ann.read();
        int welcome = indexOf(heard, ServerMessage.Welcome.class);
        assertEquals(new Adopted(LOST), heard.get(indexOf(heard, Adopted.class)));
        assertEquals(true, welcome < indexOf(heard, Adopted.class));
    }

    private static int indexOf(List<ServerMessage> all, Class<?> kind) {
        return all.stream().map(Object::getClass).toList().indexOf(kind);
    }

    @Test
    @DisplayName("is told once: who has the session already hears nothing of it again")
    void once() {
        lies(",\"soloed\":true");
        assertEquals(List.of(LOST), told(enter(world, "ann", 0, Chain.NONE)));
        Reading reading = world.host.find(OLD).orElseThrow().published().orElseThrow();
        assertEquals(List.of(), told(enter(world, "ann", reading.seq(), reading.chain())));
    }

    @Test
    @DisplayName("is told after a crash, too, for it lies in the store with the session")
    void crash() {
        lies(",\"soloed\":true");
        world.host.look(OLD);
        world.files.legacies.clear();
        assertEquals(List.of(LOST), told(enter(world.restarted(), "ann", 0, Chain.NONE)));
    }

    @Test
    @DisplayName("concerns nobody once somebody has changed the session")
    void changed() {
        lies(",\"soloed\":true");
        Person ann = enter(world, "ann", 0, Chain.NONE);
        ann.put(1, Person.tempo(9_000));
        world.hand.run();
        assertEquals(List.of(), told(enter(world, "bob", 0, Chain.NONE)));
    }

    @Test
    @DisplayName("is nothing where all could be kept")
    void nothing() {
        lies("");
        assertEquals(List.of(), told(enter(world, "ann", 0, Chain.NONE)));
    }

    @Test
    @DisplayName("is read from a birth as it was written, and an id alone is one")
    void lineage() {
        Lineage.Source was = new Lineage.Source("“Song”", 7);
        for (Optional<Lineage.Source> source : List.of(Optional.<Lineage.Source>empty(), Optional.of(was))) {
            Lineage lineage = new Lineage("source", source, List.of("“a”, \\ and \"b\"", "c"));
            assertEquals(lineage, Lineage.of(lineage.bytes()));
            assertEquals(
                    source,
                    Lineage.of(new Lineage("source", source, List.of()).bytes()).source());
        }
        assertEquals(new Lineage("source", Optional.empty(), List.of()), Lineage.of(Bytes.utf8("source")));
        Lineage none = new Lineage("", Optional.empty(), List.of());
        assertEquals(none, Lineage.of(none.bytes()));
    }
}
