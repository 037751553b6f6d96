package tutti.client.ui.kit;

import javafx.scene.layout.Region;

/** A thin upright level. It holds a peak and lets it fall, so that the eye can follow. */
public final class Meter extends Region {
    private static final double WIDTH = 5;
    private static final double FALL_A_SECOND = 1.4;

    private final Region lit = new Region();
    private double level;
    private long last;

    public Meter() {
        getStyleClass().add("meter");
        lit.getStyleClass().add("lit");
        getChildren().add(lit);
        setMinWidth(WIDTH);
        setMaxWidth(WIDTH);
        setMouseTransparent(true);
    }

    /** @param heard 0 to 1; {@code now} nanoseconds of any steady clock */
    public void show(double heard, long now) {
        double seconds = Math.clamp((now - last) / 1e9, 0, 1);
        last = now;
        double next = Math.max(heard, level - FALL_A_SECOND * seconds);
        if (Math.abs(next - level) > 0.004) {
            level = Math.clamp(next, 0, 1);
            requestLayout();
        }
    }

    @Override
    protected void layoutChildren() {
        double height = Math.rint(getHeight() * level);
        lit.resizeRelocate(0, getHeight() - height, WIDTH, height);
    }
}
