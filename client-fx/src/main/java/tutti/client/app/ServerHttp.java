package tutti.client.app;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import tutti.client.ui.Rooms;
import tutti.model.Session;
import tutti.model.SessionId;
import tutti.sync.Chain;
import tutti.sync.HistoryPage;
import tutti.sync.Secret;
import tutti.wire.Codec;
import tutti.wire.Documents;
import tutti.wire.Json;
import tutti.wire.Stamp;

/** Asks a server over HTTP. Blocks; any thread but those of the window and of sound. */
final class ServerHttp implements AutoCloseable {
    private static final int OK = HttpLine.OK;
    private static final int MADE = 201;
    private static final int NOT_THERE = 404;
    private static final int GONE = 410;
    private static final int BROKEN = 500;
    private static final int ROWS = 500;
    /** Of a list; a server that has more is not to be believed. */
    private static final int PAGES = 100;
    /** Where a list goes on: what is asked for as it was told. */
    private static final Pattern MARK = Pattern.compile("\\.?[A-Za-z0-9_-]{1,64}|\\.");

    private final Codec codec = new Codec(HistoryPage.class);
    private final HttpLine line;

    /** Of this machine as it is. */
    ServerHttp() {
        this(Patience.OF_MACHINE);
    }

    /** @param patience with which it waits for a server that has too much to do */
    ServerHttp(Patience patience) {
        this.line = new HttpLine(patience);
    }

    /** What the server says of itself. @throws IOException in words if there is none */
    ServerCard server(URI http) throws IOException {
        if (!"http".equals(http.getScheme()) || http.getHost() == null) {
            throw new IOException("“" + http + "” is no address of a server");
        }
        Json.Obj card = object(
                line.send(HttpRequest.newBuilder(http.resolve("/api/server")).GET(), OK));
        long port = number(card, "webSocketPort");
        String path = text(card, "webSocketPath");
        URI line = URI.create("ws://" + http.getHost() + ":" + port + path);
        return new ServerCard(http, text(card, "version"), (int) number(card, "protocol"), line, start(card));
    }

    /** All sessions that it has: where people are first, then the newest. */
    List<RoomCard> rooms(URI http) throws IOException {
        List<RoomCard> rooms = new ArrayList<>();
        for (Json.Obj room : lines(http, "/api/sessions")) {
            int people = (int) optional(room, "members");
            SessionId.parse(text(room, "id"))
                    .ifPresent(id -> rooms.add(new RoomCard(
                            id, name(room), people, flag(room, "frozen"), source(room), flag(room, "old"))));
        }
        rooms.sort(Comparator.comparingInt(RoomCard::people).reversed());
        return rooms;
    }

    /** The lines of all pages of a list; what begins while they are turned may be missing. */
    private List<Json.Obj> lines(URI http, String path) throws IOException {
        List<Json.Obj> lines = new ArrayList<>();
        Optional<String> after = Optional.of("");
        for (int page = 0; after.isPresent() && page < PAGES; page++) {
            String from = after.get().isEmpty() ? "" : "?after=" + after.get();
            Json.Obj answer = object(line.send(get(http, path + from), OK));
            if (answer.get("sessions").orElse(new Json.Nil()) instanceof Json.Arr(List<Json> items)) {
                for (Json item : items) {
                    lines.add(object(item));
                }
            }
            after = answer.get("more")
                    .flatMap(more -> more instanceof Json.Str(String mark) ? Optional.of(mark) : Optional.empty())
                    .filter(mark -> MARK.matcher(mark).matches());
        }
        return lines;
    }

    /** Whether it has that session. @throws RoomLost if it had it, or cannot read it */
    boolean has(URI http, SessionId id) throws IOException {
        try {
            line.bytes(get(http, "/api/sessions/" + id.text()), OK);
            return true;
        } catch (AnsweredNo no) {
            if (no.status() == NOT_THERE) {
                return false;
            }
            throw no.status() == GONE
                    ? new RoomLost(
                            "this room was deleted: bring it back from the list of rooms, or start a new one", no)
                    : lost(no);
        }
    }

    private static IOException lost(AnsweredNo no) {
        return switch (no.status()) {
            case GONE -> new RoomLost("this room was deleted for ever", no);
            case BROKEN ->
                new RoomLost("the server cannot read this room; its log says why, and other rooms still open", no);
            default -> no;
        };
    }

    /**
     * Makes a session of this document under this id, if there is none of that id yet.
     *
     * @throws RoomLost if there was one
     */
    void create(URI http, SessionId id, Session document) throws IOException {
        String body = Documents.text(new Stamp(id, 0, Chain.NONE, ""), document);
        HttpRequest.Builder request = HttpRequest.newBuilder(http.resolve("/api/sessions"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        try {
            line.send(request, MADE);
        } catch (AnsweredNo no) {
            throw lost(no);
        }
    }

    /** All deleted sessions that can be brought back, the newest first. */
    List<BinCard> bin(URI http) throws IOException {
        List<BinCard> bin = new ArrayList<>();
        for (Json.Obj room : lines(http, "/api/bin")) {
            long until = number(room, "until");
            SessionId.parse(text(room, "id")).ifPresent(id -> bin.add(new BinCard(id, name(room), until)));
        }
        return bin;
    }

    /**
     * Makes the session {@code id} as a copy of another one, as it is or as it was after the row {@code seq}; a frozen
     * one is published, and never changes.
     */
    void copy(URI http, SessionId id, SessionId of, OptionalLong seq, String name, boolean frozen) throws IOException {
        String body = Json.Obj.EMPTY
                .with("id", id.text())
                .with("copyOf", of.text())
                .with("seq", seq.isPresent() ? new Json.Num(seq.getAsLong()) : new Json.Nil())
                .with("name", name)
                .with("frozen", frozen)
                .text();
        HttpRequest.Builder request = HttpRequest.newBuilder(http.resolve("/api/sessions"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        line.send(request, MADE);
    }

    /** Into the bin. {@code asking} is an id of the asking: the same once more does nothing more. */
    void delete(URI http, SessionId id, Secret me, String asking) throws IOException {
        line.send(asked(http, "/api/sessions/" + id.text(), me, asking).DELETE(), OK);
    }

    /** Out of the bin. */
    void bringBack(URI http, SessionId id, Secret me, String asking) throws IOException {
        HttpRequest.BodyPublisher nothing = HttpRequest.BodyPublishers.noBody();
        line.send(
                asked(http, "/api/bin/" + id.text() + "/bring-back", me, asking).POST(nothing), OK);
    }

    /** Out of the bin, for ever. */
    void purge(URI http, SessionId id, Secret me, String asking) throws IOException {
        line.send(asked(http, "/api/bin/" + id.text(), me, asking).DELETE(), OK);
    }

    /** What was done in a session: the rows before that one, else the newest ones, and what was played meanwhile. */
    HistoryPage history(URI http, SessionId id, OptionalLong before) throws IOException {
        String from = before.isPresent() ? "&before=" + before.getAsLong() : "";
        byte[] body =
                line.bytes(get(http, "/api/sessions/" + id.text() + "/history?acts=true&limit=" + ROWS + from), OK);
        return HttpLine.value(codec.read(HistoryPage.class, body, HttpLine.MOST));
    }

    /** A session as it was after that row; nothing if the server has no such moment. */
    Optional<Session> moment(URI http, SessionId id, long seq) throws IOException {
        try {
            byte[] body = line.bytes(get(http, "/api/sessions/" + id.text() + "?seq=" + seq), OK);
            return Optional.of(HttpLine.value(Documents.read(body)).session());
        } catch (AnsweredNo no) {
            if (no.status() == NOT_THERE) {
                return Optional.empty();
            }
            throw no;
        }
    }

    private static HttpRequest.Builder get(URI http, String path) {
        return HttpRequest.newBuilder(http.resolve(path)).GET();
    }

    private static HttpRequest.Builder asked(URI http, String path, Secret me, String asking) {
        return HttpRequest.newBuilder(http.resolve(path + "?request=" + asking))
                .header("Authorization", "Bearer " + me.text());
    }

    @Override
    public void close() {
        line.close();
    }

    private static Json.Obj object(Json json) throws IOException {
        if (json instanceof Json.Obj object) {
            return object;
        }
        throw new IOException("what answers there is no Tutti server");
    }

    private static String start(Json.Obj card) {
        return card.get("start").orElse(card) instanceof Json.Str(String id) ? id : "";
    }

    private static String text(Json.Obj object, String name) throws IOException {
        if (object.get(name).orElse(new Json.Nil()) instanceof Json.Str(String value)) {
            return value;
        }
        throw new IOException("what answers there is no Tutti server: it says no " + name);
    }

    private static long number(Json.Obj object, String name) throws IOException {
        if (object.get(name).orElse(new Json.Nil()) instanceof Json.Num(long value)) {
            return value;
        }
        throw new IOException("what answers there is no Tutti server: it says no " + name);
    }

    private static long optional(Json.Obj object, String name) {
        return object.get(name).orElse(new Json.Nil()) instanceof Json.Num(long value) ? value : 0;
    }

    private static boolean flag(Json.Obj object, String name) {
        return object.get(name).orElse(new Json.Nil()) instanceof Json.Bool(boolean value) && value;
    }

    /** An older server does not tell what was copied. */
    private static Optional<Rooms.Source> source(Json.Obj room) {
        return room.get("copiedFrom").orElse(new Json.Nil()) instanceof Json.Obj from
                ? Optional.of(new Rooms.Source(name(from), optional(from, "seq")))
                : Optional.empty();
    }

    private static String name(Json.Obj room) {
        return room.get("name").orElse(new Json.Nil()) instanceof Json.Str(String value) ? value : "";
    }
}
