package tutti.wire;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** One line of a file of golden samples: what family it belongs to, and its text. */
record Samples(String family, String text) {
    /** The samples of messages and of all else that is stored, committed once and for all. */
    static List<Samples> messages() throws IOException {
        return lines("samples.txt").stream()
                .map(line -> line.split(" ", 2))
                .map(parts -> new Samples(parts[0], parts[1]))
                .toList();
    }

    /** Puts of the extreme values of every field, committed once and for all. */
    static List<String> values() throws IOException {
        return lines("values.txt");
    }

    /** The message's type; empty if it has none. */
    String type() {
        return switch (JsonReader.read(text, 1 << 20, JsonReader.Dialect.OURS)) {
            case Parsed.Of<Json>(Json.Obj obj) when obj.members().get("type") instanceof Json.Str(String type) -> type;
            case Parsed.Of<Json> other -> "";
            case Parsed.Malformed<Json> fault -> throw new AssertionError(fault.text() + " in " + text);
        };
    }

    private static List<String> lines(String name) throws IOException {
        try (InputStream in = Samples.class.getResourceAsStream(name);
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        }
    }
}
