package tutti.wire;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** Writes canonical JSON: RFC 8785 (JSON Canonicalization Scheme) for values whose numbers are whole. */
final class JsonWriter {
    private static final String HEX = "0123456789abcdef";

    private JsonWriter() {}

    static void write(Json json, StringBuilder out) {
        switch (json) {
            case Json.Num(long value) -> out.append(value);
            case Json.Spelt(String digits) -> out.append(digits);
            case Json.Bool(boolean value) -> out.append(value);
            case Json.Nil() -> out.append("null");
            case Json.Str(String value) -> text(value, out);
            case Json.Arr(List<Json> items) -> list(items, out);
            case Json.Obj(SortedMap<String, Json> members) -> members(members, out);
        }
    }

    private static void list(List<Json> items, StringBuilder out) {
        out.append('[');
        for (int i = 0; i < items.size(); i++) {
            if (i > 0) {
                out.append(',');
            }
            write(items.get(i), out);
        }
        out.append(']');
    }

    private static void members(SortedMap<String, Json> members, StringBuilder out) {
        out.append('{');
        String comma = "";
        for (Map.Entry<String, Json> member : members.entrySet()) {
            out.append(comma);
            text(member.getKey(), out);
            out.append(':');
            write(member.getValue(), out);
            comma = ",";
        }
        out.append('}');
    }

    private static void text(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c == '"' || c == '\\') {
                escape(c, out);
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }

    private static void escape(char c, StringBuilder out) {
        out.append('\\');
        switch (c) {
            case '"', '\\' -> out.append(c);
            case '\b' -> out.append('b');
            case '\t' -> out.append('t');
            case '\n' -> out.append('n');
            case '\f' -> out.append('f');
            case '\r' -> out.append('r');
            default -> out.append("u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
        }
    }
}
