package tutti.client.app;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tutti.client.ui.Notice;
import tutti.client.ui.Rooms;
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

    private static final String COPY = " copy";
    private static final String NAMELESS = "Untitled";

    private final Studio studio;
    private final LocalServer local;
    private final ServerHttp http;
    private final Fresh fresh;
    private volatile Optional<URI> listed = Optional.empty();

    Caretaker(Studio studio, LocalServer local, ServerHttp http, Fresh fresh) {
        this.studio = studio;
        this.local = local;
        this.http = http;
        this.fresh = fresh;
    }

    /** Lists the rooms of that address; of this machine if it is empty. */
    void list(String address) {
        studio.errand(() -> {
            try {
                URI server = address.isBlank() ? local.find().http() : ServerHttp.address(address);
                Rooms rooms = rooms(address, server);
                listed = address.isBlank() ? Optional.empty() : Optional.of(server);
                show(rooms);
            } catch (IOException e) {
                String words = Optional.ofNullable(e.getMessage()).orElse("no answer");
                show(new Rooms(address, List.of(), List.of(), words));
            }
        });
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
        return new Rooms.Room(card.id().text(), called(card.name()), card.people(), false, card.frozen());
    }

    private static Rooms.Deleted deleted(BinCard card, long now) {
        long days =
                Math.ceilDiv(Math.max(0, card.until() - now), Duration.ofDays(1).toMillis());
        return new Rooms.Deleted(card.id().text(), called(card.name()), (int) days);
    }

    private static String called(String name) {
        return name.isBlank() ? NAMELESS : name;
    }

    private void show(Rooms rooms) {
        studio.post(() -> studio.rooms(rooms));
    }

    /** Goes to a listed room. */
    void open(String room) {
        SessionId.parse(room).ifPresent(id -> studio.errand(() -> studio.enter(home(id))));
    }

    /** A room of the listed server. */
    private Home home(SessionId id) {
        return listed.map(server -> Home.there(id, server, http))
                .orElseGet(() -> Home.here(id, local, http, Births::firstLight));
    }

    /** The listed server. Blocks. */
    private URI server() throws IOException {
        Optional<URI> there = listed;
        return there.isPresent() ? there.get() : local.find().http();
    }

    /** Copies a listed room and goes there. */
    void copy(String room) {
        SessionId.parse(room).ifPresent(of -> copy(of, name(room), this::server, this::home));
    }

    /** Copies the room that this window is in, beside it, and goes there. */
    void copyThis() {
        String name = studio.shown().session().name();
        studio.home()
                .ifPresent(home -> copy(home.id(), name, home::server, id -> home.beside(id, http, Session.BLANK)));
    }

    private void copy(SessionId of, String name, Finder server, Function<SessionId, Home> there) {
        SessionId id = fresh.session();
        String called = name.substring(0, Math.min(name.length(), Limits.NAME - COPY.length())) + COPY;
        studio.insist(() -> {
            http.copy(server.find(), id, of, called, false);
            studio.enter(there.apply(id));
        });
    }

    /** Makes a frozen copy of a listed room. */
    void publish(String room) {
        SessionId copy = fresh.session();
        String name = name(room);
        ask(room, (server, id, asking) -> {
            http.copy(server, copy, id, name, true);
            say("“" + name + "” is published: a frozen copy stands in the list of rooms");
        });
    }

    /** Puts a listed room into the bin. */
    void delete(String room) {
        String name = name(room);
        ask(room, (server, id, asking) -> {
            http.delete(server, id, studio.identity().secret(), asking);
            say("“" + name + "” is deleted; it can be brought back from the list of rooms");
        });
    }

    /** Takes a room out of the bin again. */
    void bringBack(String room) {
        ask(
                room,
                (server, id, asking) ->
                        http.bringBack(server, id, studio.identity().secret(), asking));
    }

    /** Deletes for ever what is in the bin. */
    void purge(String room) {
        ask(
                room,
                (server, id, asking) -> http.purge(server, id, studio.identity().secret(), asking));
    }

    private void ask(String room, Deed deed) {
        String asking = fresh.text();
        SessionId.parse(room)
                .ifPresent(id -> studio.insist(() -> {
                    deed.of(server(), id, asking);
                    list(studio.shown().rooms().server());
                }));
    }

    private void say(String words) {
        studio.post(() -> studio.billboard().say("rooms", Notice.Tone.PLAIN, words));
    }

    private String name(String room) {
        return studio.shown().rooms().list().stream()
                .filter(each -> each.id().equals(room))
                .map(Rooms.Room::name)
                .findFirst()
                .orElse(NAMELESS);
    }
}
