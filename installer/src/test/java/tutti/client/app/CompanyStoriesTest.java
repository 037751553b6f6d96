package tutti.client.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tutti.client.ui.Cursor;
import tutti.client.ui.Person;
import tutti.client.ui.Rooms;
import tutti.client.ui.Transport;
import tutti.edit.Mutation;
import tutti.edit.Outcome;
import tutti.edit.Place;
import tutti.edit.Reducer;
import tutti.edit.Refusal.Reason;
import tutti.edit.Root;
import tutti.edit.SessionFields;
import tutti.edit.StepFields;
import tutti.edit.TrackFields;
import tutti.model.NodeId;
import tutti.model.PatternSlot;
import tutti.model.Session;
import tutti.model.SessionId;
import tutti.music.Ticks;
import tutti.sync.Halt;

@Tag("slow")
@DisplayName("Two people in one room")
class CompanyStoriesTest extends RoomStory {
    @Test
    @DisplayName(
            "one plays, both play; a stop waits for the end of the bar, and until then anybody can keep it playing")
    void transport() throws Exception {
        TwoWindows room = room(tempo(4_000));
        room.host.ask(desk -> desk.play());
        room.until(
                "both play",
                () -> room.guest.shown().transport().playing()
                        && room.host.shown().transport().playing());
        room.host.ask(desk -> desk.stop());
        room.until(
                "the guest reads who stops",
                () -> room.guest.shown().transport().stopping().equals(Optional.of(room.host.name())));
        room.guest.ask(desk -> desk.play());
        room.until(
                "the guest kept it playing",
                () -> room.host.shown().transport().stopping().isEmpty());
        assertTrue(room.host.shown().transport().playing());
        room.host.ask(desk -> desk.stop());
        room.until("it has stopped", () -> !room.guest.shown().transport().playing());
    }

    private static Session tempo(int centiBpm) {
        return SessionFields.TEMPO.with(Births.firstLight(), centiBpm);
    }

    @Test
    @DisplayName("the first click on a pattern's chip looks, the second launches it for all, the third withdraws it")
    void chip() throws Exception {
        Mutation step = Mutation.put(new Place.OfStep(PatternSlot.B, new NodeId("kick"), 0), StepFields.ON, true);
        TwoWindows room = room(changed(tempo(2_000), List.of(step)));
        room.host.ask(desk -> desk.play());
        room.until("both play", () -> room.guest.shown().transport().playing());
        room.guest.clickChip(PatternSlot.B);
        assertEquals(Optional.empty(), room.guest.shown().transport().next());
        room.guest.clickChip(PatternSlot.B);
        room.until("the host sees B to come", () -> next(room.host).equals(Optional.of(PatternSlot.B)));
        room.until("so does the guest", () -> next(room.guest).equals(Optional.of(PatternSlot.B)));
        room.guest.clickChip(PatternSlot.B);
        room.until(
                "it is withdrawn",
                () -> next(room.host).isEmpty() && next(room.guest).isEmpty());
        assertEquals(PatternSlot.A, room.host.shown().transport().pattern());
    }

    private static Optional<PatternSlot> next(Seat seat) {
        return seat.shown().transport().next().map(Transport.Launch::pattern);
    }

    @Test
    @DisplayName("with two in, a stop lands on the bar line, the same one for both, and not before")
    void barLine() throws Exception {
        TwoWindows room = room(tempo(20_000));
        room.host.ask(desk -> desk.play());
        room.until("both play", () -> room.guest.shown().transport().playing());
        room.guest.ask(desk -> desk.stop());
        room.until(
                "both know",
                () -> halt(room.host).isPresent() && halt(room.guest).isPresent());
        long tick = halt(room.host).orElseThrow().tick();
        assertEquals(halt(room.host), halt(room.guest));
        assertEquals(0, tick % Ticks.bar(room.host.session().meter()));
        tutti.sync.Transport transport = room.host.transport().orElseThrow();
        assertTrue(transport.plays(tick - 1) && !transport.plays(tick));
        room.until(
                "both have stopped",
                () -> !room.host.shown().transport().playing()
                        && !room.guest.shown().transport().playing());
        assertTrue(room.host.shown().transport().heard().room() >= tick, "stopped before the bar line");
    }

    private static Optional<Halt> halt(Seat seat) {
        return seat.transport().flatMap(tutti.sync.Transport::halt);
    }

    @Test
    @DisplayName("who muted the row is told to others by name, to a newcomer too, and to the one who did it as “you”")
    void mutedBefore() throws Exception {
        TwoWindows room = room();
        room.host.edit(Mutation.put(new Root.OfTrack(new NodeId("clap")), TrackFields.MUTE, true));
        room.until("the guest reads it", () -> room.guest.reads(".grid", "muted by " + room.host.name()));
        room.until("the one who did it reads “you”", () -> room.host.reads(".grid", "muted by you"));
        room.newGuest();
        room.until("the newcomer reads it", () -> room.guest.reads(".grid", "muted by " + room.host.name()));
    }

    @Test
    @DisplayName("of two last tracks at once one is refused, and its author alone reads why")
    void fullHouse() throws Exception {
        TwoWindows room = room(tracks(31));
        room.host.edit(track("host"));
        room.guest.edit(track("guest"));
        String words = "A track: not done, " + Reason.FULL.words();
        room.until("one is told", () -> room.host.reads(".status", words) || room.guest.reads(".status", words));
        Seat author = room.host.reads(".status", words) ? room.host : room.guest;
        Seat other = author == room.host ? room.guest : room.host;
        room.until(
                "all is answered and equal",
                () -> author.shown().sync().waiting() == 0 && author.session().equals(other.session()));
        assertEquals(32, author.session().liveTracks().size());
        assertFalse(other.reads(".status", words));
    }

    private static Mutation track(String id) {
        return new Mutation.Insert<>(new Root.OfTrack(new NodeId(id)), List.of(TrackFields.POSITION.of("V." + id)));
    }

    private static Session tracks(int count) {
        List<Mutation> all =
                IntStream.range(0, count).mapToObj(i -> track("t" + i)).toList();
        return changed(Session.BLANK, all);
    }

    private static Session changed(Session session, List<Mutation> mutations) {
        return assertInstanceOf(Outcome.Changed.class, Reducer.reduce(session, mutations))
                .next();
    }

    @Test
    @DisplayName("the list of rooms says where this window is as soon as it goes somewhere else")
    void elsewhere() throws Exception {
        TwoWindows room = room();
        room.host.ask(desk -> desk.list(""));
        room.until("it is listed", () -> here(room.host).equals(List.of("First light")));
        SessionId other = new Fresh().session();
        room.host
                .http()
                .create(room.host.local().find().http(), other, SessionFields.NAME.with(Session.BLANK, "Attic"));
        room.host.ask(desk -> desk.list(""));
        room.until("so is the other", () -> room.host.shown().rooms().list().size() == 2);
        room.host.ask(desk -> desk.open(other.text()));
        room.until("the host is there", () -> room.host.session().name().equals("Attic"));
        assertEquals(List.of("Attic"), here(room.host));
    }

    private static List<String> here(Seat seat) {
        return seat.shown().rooms().list().stream()
                .filter(Rooms.Room::here)
                .map(Rooms.Room::name)
                .toList();
    }

    @Test
    @DisplayName("each sees the other's name, colour and cursor")
    void people() throws Exception {
        TwoWindows room = room();
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
        room.host.edit(Mutation.put(HEAD, SessionFields.TEMPO, 9_000));
        room.until("the refusal is read", () -> room.host.reads(".status", "this session is published"));
        assertEquals(frozen.tempo(), room.host.session().tempo());
        assertEquals(0, room.host.shown().sync().waiting());
    }
}
