package tutti.client.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tutti.client.ui.Cursor;
import tutti.client.ui.Person;
import tutti.edit.Mutation;
import tutti.edit.Place;
import tutti.edit.SessionFields;
import tutti.model.NodeId;
import tutti.model.PatternSlot;
import tutti.model.Session;

@Tag("slow")
@DisplayName("Two people in one room")
class CompanyStoriesTest {
    @TempDir
    private Path folder;

    private Optional<TwoWindows> open = Optional.empty();

    private TwoWindows room(Session birth) throws Exception {
        TwoWindows room = new TwoWindows(folder, birth);
        open = Optional.of(room);
        return room;
    }

    @AfterEach
    void close() {
        open.ifPresent(TwoWindows::close);
    }

    @Test
    @DisplayName(
            "one plays, both play; a launch waits for the bar and can be withdrawn; a stop lands at the end of the bar")
    void transport() throws Exception {
        TwoWindows room = room(Births.firstLight());
        room.host.ask(desk -> desk.play());
        room.until(
                "both play",
                () -> room.guest.shown().transport().playing()
                        && room.host.shown().transport().playing());
        room.guest.ask(desk -> desk.launch(PatternSlot.B));
        room.until(
                "B waits for both", () -> room.host.shown().transport().next().isPresent());
        assertEquals(
                PatternSlot.B,
                room.host.shown().transport().next().orElseThrow().pattern());
        room.host.ask(desk -> desk.withdraw());
        room.until("B is withdrawn", () -> room.guest.shown().transport().next().isEmpty());
        room.host.ask(desk -> desk.stop());
        room.until(
                "the guest reads who stops",
                () -> room.guest.shown().transport().stopping().equals(Optional.of(room.host.name())));
        room.guest.ask(desk -> desk.play());
        room.until(
                "the guest kept it playing",
                () -> room.host.shown().transport().stopping().isEmpty());
        room.host.ask(desk -> desk.stop());
        room.until("it has stopped", () -> !room.guest.shown().transport().playing());
    }

    @Test
    @DisplayName("each sees the other's name, colour and cursor")
    void people() throws Exception {
        TwoWindows room = room(Births.firstLight());
        room.guest.clickStep("kick", 4);
        room.until(
                "the cursor arrives",
                () -> guestAtHost(room).at().equals(Optional.of(new Cursor(PatternSlot.A, new NodeId("kick"), 3))));
        room.guest.rename("Hatter");
        room.until("the name arrives", () -> guestAtHost(room).name().equals("Hatter"));
        assertFalse(guestAtHost(room).me());
    }

    private static Person guestAtHost(TwoWindows room) {
        return room.host.shown().people().getLast();
    }

    @Test
    @DisplayName("an edit that is refused is named, and nothing changes")
    void refused() throws Exception {
        Session frozen = SessionFields.FROZEN.with(Births.firstLight(), true);
        TwoWindows room = room(frozen);
        Place<Session> head = new Place.OfSession();
        room.host.edit(Mutation.put(head, SessionFields.TEMPO, 9_000));
        room.until("the refusal is read", () -> room.host.reads(".status", "this session is published"));
        assertEquals(frozen.tempo(), room.host.session().tempo());
        assertEquals(0, room.host.shown().sync().waiting());
    }
}
