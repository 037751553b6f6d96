package tutti.wire;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tutti.edit.Mutation;
import tutti.edit.Part;
import tutti.sync.Chained;
import tutti.sync.ClientMessage;
import tutti.sync.Edit;
import tutti.sync.Form;
import tutti.sync.Limits;
import tutti.sync.OutboxNote;
import tutti.sync.OutboxState;
import tutti.sync.Row;
import tutti.sync.ServerMessage;
import tutti.wire.JsonReader.Dialect;
import tutti.wire.Parsed.Malformed;

/**
 * Text to values and back, for all that is sent or stored. What it writes is canonical, so equal values have equal
 * text. What it reads is strict: a member that is missing, doubled, unknown or of another type is a fault, and a fault
 * is a value. Stateless once made, so any thread may use it.
 */
public final class Codec implements Form {
    private final Map<Class<?>, Shape> shapes = new HashMap<>();

    /**
     * A codec of the protocol's own types.
     *
     * @param more further records or sealed families, such as those of a client's own files
     * @throws IllegalArgumentException if one of them has a component that cannot be sent
     */
    public Codec(Class<?>... more) {
        List<Class<?>> own = List.of(
                ClientMessage.class,
                ServerMessage.class,
                Row.class,
                Edit.class,
                Mutation.class,
                OutboxState.class,
                OutboxNote.class,
                Part.class);
        own.forEach(type -> shapes.put(type, Shapes.of(type)));
        List.of(more).forEach(type -> shapes.put(type, Shapes.of(type)));
    }

    /** A frame of the client. */
    public String write(ClientMessage message) {
        return text(ClientMessage.class, message);
    }

    /** A frame of the server. */
    public String write(ServerMessage message) {
        return text(ServerMessage.class, message);
    }

    /** The message in a client's frame. */
    public Parsed<ClientMessage> readClient(String frame) {
        return read(ClientMessage.class, frame, Limits.CLIENT_FRAME);
    }

    /** The message in a server's frame. */
    public Parsed<ServerMessage> readServer(String frame) {
        return read(ServerMessage.class, frame, Limits.SERVER_FRAME);
    }

    /** The protocol version that a client's frame names, also if all else in it is of another version. */
    public Optional<Integer> protocolOf(String frame) {
        return switch (JsonReader.read(frame, Limits.CLIENT_FRAME, Dialect.OURS)) {
            case Parsed.Of<Json>(Json.Obj hello)
            when hello.members().get("protocol") instanceof Json.Num(long version) ->
                Optional.of(Math.clamp(version, 0, Integer.MAX_VALUE));
            case Parsed.Of<Json> other -> Optional.empty();
            case Malformed<Json> malformed -> Optional.empty();
        };
    }

    /** The canonical text of a row. */
    @Override
    public String row(Row row) {
        return text(Row.class, row);
    }

    /** @throws IllegalArgumentException if the text is none of a row */
    @Override
    public Row row(String text) {
        return switch (read(Row.class, text, text.length())) {
            case Parsed.Of<Row>(Row row) -> row;
            case Malformed<Row> malformed -> throw new IllegalArgumentException("no row: " + malformed);
        };
    }

    /** The frame of {@link ServerMessage.Rows}, from rows that were written already; at least one. */
    public String rows(List<Chained> rows) {
        String chain = rows.getLast().chain().hex();
        String texts = String.join(",", rows.stream().map(Chained::text).toList());
        return "{\"chain\":\"" + chain + "\",\"rows\":[" + texts + "],\"type\":\"Rows\"}";
    }

    /** Bytes of a mutation's text. */
    @Override
    public int size(Mutation mutation) {
        return text(Mutation.class, mutation).getBytes(StandardCharsets.UTF_8).length;
    }

    /** Bytes of a part's text. */
    @Override
    public int size(Part part) {
        return text(Part.class, part).getBytes(StandardCharsets.UTF_8).length;
    }

    /** The text of any value whose type this codec knows. */
    public <T> String text(Class<T> type, T value) {
        return shape(type).write(value).text();
    }

    /** The value in {@code text}, which may have {@code most} characters. */
    public <T> Parsed<T> read(Class<T> type, String text, int most) {
        return JsonReader.read(text, most, Dialect.OURS).then(json -> read(type, json));
    }

    /** The value in {@code bytes} of UTF-8, of which there may be {@code most}. */
    public <T> Parsed<T> read(Class<T> type, byte[] bytes, int most) {
        return JsonReader.read(bytes, most, Dialect.OURS).then(json -> read(type, json));
    }

    private <T> Parsed<T> read(Class<T> type, Json json) {
        try {
            return new Parsed.Of<>(type.cast(shape(type).read(json)));
        } catch (Misfit misfit) {
            return misfit.malformed();
        }
    }

    private Shape shape(Class<?> type) {
        Shape shape = shapes.get(type);
        if (shape == null) {
            throw new IllegalArgumentException("this codec was not told of " + type);
        }
        return shape;
    }
}
