package tutti.server.room;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tutti.model.Session;
import tutti.model.SessionId;
import tutti.server.http.Api;
import tutti.server.http.Limits;
import tutti.server.http.Listing;
import tutti.server.http.Paged;
import tutti.server.http.Problem;
import tutti.server.kv.Legacy;
import tutti.server.store.Bytes;
import tutti.server.store.Origin;

@DisplayName("The list of sessions")
class CatalogueTest {
    private final World world = new World();
    private final Api api = world.host.api();

    private Paged.Page<Listing> page(Optional<String> after) {
        return World.page(api.sessions(after));
    }

    @Test
    @DisplayName("is given whole, page by page, the newest first, whatever begins meanwhile")
    void pages() {
        List<String> made = new ArrayList<>(List.of(World.ID.text()));
        IntStream.range(0, 2 * Limits.LISTED + 2).forEach(i -> made.addFirst(make("session-" + i)));
        List<String> all = new ArrayList<>();
        Paged.Page<Listing> page = page(Optional.empty());
        for (int pages = 1; pages < 3; pages++) {
            assertEquals(Limits.LISTED, page.items().size());
            all.addAll(page.items().stream().map(Listing::id).toList());
            make("later-" + pages);
            page = page(page.more());
        }
        all.addAll(page.items().stream().map(Listing::id).toList());
        assertEquals(Optional.empty(), page.more());
        assertEquals(made, all);
    }

    private String make(String id) {
        world.hand.seconds(0.001);
        world.host.create(new SessionId(id), Session.BLANK, Origin.NEW, id);
        return id;
    }

    @Test
    @DisplayName(
            "ends with the old records that nobody opened yet, by name; listing them adopts and reads none of them")
    void waiting() {
        old(
                "old-b",
                "{\"id\":\"old-b\",\"name\":\"Warehouse\",\"immutable\":true,\"state\":{\"tracks\":[],\"tempo\":99}}");
        old("old-a", "{\"id\":\"old-a\",\"name\":null,\"state\":{\"tracks\":[],\"tempo\":99}}");
        old("old-c", "torn");
        List<Listing> waiting = List.of(
                new Listing("old-a", "", 0, 0, false, Optional.empty(), true),
                new Listing("old-b", "Warehouse", 0, 0, true, Optional.empty(), true),
                new Listing("old-c", "", 0, 0, false, Optional.empty(), true));
        for (int i = 0; i < 3; i++) {
            Paged.Page<Listing> page = page(Optional.empty());
            assertEquals(World.ID.text(), page.items().getFirst().id());
            assertEquals(waiting, page.items().subList(1, 4));
            assertEquals(Optional.empty(), page.more());
        }
        assertEquals(3, world.files.starts, "what was read once holds while the file is the same");
        assertEquals(0, world.host.tally().kvFallbacksTotal());
        old("old-c", "{\"name\":\"Mended\"}");
        assertEquals("Mended", page(Optional.empty()).items().getLast().name());
        api.read("old-b");
        List<Listing> after = page(Optional.empty()).items();
        assertEquals(
                List.of("old-a", "old-c"),
                after.stream().filter(Listing::old).map(Listing::id).toList());
        assertEquals(4, after.size());
    }

    @Test
    @DisplayName("gives old records page by page too, each once, and none whose session was deleted for ever")
    void waitingPages() {
        List<String> wanted = new ArrayList<>();
        for (int i = 0; i < 2 * Limits.LISTED; i++) {
            wanted.add(old("old-" + (10_000 + i), "{}"));
        }
        List<String> all = new ArrayList<>();
        Paged.Page<Listing> page = page(Optional.empty());
        all.addAll(page.items().stream().map(Listing::id).toList());
        while (page.more().isPresent()) {
            page = page(page.more());
            all.addAll(page.items().stream().map(Listing::id).toList());
        }
        wanted.addFirst(World.ID.text());
        assertEquals(wanted, all);
    }

    private String old(String id, String record) {
        world.files.legacies.put(new SessionId(id), new Legacy.Found(Bytes.utf8(record)));
        return id;
    }

    @Test
    @DisplayName("goes on after no session that is not in it")
    void afterNothing() {
        assertEquals(new Paged.Refused<>(Problem.BAD_PARAMETER, "after"), api.sessions(Optional.of("nobody")));
        assertEquals(new Paged.Refused<>(Problem.BAD_PARAMETER, "after"), api.bin(Optional.of(World.ID.text())));
    }
}
