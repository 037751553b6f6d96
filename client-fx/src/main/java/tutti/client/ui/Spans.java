package tutti.client.ui;

import java.util.OptionalInt;
import tutti.client.ui.kit.Span;
import tutti.edit.Field;
import tutti.edit.Kind;
import tutti.edit.Unit;

/** From a field's kind to what a hand can turn, so that a new field gets its control from its own row in the table. */
public final class Spans {
    private Spans() {}

    /** The span of a whole number's kind, with {@code fallback} as its default. */
    public static Span of(Kind.Whole kind, int fallback) {
        return new Span(kind.min(), kind.max(), fallback, notch(kind), curve(kind), words(kind));
    }

    /**
     * The span of a field of whole numbers.
     *
     * @throws IllegalArgumentException if its kind is another
     */
    public static Span of(Field<?, Integer> field) {
        if (field.kind() instanceof Kind.Whole whole) {
            return of(whole, field.fallback());
        }
        throw new IllegalArgumentException(field + " is no plain number");
    }

    private static int notch(Kind.Whole kind) {
        long range = (long) kind.max() - kind.min();
        return (int) Math.max(kind.unit().scale(), range / 256);
    }

    private static Span.Words words(Kind.Whole kind) {
        return new Span.Words() {
            @Override
            public String write(int value) {
                return kind.text(value);
            }

            @Override
            public OptionalInt read(String text) {
                return number(text, kind.unit());
            }
        };
    }

    /** The number at the beginning of {@code text}, in steps of {@code unit}. */
    static OptionalInt number(String text, Unit unit) {
        OptionalInt number = number(text, unit.scale());
        return number.isPresent() ? OptionalInt.of(number.getAsInt() - unit.zero() * unit.scale()) : number;
    }

    /**
     * The decimal number at the beginning of {@code text} (comma or point), times {@code scale}; empty if there is
     * none.
     */
    public static OptionalInt number(String text, int scale) {
        String plain = text.strip().replace(',', '.').replace('−', '-').replaceAll("[^-+.0-9].*$", "");
        if (!plain.matches("[-+]?([0-9]{1,9}(\\.[0-9]*)?|\\.[0-9]+)")) {
            return OptionalInt.empty();
        }
        return OptionalInt.of((int) Math.round(Double.parseDouble(plain) * scale));
    }

    private static Span.Curve curve(Kind.Whole kind) {
        return switch (kind.taper()) {
            case LINEAR -> line(kind.min(), kind.max());
            case LOG -> log(kind.min(), kind.max());
        };
    }

    private static Span.Curve line(int low, int high) {
        return new Span.Curve() {
            @Override
            public double share(int value) {
                return (value - (double) low) / ((double) high - low);
            }

            @Override
            public int value(double share) {
                return (int) Math.round(low + share * ((double) high - low));
            }
        };
    }

    /** Equal ways are equal ratios; only for kinds whose least value is above zero. */
    private static Span.Curve log(int low, int high) {
        double ratio = Math.log(high / (double) low);
        return new Span.Curve() {
            @Override
            public double share(int value) {
                return Math.log(value / (double) low) / ratio;
            }

            @Override
            public int value(double share) {
                return (int) Math.round(low * Math.exp(share * ratio));
            }
        };
    }
}
