package tutti.client.app;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import tutti.client.audio.Kit;
import tutti.client.ui.Notice;
import tutti.client.ui.Rooms;
import tutti.edit.SessionFields;
import tutti.model.Limits;
import tutti.model.Session;
import tutti.model.SessionId;

/**
 * What a person asks of rooms: lists and opens them, copies, publishes, deletes them and brings them back. Each deed
 * is an errand with ids of its own, so that it can be tried again as often as needed and is done once. FX thread;
 * nothing blocks.
 */
final class Caretaker {
    /** Something that is asked of a listed room. */
    private interface Deed {
        void of(URI server, SessionId id, String asking) throws IOException;
    }

    /** A server that may have to be found first. */
    private interface Finder {
        URI find() throws IOException;
    }

    /** Who knows what rooms there are. */
    interface Source {
        Rooms ask() throws IOException;
    }

    /** Where to go then. */
    private interface Destination {
        Home home(SessionId id) throws IOException;
    }

    private static final String COPY = " copy";

    private final Studio studio;
    private final LocalServer local;
    private final ServerHttp http;
    private final Fresh fresh;
    private final AtomicLong asked = new AtomicLong();

    Caretaker(Studio studio, LocalServer local, ServerHttp http, Fresh fresh) {
        this.studio = studio;
        this.local = local;
        this.http = http;
        this.fresh = fresh;
        local.onMisfit(words -> studio.post(() -> misfit(words)));
    }

    private void misfit(Optional<String> words) {
        words.ifPresentOrElse(
                said -> studio.billboard().stand("misfit", Notice.Tone.BAD, said),
                () -> studio.billboard().withdraw("misfit"));
    }

    /** Lists the rooms of that address, of this machine if it is empty; of several askings the last one is shown. */
    void list(String address) {
        long turn = asked.incrementAndGet();
        show(turn, () -> studio.listed().looking(address));
        Listed from = new Listed(address);
        studio.errand(() -> answer(address, () -> rooms(address, from.find()), found -> show(turn, () -> found)));
    }

    /** Answers whatever happens: nobody may be left looking at a list that never comes. */
    static void answer(String address, Source source, Consumer<Rooms> hears) {
        Rooms found = new Rooms(address, List.of(), List.of(), "The rooms could not be listed");
        try {
            found = source.ask();
        } catch (IOException e) {
            found = new Rooms(address, List.of(), List.of(), Words.of(e));
        } finally {
            hears.accept(found);
        }
    }

    private Rooms rooms(String address, URI server) throws IOException {
        long now = System.currentTimeMillis();
        List<Rooms.Room> rooms =
                http.rooms(server).stream().map(Caretaker::room).toList();
        List<Rooms.Deleted> bin =
                http.bin(server).stream().map(card -> deleted(card, now)).toList();
        return new Rooms(address, rooms, bin, "");
    }

    /** Which one this window is in changes later too: the studio marks it. */
    private static Rooms.Room room(RoomCard card) {
        return new Rooms.Room(
                card.id().text(), card.name(), card.people(), false, card.frozen(), card.source(), card.old());
    }

    private static Rooms.Deleted deleted(BinCard card, long now) {
        long days =
                Math.ceilDiv(Math.max(0, card.until() - now), Duration.ofDays(1).toMillis());
        return new Rooms.Deleted(card.id().text(), card.name(), (int) days);
    }

    private void show(long turn, Supplier<Rooms> rooms) {
        studio.post(() -> {
            if (turn == asked.get()) {
                studio.rooms(rooms.get());
            }
        });
    }

    /** Goes to a listed room. */
    void open(String room) {
        Listed listed = listed();
        String doing = Goal.joining(name(room));
        SessionId.parse(room).ifPresent(id -> studio.go(doing, () -> listed.home(id)));
    }

    /** The server whose rooms are shown now, whichever is shown when a deed is done: to be taken at the press. */
    private Listed listed() {
        return new Listed(studio.shown().rooms().server());
    }

    /** A server of which rooms were listed. */
    private final class Listed {
        /** As it was typed; empty for this machine. */
        private final String address;

        Listed(String address) {
            this.address = address;
        }

        /** Blocks. */
        URI find() throws IOException {
            return address.isBlank() ? local.find().http() : Address.of(address);
        }

        Home home(SessionId id) throws IOException {
            return address.isBlank() ? Home.listed(id, local) : Home.there(id, Address.of(address), http);
        }

        /** Lists its rooms again, if they are still what is shown. */
        void again() {
            if (studio.shown().rooms().server().equals(address)) {
                list(address);
            }
        }
    }

    /** Starts a room of that name on this machine, with a track for each sound of {@code kit}, and goes there. */
    void start(String name, Kit kit) {
        if (SessionFields.NAME.kind().legal(name)) {
            Session birth = Births.empty(name, kit, fresh);
            SessionId id = fresh.session();
            studio.go("Starting “" + Rooms.called(name) + "”", () -> Home.here(id, local, http, () -> birth));
        } else {
            String words = "“" + name + "” cannot be the name of a room; choose another";
            studio.post(() -> studio.billboard().say("rooms", Notice.Tone.BAD, words));
        }
    }

    /** Copies a listed room and goes there. */
    void copy(String room) {
        Listed listed = listed();
        SessionId.parse(room).ifPresent(of -> copy(of, OptionalLong.empty(), name(room), listed::find, listed::home));
    }

    /** Copies the room that this window is in, as it was after that edit or as it is, beside it, and goes there. */
    void copyThis(OptionalLong seq) {
        String name = studio.shown().session().name();
        studio.home().ifPresent(home -> copy(home.id(), seq, name, home::server, home::beside));
    }

    private void copy(SessionId of, OptionalLong seq, String name, Finder server, Destination there) {
        SessionId id = fresh.session();
        String called = copied(Rooms.called(name));
        studio.go("Copying “" + Rooms.called(name) + "”", () -> {
            http.copy(server.find(), id, of, seq, called, false);
            return there.home(id);
        });
    }

    /** The name of a copy, cut where no letter falls apart. */
    static String copied(String name) {
        int end = Math.min(name.length(), Limits.NAME - COPY.length());
        boolean apart = end < name.length() && Character.isHighSurrogate(name.charAt(end - 1));
        return name.substring(0, apart ? end - 1 : end) + COPY;
    }

    /** Makes a frozen copy of a listed room. */
    void publish(String room) {
        SessionId copy = fresh.session();
        String name = name(room);
        ask(room, (server, id, asking) -> {
            http.copy(server, copy, id, OptionalLong.empty(), name, true);
            say("“" + Rooms.called(name) + "” is published: a frozen copy stands in the list of rooms");
        });
    }

    /** Puts a listed room into the bin. */
    void delete(String room) {
        String name = name(room);
        Listed listed = listed();
        ask(room, (server, id, asking) -> {
            http.delete(server, id, studio.identity().secret(), asking);
            studio.post(() -> studio.billboard()
                    .offer(
                            "rooms",
                            Notice.Tone.PLAIN,
                            "“" + Rooms.called(name) + "” is deleted",
                            "Bring back",
                            () -> bringBack(id, listed)));
        });
    }

    /** Takes a room out of the bin again. */
    void bringBack(String room) {
        Listed listed = listed();
        SessionId.parse(room).ifPresent(id -> bringBack(id, listed));
    }

    private void bringBack(SessionId room, Listed listed) {
        ask(room, listed, (server, id, asking) -> {
            http.bringBack(server, id, studio.identity().secret(), asking);
            studio.post(() -> studio.billboard().withdraw("rooms"));
        });
    }

    /** Deletes for ever what is in the bin. */
    void purge(String room) {
        ask(room, (server, id, asking) -> {
            http.purge(server, id, studio.identity().secret(), asking);
            studio.post(() -> studio.billboard().withdraw("rooms"));
        });
    }

    private void ask(String room, Deed deed) {
        Listed listed = listed();
        SessionId.parse(room).ifPresent(id -> ask(id, listed, deed));
    }

    private void ask(SessionId id, Listed listed, Deed deed) {
        String asking = fresh.text();
        studio.insist(() -> {
            deed.of(listed.find(), id, asking);
            listed.again();
        });
    }

    private void say(String words) {
        studio.post(() -> studio.billboard().say("rooms", Notice.Tone.PLAIN, words));
    }

    private String name(String room) {
        return studio.shown().rooms().list().stream()
                .filter(each -> each.id().equals(room))
                .map(Rooms.Room::name)
                .findFirst()
                .orElse("");
    }
}
