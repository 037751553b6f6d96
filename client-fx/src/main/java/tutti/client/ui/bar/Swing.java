package tutti.client.ui.bar;

import java.util.Locale;
import java.util.OptionalInt;
import tutti.client.ui.Spans;
import tutti.client.ui.kit.Span;

/** Swing as people know it from drum machines: 50.0 to 75.0 %, stored as 0 to 1000. */
final class Swing {
    private static final int PER_PERCENT = 40;
    private static final int STRAIGHT = 50;

    private Swing() {}

    static Span span() {
        return Span.even(0, 1000, 0, PER_PERCENT / 2, new Span.Words() {
            @Override
            public String write(int value) {
                return String.format(Locale.ROOT, "%.1f %%", STRAIGHT + value / (double) PER_PERCENT);
            }

            @Override
            public OptionalInt read(String text) {
                OptionalInt tenths = Spans.number(text, PER_PERCENT);
                return tenths.isPresent()
                        ? OptionalInt.of(tenths.getAsInt() - STRAIGHT * PER_PERCENT)
                        : OptionalInt.empty();
            }
        });
    }
}
