package tutti.client.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import tutti.client.audio.SoundCatalogue;
import tutti.client.ui.Sync;
import tutti.edit.Mutation;
import tutti.edit.Order;
import tutti.edit.Root;
import tutti.edit.TrackFields;
import tutti.edit.Value;
import tutti.model.Limits;
import tutti.model.NodeId;
import tutti.model.Track;

@Tag("slow")
@DisplayName("When something goes wrong, a button")
class RemedyStoriesTest extends RoomStory {
    private static Mutation track(String id, int index) {
        Track blank = TrackFields.POSITION.with(Track.BLANK, Order.spread(new NodeId(id), index, 40));
        List<Value<Track, ?>> values = TrackFields.table().set(blank);
        return new Mutation.Insert<>(new Root.OfTrack(new NodeId(id)), values);
    }

    private static boolean has(Seat seat, String track) {
        return seat.session()
                .tracks()
                .get(new NodeId(track))
                .filter(found -> !found.deleted())
                .isPresent();
    }

    @Test
    @DisplayName("tries again what was refused: the 33rd track is named, and comes once another one has gone")
    void tryAgain() throws Exception {
        TwoWindows room = room();
        int there = room.host.session().tracks().entries().size();
        for (int i = there; i < Limits.TRACKS - 1; i++) {
            room.host.edit(track("more-" + i, i));
        }
        room.until("31 tracks", () -> room.guest.session().tracks().entries().size() == Limits.TRACKS - 1);
        room.stopServer();
        room.host.edit(track("the-hosts", 38));
        room.guest.edit(track("the-guests", 39));
        room.startServer();
        room.until("one is refused in words", () -> room.host.offered("Try again") || room.guest.offered("Try again"));
        Seat loser = room.host.offered("Try again") ? room.host : room.guest;
        String wanted = loser == room.host ? "the-hosts" : "the-guests";
        room.until("it is named", () -> loser.reads(".status", "as many of these as a session can hold"));
        loser.edit(Mutation.put(new Root.OfTrack(new NodeId("kick")), TrackFields.DELETED, true));
        loser.answer("Try again");
        room.until("both have it", () -> has(room.host, wanted) && has(room.guest, wanted));
        room.until("the notice is gone", () -> !loser.offered("Try again"));
    }

    @Test
    @DisplayName("keeps what a server that went back does not have any more, as a room of its own")
    void keepMine() throws Exception {
        TwoWindows room = room();
        room.stopServer();
        Path backup = folder.resolve("backup");
        copy(folder.resolve("host"), backup);
        room.startServer();
        room.until("both are back", () -> TwoWindows.live(room.host) && TwoWindows.live(room.guest));
        room.host.edit(named("Newer"));
        room.until("the guest has it", () -> room.guest.session().name().equals("Newer"));
        room.until("its author was told", () -> told(room.host, room.guest));
        room.reopenHost();
        room.until("its author has saved it", () -> TwoWindows.live(room.host));
        room.stopServer();
        copy(backup, folder.resolve("host"));
        room.startServer();
        String button = "Keep mine as a new room";
        room.until("the server's past is noticed", () -> room.guest.offered(button));
        room.until("the old state is shown", () -> !room.guest.session().name().equals("Newer"));
        room.reopenGuest();
        room.until("it is offered again after a restart", () -> room.guest.offered(button));
        room.guest.answer(button);
        room.until("the guest's copy is open", () -> room.guest.session().name().equals("Newer (kept)"));
        room.until("it is saved", () -> room.guest.saved().startsWith("Saved"));
        assertNotEquals("Newer (kept)", room.host.session().name());
        room.until("it is not offered any more", () -> !room.guest.offered(button));
        room.reopenGuest();
        room.until("nor at the next start", () -> TwoWindows.live(room.guest) && !room.guest.offered(button));
    }

    /**
     * Whether the author heard of all that the other sees. What it did not hear of, or has not saved, it would rightly
     * send again; a window that closes saves.
     */
    private static boolean told(Seat author, Seat other) {
        Sync sync = author.shown().sync();
        return sync.waiting() == 0 && sync.durable() == other.shown().sync().durable();
    }

    @Test
    @DisplayName("tries again to find a server that does not answer, which is said in words")
    void noServer() throws Exception {
        FxToolkit.registerPrimaryStage();
        TwoWindows room = room();
        Seat lost = new Seat(
                folder.resolve("lost"),
                SoundCatalogue.load(),
                seat -> Home.there(new Fresh().session(), URI.create("http://127.0.0.1:9"), seat.http()));
        try {
            lost.studio.insist(() -> lost.http().rooms(URI.create("http://127.0.0.1:9")));
            room.until("it is said", () -> lost.reads(".status", "No server answers at 127.0.0.1:9"));
            assertEquals(
                    1,
                    lost.shown().notices().stream()
                            .filter(n -> n.answer().isPresent())
                            .count());
        } finally {
            lost.close();
        }
    }

    /** Copies a server's files over; the client's own lie in a folder of their own and stay as they are. */
    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        for (Path old : files(to)) {
            Files.delete(old);
        }
        for (Path file : files(from)) {
            Files.copy(file, to.resolve(file.getFileName()));
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }
}
