package tutti.wire;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tutti.wire.Parsed.Malformed;

/**
 * Reads strict JSON: UTF-8 without a byte order mark, one value that is not null, every name once, whole numbers of 53
 * bits, whole characters and no NUL, within {@link Limits}. White space and the order of members do not matter.
 * Thread-safe.
 */
final class JsonReader {
    private static final int DIGITS = Long.toString(-Json.MOST).length();
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(Limits.DEPTH)
                    .maxNumberLength(Limits.NUMBER)
                    .maxStringLength(Limits.STRING)
                    .maxNameLength(Limits.NAME)
                    .maxDocumentLength(tutti.sync.Limits.DOCUMENT)
                    .build())
            .build();

    /** What is taken. */
    enum Dialect {
        /** What the protocol and its documents are written in. */
        OURS,
        /** Records of the old web system: numbers as they are spelt, and any character in a text. */
        OLD
    }

    private final JsonParser parser;
    private final Dialect dialect;

    private JsonReader(JsonParser parser, Dialect dialect) {
        this.parser = parser;
        this.dialect = dialect;
    }

    /** The JSON in {@code bytes}, of which there may be {@code most}. */
    static Parsed<Json> read(byte[] bytes, int most, Dialect dialect) {
        if (bytes.length > most) {
            return tooLong(most);
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return read(text, most, dialect);
        } catch (CharacterCodingException e) {
            return new Malformed<>("not UTF-8", "");
        }
    }

    /** The JSON in {@code text}, which may have {@code most} UTF-16 units. */
    static Parsed<Json> read(String text, int most, Dialect dialect) {
        if (text.length() > most) {
            return tooLong(most);
        }
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            return new JsonReader(parser, dialect).read();
        }
    }

    /** The first members of the object that {@code bytes} begin with, as far as they are no list and no object. */
    static Json.Obj start(byte[] bytes, Dialect dialect) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        SortedMap<String, Json> members = new TreeMap<>();
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            new JsonReader(parser, dialect).begin(members);
        } catch (Misfit | JacksonException cutOff) {
            return new Json.Obj(members);
        }
        return new Json.Obj(members);
    }

    private void begin(SortedMap<String, Json> members) throws Misfit {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            return;
        }
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            JsonToken next = parser.nextToken();
            if (next == null || !next.isScalarValue()) {
                return;
            }
            members.put(whole(name), value());
        }
    }

    private Parsed<Json> read() {
        try {
            return new Parsed.Of<>(root());
        } catch (Misfit misfit) {
            return misfit.malformed();
        } catch (StreamConstraintsException e) {
            return new Malformed<>("too deep, or a number, text or name too long", at());
        } catch (JacksonException e) {
            return new Malformed<>("not JSON", at());
        }
    }

    private String at() {
        return "character " + parser.currentLocation().getCharOffset();
    }

    private static Parsed<Json> tooLong(int most) {
        return new Malformed<>("longer than " + most, "");
    }

    private Json root() throws Misfit {
        if (parser.nextToken() == null || parser.currentToken() == JsonToken.VALUE_NULL) {
            throw new Misfit("nothing");
        }
        Json root = value();
        if (parser.nextToken() != null) {
            throw new Misfit("more than one value");
        }
        return root;
    }

    private Json value() throws Misfit {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object();
            case START_ARRAY -> list();
            case VALUE_STRING -> new Json.Str(whole(parser.getString()));
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number();
            case VALUE_TRUE -> new Json.Bool(true);
            case VALUE_FALSE -> new Json.Bool(false);
            case VALUE_NULL -> new Json.Nil();
            case NOT_AVAILABLE, END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT ->
                throw new Misfit("not a value");
        };
    }

    private Json object() throws Misfit {
        SortedMap<String, Json> members = new TreeMap<>();
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            parser.nextToken();
            try {
                members.put(whole(name), value());
            } catch (Misfit misfit) {
                throw misfit.in(name);
            }
        }
        return new Json.Obj(members);
    }

    private Json list() throws Misfit {
        List<Json> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            try {
                items.add(value());
            } catch (Misfit misfit) {
                throw misfit.in(items.size());
            }
        }
        return new Json.Arr(items);
    }

    private Json number() throws Misfit {
        String digits = parser.getString();
        if (dialect == Dialect.OLD) {
            return new Json.Spelt(digits);
        }
        if (parser.currentToken() == JsonToken.VALUE_NUMBER_FLOAT) {
            throw new Misfit("not a whole number");
        }
        if (digits.length() > DIGITS || digits.equals("-0") || Math.abs(Long.parseLong(digits)) > Json.MOST) {
            throw new Misfit("not a number of 53 bits");
        }
        return new Json.Num(Long.parseLong(digits));
    }

    private String whole(String text) throws Misfit {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (dialect == Dialect.OURS && (c == 0 || (Character.isSurrogate(c) && !pair))) {
                throw new Misfit("text with a character that is none");
            }
            i += pair ? 1 : 0;
        }
        return text;
    }
}
