package tutti.client.ui;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import tutti.client.ui.kit.Span;
import tutti.edit.Field;
import tutti.edit.Kind;
import tutti.edit.Wire;

/**
 * A kind of values as positions of a knob. It speaks the wire form, in which every kind can be written and read, so
 * that a new field has its knob by its row in the table alone.
 *
 * @param values the wire form of each position, where they are not the numbers themselves
 */
public record Dial(Span span, Positions values) {
    /** From positions to wire forms and back. */
    public interface Positions {
        Wire at(int position);

        int of(Wire wire);
    }

    /** The dial of a field; nothing for lists and open texts. */
    public static Optional<Dial> of(Field<?, ?> field) {
        return ofTyped(field);
    }

    private static <N, T> Optional<Dial> ofTyped(Field<N, T> field) {
        return of(field.kind(), field.kind().write(field.fallback()));
    }

    /** The dial of a kind whose default has the wire form {@code fallback}; nothing for lists and open texts. */
    private static Optional<Dial> of(Kind<?> kind, Wire fallback) {
        return switch (kind) {
            case Kind.Whole whole -> Optional.of(whole(whole, fallback));
            case Kind.Flag flag ->
                Optional.of(choice(List.of(new Wire.Bool(false), new Wire.Bool(true)), fallback, kind));
            case Kind.Coded<?> coded -> coded(coded, fallback);
            case Kind.Maybe<?> maybe ->
                of(maybe.some(), maybe.some() instanceof Kind.Whole w ? middle(w) : fallback)
                        .map(some -> maybe(some, fallback));
            case Kind.Items<?> items -> Optional.empty();
        };
    }

    private static Wire middle(Kind.Whole whole) {
        return new Wire.Num(Math.clamp(100L, whole.min(), whole.max()));
    }

    private static Dial whole(Kind.Whole whole, Wire fallback) {
        Positions plain = new Positions() {
            @Override
            public Wire at(int position) {
                return new Wire.Num(position);
            }

            @Override
            public int of(Wire wire) {
                return wire instanceof Wire.Num num ? (int) num.value() : whole.min();
            }
        };
        return new Dial(Spans.of(whole, plain.of(fallback)), plain);
    }

    private static <T> Optional<Dial> coded(Kind.Coded<T> coded, Wire fallback) {
        List<Wire> all = coded.samples().stream().map(coded::write).toList();
        return all.contains(fallback) ? Optional.of(choice(all, fallback, coded)) : Optional.empty();
    }

    private static Dial choice(List<Wire> all, Wire fallback, Kind<?> kind) {
        Positions places = new Positions() {
            @Override
            public Wire at(int position) {
                return all.get(position);
            }

            @Override
            public int of(Wire wire) {
                return Math.max(0, all.indexOf(wire));
            }
        };
        Span.Words words = new Span.Words() {
            @Override
            public String write(int value) {
                return text(kind, all.get(value));
            }

            @Override
            public OptionalInt read(String text) {
                int at = all.stream().map(w -> text(kind, w)).toList().indexOf(text.strip());
                return at < 0 ? OptionalInt.empty() : OptionalInt.of(at);
            }
        };
        return new Dial(Span.even(0, all.size() - 1, places.of(fallback), 1, words), places);
    }

    private static <T> String text(Kind<T> kind, Wire wire) {
        return kind.read(wire).map(kind::text).orElse("");
    }

    /** One more position below all others for "none". */
    private static Dial maybe(Dial some, Wire fallback) {
        Span in = some.span();
        int none = in.low() - 1;
        Positions places = new Positions() {
            @Override
            public Wire at(int position) {
                return position == none ? new Wire.Nil() : some.values().at(position);
            }

            @Override
            public int of(Wire wire) {
                return wire instanceof Wire.Nil ? none : some.values().of(wire);
            }
        };
        Span.Words words = new Span.Words() {
            @Override
            public String write(int value) {
                return value == none ? "auto" : in.words().write(value);
            }

            @Override
            public OptionalInt read(String text) {
                return in.words().read(text);
            }
        };
        return new Dial(Span.even(none, in.high(), places.of(fallback), in.notch(), words), places);
    }

    /** The same dial with other words for its positions. */
    public Dial saying(UnaryOperator<String> words) {
        Span.Words plain = span.words();
        Span.Words other = new Span.Words() {
            @Override
            public String write(int value) {
                return words.apply(plain.write(value));
            }

            @Override
            public OptionalInt read(String text) {
                return plain.read(text);
            }
        };
        return new Dial(new Span(span.low(), span.high(), span.fallback(), span.notch(), span.curve(), other), values);
    }
}
