package tutti.client.audio;

import tutti.model.NodeId;

/** A listener's {@link Ears} as the engine uses them. Immutable; another object is another setting. */
final class Listener {
    static final Listener FIRST = new Listener(Ears.FIRST);

    private final Ears ears;
    private final float level;

    Listener(Ears ears) {
        this.ears = ears;
        this.level = (float) Dsp.gain(ears.level() / 1_000.0);
    }

    /** Linear. */
    float level() {
        return level;
    }

    boolean click() {
        return ears.click();
    }

    boolean hears(NodeId track) {
        return ears.hear(track);
    }
}
