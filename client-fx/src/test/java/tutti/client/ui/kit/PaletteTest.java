package tutti.client.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.paint.Color;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("The colours")
class PaletteTest {
    private static final double READABLE = 4.5;

    @ParameterizedTest
    @DisplayName("text meets 4.5 to 1 on every ground that it stands on")
    @EnumSource(Theme.class)
    void text(Theme theme) {
        Palette p = theme.palette();
        for (Color ground : new Color[] {p.ground(), p.panel(), p.raised()}) {
            assertTrue(Palette.contrast(p.text(), ground) >= READABLE);
            assertTrue(Palette.contrast(p.dim(), ground) >= READABLE);
        }
        assertTrue(Palette.contrast(p.ink(), p.accent()) >= READABLE);
    }

    @ParameterizedTest
    @DisplayName("words on a cell are readable in every track colour at every velocity")
    @EnumSource(Theme.class)
    void cells(Theme theme) {
        Palette p = theme.palette();
        for (Color track : p.tracks()) {
            for (Color ground : new Color[] {p.cell(), p.beat()}) {
                for (int velocity = 1; velocity <= 127; velocity++) {
                    Color fill = Palette.over(ground, track, 0.55 + 0.45 * velocity / 127);
                    assertTrue(Palette.contrast(Palette.textOn(fill), fill) >= 4.3, () -> fill.toString());
                }
            }
        }
    }

    @ParameterizedTest
    @DisplayName("empty cells stand out from the ground, every other beat is another shade")
    @EnumSource(Theme.class)
    void emptyCells(Theme theme) {
        Palette p = theme.palette();
        assertTrue(Palette.contrast(p.cell(), p.ground()) >= 1.3);
        assertTrue(Palette.contrast(p.beat(), p.cell()) >= 1.1);
        assertEquals(8, p.tracks().size());
    }
}
