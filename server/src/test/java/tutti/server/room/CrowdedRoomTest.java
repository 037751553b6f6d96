package tutti.server.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tutti.model.SessionId;
import tutti.server.http.Answer;
import tutti.server.http.Problem;
import tutti.sync.CloseReason;
import tutti.sync.Limits;
import tutti.sync.ServerMessage;

@DisplayName("A room that has had too many outboxes of one member")
class CrowdedRoomTest {
    private static final String SECRET = "a-secret-of-a-script-somewhere";

    @TempDir
    private Path data;

    @Test
    @DisplayName("turns a further window of that member away in words, and lets in who was there and everybody else")
    void windows() {
        World world = new World();
        Person bob = world.enter("bob");
        for (int i = 1; i <= Limits.MEMBER_OUTBOXES; i++) {
            Person window = new Person(world, "ann", "window-" + i);
            window.hello(Stage.ID);
            window.put(1, Person.tempo(9_000 + i));
            window.leave();
        }
        Person further = new Person(world, "ann", "one-more");
        further.hello(Stage.ID);
        world.hand.run();
        assertEquals(1013, further.connection.closeCode());
        assertEquals(CloseReason.MEMBER_CROWDED.words(), further.connection.closeReason());
        Person back = new Person(world, "ann", "window-1");
        back.hello(Stage.ID);
        world.hand.run();
        assertEquals(1, back.read(ServerMessage.Welcome.class).getFirst().settled());
        assertEquals(0, world.enter("eve").connection.closeCode());
        assertEquals(0, bob.connection.closeCode());
    }

    @Test
    @DisplayName("says over HTTP that there is no place, not that the number is wrong, and answers those that it has")
    void overHttp() throws Exception {
        SessionId id = new SessionId("crowded-0001");
        try (House house = new House(data)) {
            assertInstanceOf(
                    Answer.Made.class, house.api.create("{\"id\":\"" + id.text() + "\",\"parts\":{},\"version\":1}"));
            for (int i = 1; i <= Limits.MEMBER_OUTBOXES / Limits.POSTED_PART; i++) {
                assertInstanceOf(Answer.Settled.class, house.api.edit(id.text(), SECRET, edit("post-" + i)));
            }
            Answer none = house.api.edit(id.text(), SECRET, edit("one-more"));
            assertEquals(
                    Problem.CROWDED,
                    assertInstanceOf(Answer.Refused.class, none).problem());
            assertFalse(Problem.CROWDED.passes());
            assertInstanceOf(Answer.Settled.class, house.api.edit(id.text(), SECRET, edit("post-1")));
            assertInstanceOf(Answer.Settled.class, house.api.edit(id.text(), SECRET + "-2", edit("one-more")));
        }
    }

    private static String edit(String outbox) {
        return "{\"edit\":{\"ask\":{\"mutations\":[{\"at\":\"session\",\"put\":\"tempo\",\"to\":9000}],"
                + "\"type\":\"Change\"},\"gesture\":\"g\",\"n\":1},\"outbox\":\"" + outbox + "\"}";
    }
}
