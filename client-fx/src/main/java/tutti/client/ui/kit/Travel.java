package tutti.client.ui.kit;

/** How far a drag turns a value. Up is more, and so is to the right. */
enum Travel {
    /** A number: one notch every 4 px; fine, one unit every 4 px. */
    NOTCHES {
        @Override
        int at(Span span, int from, double pixels, boolean fine) {
            long steps = Math.round(pixels / 4);
            return span.bound(from + steps * (fine ? 1 : span.notch()));
        }
    },
    /** A knob: its whole way in 160 px; fine, in eight times as many. */
    WAY {
        @Override
        int at(Span span, int from, double pixels, boolean fine) {
            double share = span.curve().share(from) + pixels / (fine ? 1280 : 160);
            return span.bound(span.curve().value(Math.clamp(share, 0, 1)));
        }
    };

    abstract int at(Span span, int from, double pixels, boolean fine);
}
