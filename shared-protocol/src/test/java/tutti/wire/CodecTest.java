package tutti.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tutti.edit.Mutation;
import tutti.edit.Part;
import tutti.edit.Seeds;
import tutti.sync.Chain;
import tutti.sync.Chained;
import tutti.sync.ClientMessage;
import tutti.sync.OutboxNote;
import tutti.sync.OutboxState;
import tutti.sync.Row;
import tutti.sync.ServerMessage;
import tutti.wire.Parsed.Malformed;

@DisplayName("The codec")
class CodecTest {
    private static final long SEED = 1_789;
    private static final int MOST = 1 << 20;

    private final Codec codec = new Codec();

    @ParameterizedTest
    @DisplayName("gives back every value that it wrote, and writes it to the same text again")
    @ValueSource(
            classes = {
                ClientMessage.class,
                ServerMessage.class,
                Row.class,
                Mutation.class,
                Part.class,
                OutboxState.class,
                OutboxNote.class
            })
    <T> void roundTrip(Class<T> type) {
        Any any = new Any(SEED);
        for (int i = 0; i < Seeds.of(200); i++) {
            T value = any.value(type);
            String text = codec.text(type, value);
            assertEquals(new Parsed.Of<>(value), codec.read(type, text, MOST), () -> "seed " + SEED + ": " + text);
            assertEquals(new Parsed.Of<>(value), codec.read(type, text.getBytes(StandardCharsets.UTF_8), MOST));
        }
    }

    @Test
    @DisplayName("never throws at a damaged frame, and what it takes is what it would write")
    void damaged() {
        SplittableRandom dice = new SplittableRandom(SEED);
        Any any = new Any(SEED);
        int taken = 0;
        for (int i = 0; i < Seeds.of(3_000); i++) {
            String frame = damage(dice, codec.write(any.value(ClientMessage.class)));
            Parsed<ClientMessage> parsed = codec.readClient(frame);
            if (parsed instanceof Parsed.Of<ClientMessage>(ClientMessage message)) {
                taken++;
                assertEquals(parsed, codec.readClient(codec.write(message)), () -> "seed " + SEED + ": " + frame);
            }
            codec.protocolOf(frame);
            codec.readServer(damage(dice, codec.write(any.value(ServerMessage.class))));
        }
        assertNotEquals(0, taken, "some damage is only to a text");
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("refuses")
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "\"Leave\"",
                "[\"Leave\",{}]",
                "{\"type\":\"Leave\",\"more\":1}",
                "{\"type\":\"leave\"}",
                "{\"type\":\"ClientMessage\"}",
                "{\"type\":\"Ping\"}",
                "{\"type\":\"Ping\",\"sent\":null}",
                "{\"type\":\"Ping\",\"sent\":\"12\"}",
                "{\"type\":\"Ping\",\"sent\":1.7}",
                "{\"type\":\"Ping\",\"sent\":true}",
                "{\"type\":\"Ping\",\"type\":\"Ping\",\"sent\":1}",
                "{\"type\":\"Stop\",\"keep\":0}",
                "{\"type\":\"Stop\",\"keep\":\"true\"}",
                "{\"type\":\"Launch\",\"pattern\":\" A\"}",
                "{\"type\":\"Launch\",\"pattern\":0}",
                "{\"type\":\"Launch\",\"pattern\":\"Q\"}",
                "{\"type\":\"Play\"}",
                "{\"type\":\"Rename\",\"profile\":{\"name\":\"\",\"colour\":1}}",
                "{\"type\":\"Rename\",\"profile\":{\"name\":\"A\",\"colour\":12}}",
                "{\"type\":\"Rename\",\"profile\":{\"name\":\"A\",\"colour\":4294967300}}",
                "{\"type\":\"Point\",\"pointer\":{\"pattern\":\"A\",\"track\":null,\"step\":128}}",
                "{\"type\":\"Submit\",\"edit\":{\"n\":0,\"gesture\":\"g\",\"ask\":{\"type\":\"Undo\",\"of\":\"h\"}}}",
                "{\"type\":\"Submit\",\"edit\":{\"n\":1,\"gesture\":\"g\",\"ask\":[null]}}",
                "{\"type\":\"Submit\",\"edit\":{\"n\":1,\"gesture\":\"\",\"ask\":{\"type\":\"Undo\",\"of\":\"h\"}}}",
            })
    void refused(String frame) {
        assertInstanceOf(Malformed.class, codec.readClient(frame));
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("refuses the mutation")
    @ValueSource(
            strings = {
                "null",
                "{\"at\":\"session\"}",
                "{\"at\":\"session\",\"put\":\"tempo\"}",
                "{\"at\":\"session\",\"put\":\"tempo\",\"to\":1999}",
                "{\"at\":\"session\",\"put\":\"tempo\",\"to\":\"12000\"}",
                "{\"at\":\"session\",\"put\":\"tempo\",\"to\":null}",
                "{\"at\":\"session\",\"put\":\"tempo\",\"to\":{}}",
                "{\"at\":\"session\",\"put\":\"Tempo\",\"to\":12000}",
                "{\"at\":\"session\",\"put\":\"tempo\",\"to\":12000,\"by\":1}",
                "{\"at\":\"step/A/k/128\",\"put\":\"on\",\"to\":true}",
                "{\"at\":\"step/A/k/01\",\"put\":\"on\",\"to\":true}",
                "{\"at\":\"step/Q/k/1\",\"put\":\"on\",\"to\":true}",
                "{\"at\":\"step/A/k k/1\",\"put\":\"on\",\"to\":true}",
                "{\"at\":\"track/k\",\"put\":\"name\",\"to\":\"\\u0007\"}",
                "{\"at\":\"lane/A/k\",\"insert\":{}}",
                "{\"at\":\"track/k\",\"insert\":{\"nmae\":\"Kick\"}}",
                "{\"at\":\"track/k\",\"insert\":{\"colour\":8}}",
                "{\"at\":\"track/k\",\"forget\":false}",
            })
    void refusedMutation(String text) {
        assertInstanceOf(Malformed.class, codec.read(Mutation.class, text, MOST));
    }

    @Test
    @DisplayName("says what is wrong and where, in words that a client's author can use")
    void words() {
        String frame = "{\"edit\":{\"ask\":{\"mutations\":[{\"at\":\"session\",\"put\":\"tempo\",\"to\":9}],"
                + "\"type\":\"Change\"},"
                + "\"gesture\":\"g\",\"n\":1},\"type\":\"Submit\"}";
        Malformed<?> fault = assertInstanceOf(Malformed.class, codec.readClient(frame));
        assertEquals("edit.ask.mutations[0].tempo: not a whole number from 2000 to 30000", fault.text());
    }

    @Test
    @DisplayName("composes a frame of rows from rows that were written before")
    void rows() {
        Any any = new Any(SEED);
        List<Row> rows = List.of(any.value(Row.class), any.value(Row.class));
        Chain chain = any.value(Chain.class);
        List<Chained> chained = rows.stream()
                .map(row -> new Chained(row, chain, codec.row(row)))
                .toList();
        assertEquals(codec.write(new ServerMessage.Rows(rows, chain)), codec.rows(chained));
    }

    @Test
    @DisplayName("finds the protocol version in a Hello that it cannot read")
    void protocol() {
        assertEquals(Optional.of(7), codec.protocolOf("{\"type\":\"Hello\",\"protocol\":7,\"news\":[]}"));
        assertEquals(Optional.empty(), codec.protocolOf("{\"type\":\"Hello\"}"));
        assertEquals(Optional.empty(), codec.protocolOf("Hello"));
    }

    @Test
    @DisplayName("counts the bytes of a mutation as they are written")
    void size() {
        Any any = new Any(SEED);
        for (int i = 0; i < 1_000; i++) {
            Mutation mutation = any.mutation();
            String text = codec.text(Mutation.class, mutation);
            assertEquals(text.getBytes(StandardCharsets.UTF_8).length, codec.size(mutation));
        }
    }

    @Test
    @DisplayName("takes a client's own records when it is told of them, and no others")
    void more() {
        record Secretly(int n) {}
        assertThrows(IllegalArgumentException.class, () -> codec.text(Secretly.class, new Secretly(1)));
        assertThrows(IllegalArgumentException.class, () -> new Codec(Secretly.class), "it is not public");
        Codec told = new Codec(Noted.class);
        assertEquals("{\"n\":1}", told.text(Noted.class, new Noted(1)));
    }

    /** A record of somebody else. */
    public record Noted(int n) {}

    private static String damage(SplittableRandom dice, String frame) {
        StringBuilder damaged = new StringBuilder(frame);
        for (int i = dice.nextInt(4); i >= 0; i--) {
            int at = dice.nextInt(damaged.length());
            switch (dice.nextInt(5)) {
                case 0 -> damaged.deleteCharAt(at);
                case 1 -> damaged.setCharAt(at, (char) dice.nextInt(1 << 16));
                case 2 -> damaged.insert(at, "{}[]\",:0-truenull\\u0".charAt(dice.nextInt(20)));
                case 3 -> damaged.setCharAt(at, (char) (damaged.charAt(at) ^ 1 << dice.nextInt(7)));
                default -> damaged.insert(at, damaged.substring(at, Math.min(damaged.length(), at + dice.nextInt(20))));
            }
            damaged.append(damaged.isEmpty() ? "x" : "");
        }
        return damaged.toString();
    }
}
