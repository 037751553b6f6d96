package tutti.wire;

import java.util.Collections;
import java.util.List;
import tutti.edit.Kind;
import tutti.edit.Wire;

/** The ends of what a field can be, in wire form. */
final class JsonEnds {
    private JsonEnds() {}

    static Wire least(Kind<?> kind) {
        return switch (kind) {
            case Kind.Whole whole -> new Wire.Num(whole.min());
            case Kind.Flag flag -> new Wire.Bool(false);
            case Kind.Coded<?> coded -> first(coded);
            case Kind.Items<?> items -> new Wire.Arr(List.of());
            case Kind.Maybe<?> maybe -> new Wire.Nil();
        };
    }

    static Wire greatest(Kind<?> kind) {
        return switch (kind) {
            case Kind.Whole whole -> new Wire.Num(whole.max());
            case Kind.Flag flag -> new Wire.Bool(true);
            case Kind.Coded<?> coded -> last(coded);
            case Kind.Items<?> items -> new Wire.Arr(Collections.nCopies(items.max(), greatest(items.item())));
            case Kind.Maybe<?> maybe -> greatest(maybe.some());
        };
    }

    private static <T> Wire first(Kind.Coded<T> coded) {
        return coded.write(coded.samples().getFirst());
    }

    private static <T> Wire last(Kind.Coded<T> coded) {
        return coded.write(coded.samples().getLast());
    }
}
