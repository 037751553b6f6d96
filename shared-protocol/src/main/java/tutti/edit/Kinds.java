package tutti.edit;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tutti.edit.Kind.Coded;
import tutti.edit.Kind.Flag;
import tutti.edit.Kind.Items;
import tutti.edit.Kind.Maybe;
import tutti.edit.Kind.Taper;
import tutti.edit.Kind.Whole;
import tutti.model.Limits;
import tutti.model.NodeId;
import tutti.model.Texts;

/** Short words for the kinds that the field tables use. */
final class Kinds {
    static final Flag FLAG = new Flag();
    static final Whole SWING = whole(Unit.SWING, 0, 1_000);

    private Kinds() {}

    static Whole whole(Unit unit, int min, int max) {
        return new Whole(unit, min, max, Taper.LINEAR);
    }

    static Whole log(Unit unit, int min, int max) {
        return new Whole(unit, min, max, Taper.LOG);
    }

    static <T> Coded<T> choice(Function<T, String> code, Function<String, Optional<T>> parse, List<T> all) {
        return new Coded<>("one of " + String.join(", ", all.stream().map(code).toList()), code, parse, all);
    }

    static Coded<String> text(int max) {
        return new Coded<>(
                "text of at most " + max + " characters, without control characters",
                Function.identity(),
                text -> Texts.clean(text, max) ? Optional.of(text) : Optional.empty(),
                List.of("", "Kick", "Zoë’s “Bass”", "𝄞 lead", "<b>&amp;", "x".repeat(max)));
    }

    static Coded<String> id(int max) {
        return new Coded<>(
                "empty, or 1 to " + max + " of A-Z a-z 0-9 _ -",
                Function.identity(),
                text -> text.isEmpty() || Texts.id(text, max) ? Optional.of(text) : Optional.empty(),
                List.of("", "a", "Z9_-"));
    }

    static Coded<String> tag() {
        return new Coded<>(
                "empty, or small letters and, after a full stop, letters: at most " + Limits.NODE_ID
                        + " characters in the form of a control's tag",
                Function.identity(),
                tag -> tag.matches("([a-z]+(\\.[a-zA-Z]+)?)?") && tag.length() <= Limits.NODE_ID
                        ? Optional.of(tag)
                        : Optional.empty(),
                List.of("", "volume", "filter.cutoff"));
    }

    static Coded<String> position() {
        return new Coded<>(
                "a position key that ends in the node's id",
                Function.identity(),
                key -> key.isEmpty() || Order.wellFormed(key) ? Optional.of(key) : Optional.empty(),
                List.of("", "V.a", "V1.b"));
    }

    static Coded<NodeId> node() {
        return new Coded<>(
                "a node's id",
                NodeId::text,
                NodeId::parse,
                List.of(new NodeId("a"), new NodeId("t-1"), new NodeId("Z_9")));
    }

    static Coded<String> hash() {
        return new Coded<>(
                "a SHA-256 in 64 hexadecimal digits",
                Function.identity(),
                text -> text.matches("[0-9a-f]{64}") ? Optional.of(text) : Optional.empty(),
                List.of("0".repeat(64), "5e".repeat(32)));
    }

    static <T> Maybe<T> maybe(Kind<T> some) {
        return new Maybe<>(some);
    }

    static <T> Items<T> items(Kind<T> item, int max) {
        return new Items<>(item, max);
    }
}
