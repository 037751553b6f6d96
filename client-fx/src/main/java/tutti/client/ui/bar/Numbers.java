package tutti.client.ui.bar;

import java.util.Locale;
import java.util.OptionalInt;
import tutti.client.ui.Spans;
import tutti.client.ui.kit.Span;
import tutti.edit.SessionFields;

/** Numbers of the bar whose unit stands below and not beside. */
final class Numbers {
    private static final int CENTI = 100;

    private Numbers() {}

    /** Tempo in BPM with two decimals. */
    static Span tempo() {
        Span plain = Spans.of(SessionFields.TEMPO);
        return new Span(plain.low(), plain.high(), plain.fallback(), CENTI, plain.curve(), new Span.Words() {
            @Override
            public String write(int value) {
                return String.format(Locale.ROOT, "%d.%02d", value / CENTI, value % CENTI);
            }

            @Override
            public OptionalInt read(String text) {
                return Spans.number(text, CENTI);
            }
        });
    }
}
