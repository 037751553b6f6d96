package tutti.client.ui.kit;

import java.util.List;
import java.util.Locale;
import javafx.scene.paint.Color;

/**
 * The colours of one theme, for Canvas drawing and, by {@link #css()}, for style sheets: told once, used by both.
 *
 * @param accent "now": play, the playing pattern, the playhead; nothing else
 * @param ink text on the accent
 * @param ok well
 * @param bad record or broken
 * @param cell an empty cell; {@code beat}: one on an odd beat
 * @param mark what is drawn on a filled cell: cap, dot, notch
 * @param sweep the veil of a playhead
 * @param tracks eight colours that fill cells
 */
public record Palette(
        Color ground,
        Color panel,
        Color raised,
        Color line,
        Color text,
        Color dim,
        Color faint,
        Color accent,
        Color ink,
        Color ok,
        Color bad,
        Color cell,
        Color beat,
        Color mark,
        Color sweep,
        List<Color> tracks) {
    /** Contrast that a thing without words needs. Source: WCAG 2.2, 1.4.11. */
    private static final double SEEN = 3;

    private static final int STRONGER = 16;
    private static final Color DARK_TEXT = Color.web("#0D0F14");
    private static final Color LIGHT_TEXT = Color.web("#FFFFFF");

    static final Palette DARK = new Palette(
            Color.web("#12141A"),
            Color.web("#191C24"),
            Color.web("#222631"),
            Color.web("#2C313D"),
            Color.web("#E9ECF2"),
            Color.web("#98A1B2"),
            Color.web("#7E889A"),
            Color.web("#F2B84B"),
            Color.web("#1A1408"),
            Color.web("#6FD3A0"),
            Color.web("#FF5D52"),
            Color.web("#2B303C"),
            Color.web("#363D4C"),
            Color.web("#FFFFFF"),
            Color.web("#FFFFFF", 0.16),
            colours("#DB9B99 #B97F48 #B4AE5F #429C6C #43BCBD #51B3F5 #A6A5E3 #BF72AA"));

    static final Palette LIGHT = new Palette(
            Color.web("#EEF0F4"),
            Color.web("#F8F9FB"),
            Color.web("#FFFFFF"),
            Color.web("#D5DAE3"),
            Color.web("#1A1E27"),
            Color.web("#596275"),
            Color.web("#667084"),
            Color.web("#9A6100"),
            Color.web("#FFFFFF"),
            Color.web("#14804F"),
            Color.web("#C22A20"),
            Color.web("#C3CAD6"),
            Color.web("#B4BCCB"),
            Color.web("#1A1E27"),
            Color.web("#000000", 0.12),
            colours("#B4615E #8F5C28 #7F7A25 #2B7A50 #1F8788 #1F7CBE #6B69B8 #93457D"));

    private static List<Color> colours(String codes) {
        return List.of(codes.split(" ")).stream().map(Color::web).toList();
    }

    /** The fill of a track whose colour is {@code index}, any whole number. */
    public Color track(int index) {
        return tracks.get(Math.floorMod(index, tracks.size()));
    }

    /** The colour 0xRRGGBB. */
    public static Color rgb(int code) {
        return Color.rgb(code >> 16 & 255, code >> 8 & 255, code & 255);
    }

    /** A person's colour 0xRRGGBB, strong enough to be seen on a panel. */
    public Color onPanel(int code) {
        Color colour = rgb(code);
        for (int i = 0; i < STRONGER && contrast(panel, colour) < SEEN; i++) {
            colour = over(colour, text, 1.0 / STRONGER);
        }
        return colour;
    }

    /** A colour as style sheets write it, without its opacity. */
    public static String hex(Color c) {
        return String.format(
                Locale.ROOT,
                "#%02X%02X%02X",
                Math.round(c.getRed() * 255),
                Math.round(c.getGreen() * 255),
                Math.round(c.getBlue() * 255));
    }

    /** Whichever of black and white reads better on an opaque {@code ground}. */
    public static Color textOn(Color ground) {
        return contrast(ground, DARK_TEXT) >= contrast(ground, LIGHT_TEXT) ? DARK_TEXT : LIGHT_TEXT;
    }

    /** Contrast of two opaque colours, 1 to 21. Formula: WCAG 2.2, contrast ratio. */
    public static double contrast(Color a, Color b) {
        double one = luminance(a);
        double two = luminance(b);
        return (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05);
    }

    /** What the eye sees when {@code top} at {@code opacity} (0 to 1) lies over an opaque {@code bottom}. */
    public static Color over(Color bottom, Color top, double opacity) {
        return bottom.interpolate(Color.color(top.getRed(), top.getGreen(), top.getBlue()), opacity);
    }

    /** These colours as looked-up colours on the root of a scene, ours and those of the base theme. */
    String css() {
        String tokens = """
                .root {
                  -t-ground: %s; -t-panel: %s; -t-raised: %s; -t-line: %s; -t-text: %s; -t-dim: %s; -t-faint: %s;
                  -t-accent: %s; -t-ink: %s; -t-ok: %s; -t-bad: %s; -t-cell: %s; -t-beat: %s; -t-mark: %s;
                  -t-sweep: %s; -t-hover: %s;
                  -color-bg-default: -t-panel; -color-bg-overlay: -t-raised; -color-bg-subtle: -t-raised;
                  -color-bg-inset: -t-ground; -color-border-default: -t-line; -color-border-muted: -t-line;
                  -color-fg-default: -t-text; -color-fg-muted: -t-dim; -color-fg-subtle: -t-faint;
                  -color-accent-fg: -t-text; -color-accent-emphasis: -t-dim; -color-accent-muted: -t-line;
                  -color-accent-subtle: -t-hover;
                }
                """;
        return tokens.formatted(
                web(ground),
                web(panel),
                web(raised),
                web(line),
                web(text),
                web(dim),
                web(faint),
                web(accent),
                web(ink),
                web(ok),
                web(bad),
                web(cell),
                web(beat),
                web(mark),
                web(sweep),
                web(over(raised, text, 0.08)));
    }

    private static String web(Color c) {
        return String.format(
                Locale.ROOT,
                "rgba(%d,%d,%d,%.3f)",
                Math.round(c.getRed() * 255),
                Math.round(c.getGreen() * 255),
                Math.round(c.getBlue() * 255),
                c.getOpacity());
    }

    private static double luminance(Color c) {
        return 0.2126 * linear(c.getRed()) + 0.7152 * linear(c.getGreen()) + 0.0722 * linear(c.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }
}
