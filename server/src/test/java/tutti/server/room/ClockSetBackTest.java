package tutti.server.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tutti.sync.Row;
import tutti.sync.ServerMessage;

@Tag("fault")
@DisplayName("A wall clock that is set back")
class ClockSetBackTest {
    private static final long DAY = 86_400_000;
    private static final int EDITS = 100;

    private World world = new World();

    @Test
    @DisplayName("is noted in the rows and orders nothing: seq and room time rise, undo and restart are as ever")
    void setBack() {
        List<Row> rows = new ArrayList<>();
        Person ann = world.enter("ann");
        for (int n = 1; n <= EDITS; n++) {
            world.hand.setWallBack(n % 10 == 0 ? DAY : 0);
            ann.put(n, Person.tempo(9_000 + n));
            world.hand.seconds(0.01);
            ann.read(ServerMessage.Rows.class).forEach(told -> rows.addAll(told.rows()));
        }
        for (int i = 1; i < EDITS; i++) {
            assertEquals(i + 1L, rows.get(i).seq());
            assertTrue(rows.get(i).at() > rows.get(i - 1).at(), "room time goes back at " + i);
        }
        assertTrue(rows.get(9).wall() < rows.get(8).wall(), "people read the time that the machine had");
        world = world.restarted();
        Person back = world.enter("ann");
        assertEquals(9_000 + EDITS, world.reading().session().tempo());
        back.undo(EDITS + 1, "g" + EDITS);
        world.hand.run();
        assertEquals(9_000 + EDITS - 1, world.reading().session().tempo());
        System.out.println(String.join(
                "\t",
                "fault",
                "clock set back",
                "the injected wall clock goes back a day",
                "10",
                "" + EDITS,
                "0",
                "-"));
    }
}
