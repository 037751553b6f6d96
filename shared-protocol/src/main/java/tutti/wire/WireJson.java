package tutti.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import tutti.edit.Wire;

/** Values of fields as JSON: numbers, flags, texts, null, and lists of these. */
final class WireJson {
    private WireJson() {}

    static Json write(Wire wire) {
        return switch (wire) {
            case Wire.Num(long value) -> new Json.Num(value);
            case Wire.Bool(boolean value) -> new Json.Bool(value);
            case Wire.Str(String value) -> new Json.Str(value);
            case Wire.Arr(List<Wire> items) ->
                new Json.Arr(items.stream().map(WireJson::write).toList());
            case Wire.Nil() -> new Json.Nil();
        };
    }

    static Wire read(Json json) throws Misfit {
        return switch (json) {
            case Json.Num(long value) -> new Wire.Num(value);
            case Json.Bool(boolean value) -> new Wire.Bool(value);
            case Json.Str(String value) -> new Wire.Str(value);
            case Json.Arr(List<Json> items) -> list(items);
            case Json.Nil() -> new Wire.Nil();
            case Json.Obj(SortedMap<String, Json> members) -> throw new Misfit("an object where a value belongs");
            case Json.Spelt(String digits) -> throw new Misfit("not a whole number");
        };
    }

    private static Wire list(List<Json> items) throws Misfit {
        List<Wire> read = new ArrayList<>(items.size());
        for (Json item : items) {
            read.add(read(item));
        }
        return new Wire.Arr(read);
    }
}
