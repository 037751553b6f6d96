package tutti.client.ui.dock;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import tutti.client.ui.Desk;
import tutti.client.ui.Hands;
import tutti.client.ui.Lenses;
import tutti.client.ui.Part;
import tutti.client.ui.View;
import tutti.client.ui.kit.Icon;
import tutti.client.ui.kit.Palette;
import tutti.client.ui.kit.Press;
import tutti.client.ui.kit.Sheets;
import tutti.client.ui.kit.Shown;
import tutti.client.ui.kit.TabStrip;

/** Below the grid: the selected step and sound, or the mix. It folds to its tabs. */
public final class Dock implements Part {
    private static final PseudoClass FOLDED = PseudoClass.getPseudoClass("folded");
    private static final int MIX = 1;
    private static final int PICKER = 2;

    private final VBox root = new VBox();
    private final TabStrip tabs = new TabStrip(List.of("Step · Sound", "Mix"), this::tab);
    private final StackPane body = new StackPane();
    private final HBox panels;
    private final TrackPanel trackPanel;
    private final SoundPanel soundPanel;
    private final StepPanel stepPanel;
    private final Mix mix;
    private final Picker picker;
    private final Press back;
    private final Press fold;
    private final Lenses lenses = new Lenses();
    private View view;
    private Palette palette;
    private int open;
    private boolean folded;
    private boolean low;
    private boolean stale = true;

    /** @param start what is shown first */
    public Dock(Desk desk, Hands hands, View start, Palette palette) {
        this.view = start;
        this.palette = palette;
        trackPanel = new TrackPanel(hands, start, this::pick);
        soundPanel = new SoundPanel(hands, start);
        stepPanel = new StepPanel(hands, start);
        mix = new Mix(hands);
        picker = new Picker(desk, hands, start);
        back = Press.word("quiet", "Done", "Close the list of sounds (Esc)", () -> tab(0));
        fold = Press.icon("square", Icon.DOWN, "Fold the dock", () -> fold(!folded));
        panels = new HBox(trackPanel, soundPanel, stepPanel);
        HBox.setHgrow(soundPanel, Priority.ALWAYS);
        HBox.setHgrow(stepPanel, Priority.ALWAYS);
        dress();
        lenses.add(View::session, s -> stale = true)
                .add(View::focus, f -> stale = true)
                .add(v -> v.shared().catalogue(), c -> stale = true)
                .add(v -> v.shared().marks(), m -> stale = true);
        tab(0);
    }

    private void dress() {
        panels.getStyleClass().add("panels");
        HBox top = new HBox(tabs, space(), back, fold);
        top.setAlignment(Pos.CENTER_LEFT);
        top.getStyleClass().add("dock-top");
        root.getStyleClass().add("dock");
        root.getStylesheets().add(Sheets.of(Dock.class, "dock.css"));
        body.setAlignment(Pos.TOP_LEFT);
        body.getChildren().addAll(panels, mix, picker);
        VBox.setVgrow(body, Priority.ALWAYS);
        root.getChildren().addAll(top, body);
        root.addEventHandler(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ESCAPE && open == PICKER) {
                tab(0);
                e.consume();
            }
        });
    }

    private static Region space() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        return space;
    }

    private void pick() {
        picker.open(view);
        tab(PICKER);
    }

    private void tab(int index) {
        open = index;
        tabs.show(index == MIX ? MIX : 0);
        back.setVisible(index == PICKER);
        Shown.when(panels, index == 0);
        Shown.when(mix, index == MIX);
        Shown.when(picker, index == PICKER);
        fold(false);
        draw();
    }

    /** Leaves only the tabs, or shows all. */
    public void fold(boolean shut) {
        folded = shut;
        Shown.when(body, !shut);
        root.pseudoClassStateChanged(FOLDED, shut);
        fold.say(shut ? "Open the dock" : "Fold the dock");
        fold.setRotate(shut ? 180 : 0);
    }

    /** It folds by itself when the window becomes low, and opens again; a person's own choice holds between. */
    public void fit(boolean lowWindow) {
        if (lowWindow != low) {
            low = lowWindow;
            fold(low);
        }
    }

    /** Draws in other colours. */
    public void dress(Palette now) {
        palette = now;
        draw();
    }

    @Override
    public Parent node() {
        return root;
    }

    @Override
    public void show(View now) {
        view = now;
        lenses.show(now);
        if (stale) {
            draw();
        }
    }

    private void draw() {
        stale = false;
        if (open == MIX) {
            mix.show(view, palette);
        } else if (open == PICKER) {
            picker.show(view);
        } else {
            trackPanel.show(view);
            soundPanel.show(view, palette);
            stepPanel.show(view, palette);
        }
    }
}
