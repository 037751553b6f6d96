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
import tutti.server.http.Limits;
import tutti.server.http.Listing;
import tutti.server.http.Paged;
import tutti.server.http.Problem;
import tutti.server.store.Origin;

@DisplayName("The list of sessions")
class CatalogueTest {
    private final World world = new World();

    private Paged.Page<Listing> page(Optional<String> after) {
        return World.page(world.host.api().sessions(after));
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
    @DisplayName("goes on after no session that is not in it")
    void afterNothing() {
        assertEquals(
                new Paged.Refused<>(Problem.BAD_PARAMETER, "after"),
                world.host.api().sessions(Optional.of("nobody")));
        assertEquals(
                new Paged.Refused<>(Problem.BAD_PARAMETER, "after"),
                world.host.api().bin(Optional.of(World.ID.text())));
    }
}
