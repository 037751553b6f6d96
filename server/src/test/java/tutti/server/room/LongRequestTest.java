package tutti.server.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tutti.model.Session;
import tutti.model.SessionId;
import tutti.server.http.Answer;
import tutti.server.http.Listing;
import tutti.server.store.Creation;
import tutti.server.store.Origin;

@Tag("slow")
@DisplayName("A request of the longest id that there may be")
class LongRequestTest {
    private static final SessionId ID = new SessionId("a-session");
    private static final String SECRET = "a-secret-of-a-script-somewhere";
    private static final String REQUEST = "r".repeat(128);

    @TempDir
    Path temporary;

    private static void found(Answer answer) {
        assertInstanceOf(Answer.Found.class, answer);
    }

    @Test
    @DisplayName("deletes, brings back and purges, and is known when it comes again")
    void life() throws IOException {
        try (House house = new House(temporary.resolve("data"))) {
            assertInstanceOf(Creation.Made.class, house.host.create(ID, Session.BLANK, Origin.NEW, "made"));
            found(house.api.delete(ID.text(), SECRET, REQUEST));
            found(house.api.delete(ID.text(), SECRET, REQUEST));
            found(house.api.bringBack(ID.text(), SECRET, REQUEST));
            found(house.api.delete(ID.text(), SECRET, REQUEST));
            List<Listing> there =
                    World.page(house.api.sessions(Optional.empty())).items();
            assertEquals(List.of(ID.text()), there.stream().map(Listing::id).toList(), "that one was done already");
            found(house.api.delete(ID.text(), SECRET, "s".repeat(128)));
            found(house.api.purge(ID.text(), SECRET, REQUEST));
            assertTrue(house.journal.buried().contains(ID));
        }
    }
}
