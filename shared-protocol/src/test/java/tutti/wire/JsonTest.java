package tutti.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tutti.wire.JsonReader.Dialect;
import tutti.wire.Parsed.Malformed;

@DisplayName("JSON")
class JsonTest {
    private static final long SEED = 1_066;
    private static final int MOST = 10_000;

    @ParameterizedTest(name = "{0}")
    @DisplayName("is refused when it is")
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "{\"a\":1,\"a\":1}",
                "{\"a\":1} {}",
                "{\"a\":1}x",
                "[1,]",
                "{\"a\"}",
                "{a:1}",
                "'a'",
                "[1",
                "1.0",
                "1e3",
                "-0",
                "01",
                "+1",
                "NaN",
                "Infinity",
                "9007199254740992",
                "-9007199254740992",
                "12345678901234567890123456789012",
                "123456789012345678901234567890123",
                "\"\\ud800\"",
                "\"\\udc00\\ud800\"",
                "\"\\u0000\"",
                "\"\u0001\"",
                "{\"\\ud800\":1}",
                "// no\n1",
                "\uFEFF1",
            })
    void refused(String text) {
        assertInstanceOf(Malformed.class, JsonReader.read(text, MOST, Dialect.OURS));
    }

    @Test
    @DisplayName("is refused when it is not UTF-8 or begins with a byte order mark")
    void bytes() {
        assertMalformed("not UTF-8", new byte[] {'"', (byte) 0xC0, (byte) 0xAF, '"'});
        assertMalformed("not UTF-8", new byte[] {'"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"'});
        assertMalformed("not UTF-8", new byte[] {'"', (byte) 0xC3, '"'});
        assertMalformed("not JSON", "\uFEFF1".getBytes(StandardCharsets.UTF_8));
        assertMalformed("not", "[1]".getBytes(StandardCharsets.UTF_16));
    }

    @Test
    @DisplayName("is bounded in depth, length, texts and names")
    void bounds() {
        assertEquals(nested(Limits.DEPTH), text(nested(Limits.DEPTH)));
        assertInstanceOf(Malformed.class, JsonReader.read(nested(Limits.DEPTH + 1), MOST, Dialect.OURS));
        String longest = "\"" + "x".repeat(Limits.STRING) + "\"";
        assertEquals(longest, text(longest));
        assertInstanceOf(
                Malformed.class, JsonReader.read("[" + longest.replaceFirst("x", "xx") + "]", MOST, Dialect.OURS));
        String name = "{\"" + "n".repeat(Limits.NAME) + "\":1}";
        assertEquals(name, text(name));
        assertInstanceOf(Malformed.class, JsonReader.read(name.replaceFirst("n", "nn"), MOST, Dialect.OURS));
        assertInstanceOf(Malformed.class, JsonReader.read("[1,2,3]", 6, Dialect.OURS));
    }

    @Test
    @DisplayName("has one canonical form: members sorted, no white space, only what must be escaped is")
    void canonical() {
        assertEquals(
                "{\"B\":[true,null],\"a\":-1,\"é\":\"\\\"\\\\/\\b\\t\\n\\f\\r\\u001f𝄞\"}",
                text(" { \"\\u00e9\" : "
                        + "\"\\\"\\\\\\/\\b\\t\\n\\f\\r\\u001F\\uD834\\uDD1E\", \"a\":-1,\"B\":[true,null]} "));
    }

    @Test
    @DisplayName("says where the fault is")
    void where() {
        Parsed<Json> parsed = JsonReader.read("{\"a\":[{\"b\":1},{\"b\":1.5}]}", MOST, Dialect.OURS);
        assertEquals(new Malformed<Json>("not a whole number", "a[1].b"), parsed);
    }

    @Test
    @DisplayName("of old records keeps numbers as they are spelt")
    void old() {
        assertEquals(
                "[1.50,-0,1e999,12]", read("[1.50,-0,1e999,12]", Dialect.OLD).text());
        assertEquals("\"\ud800\"", read("\"\\ud800\"", Dialect.OLD).text());
    }

    @Test
    @DisplayName("comes back from its text as it was")
    void roundTrip() {
        SplittableRandom dice = new SplittableRandom(SEED);
        for (int i = 0; i < 5_000; i++) {
            Json json = new Json.Arr(List.of(any(dice, 4)));
            assertEquals(json, read(json.text(), Dialect.OURS), () -> "seed " + SEED);
        }
    }

    @Test
    @DisplayName("has no number that another language would round")
    void fiftyThreeBits() {
        assertThrows(IllegalArgumentException.class, () -> new Json.Num(Json.MOST + 1));
        assertEquals(Long.toString(Json.MOST), text(Long.toString(Json.MOST)));
    }

    private static Json any(SplittableRandom dice, int depth) {
        return switch (dice.nextInt(depth == 0 ? 4 : 6)) {
            case 0 -> new Json.Num(dice.nextLong(-Json.MOST, Json.MOST + 1));
            case 1 -> new Json.Bool(dice.nextBoolean());
            case 2 -> new Json.Nil();
            case 3 -> new Json.Str(anyText(dice));
            case 4 ->
                new Json.Arr(IntStream.range(0, dice.nextInt(4))
                        .mapToObj(i -> any(dice, depth - 1))
                        .toList());
            default -> {
                Json.Obj obj = Json.Obj.EMPTY;
                for (int i = dice.nextInt(4); i > 0; i--) {
                    obj = obj.with(anyText(dice), any(dice, depth - 1));
                }
                yield obj;
            }
        };
    }

    private static String anyText(SplittableRandom dice) {
        int[] points = dice.ints(dice.nextInt(10), 1, 0x20000)
                .map(point -> dice.nextBoolean() ? 1 + point % 127 : point)
                .filter(point -> point < 0xD800 || point > 0xDFFF)
                .toArray();
        return new String(points, 0, points.length);
    }

    private static void assertMalformed(String why, byte[] bytes) {
        Parsed<Json> parsed = JsonReader.read(bytes, MOST, Dialect.OURS);
        assertEquals(why, assertInstanceOf(Malformed.class, parsed).what().substring(0, why.length()));
    }

    private static String nested(int depth) {
        return "[".repeat(depth) + "]".repeat(depth);
    }

    private static String text(String text) {
        return read(text, Dialect.OURS).text();
    }

    private static Json read(String text, Dialect dialect) {
        return switch (JsonReader.read(text, MOST, dialect)) {
            case Parsed.Of<Json>(Json json) -> json;
            case Malformed<Json> malformed -> throw new AssertionError(malformed.text());
        };
    }
}
