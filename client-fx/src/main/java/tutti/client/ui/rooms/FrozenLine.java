package tutti.client.ui.rooms;

import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import tutti.client.ui.Desk;
import tutti.client.ui.Lenses;
import tutti.client.ui.Part;
import tutti.client.ui.Rooms;
import tutti.client.ui.View;
import tutti.client.ui.kit.Press;
import tutti.client.ui.kit.Sheets;

/** A line in the window of a published room: why nothing can be changed here, and how to go on. */
public final class FrozenLine implements Part {
    private final HBox root;
    private final Label words = new Label();
    private final Lenses lenses = new Lenses();

    public FrozenLine(Desk desk) {
        words.getStyleClass().add("medium");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Press copy = Press.word("button-like", "Copy", "Make a copy of this room and go there", desk::copyThis);
        root = new HBox(words, space, copy);
        root.setAlignment(Pos.CENTER_LEFT);
        root.getStyleClass().add("frozen-line");
        root.getStylesheets().add(Sheets.of(FrozenLine.class, "rooms.css"));
        show(false);
        lenses.add(v -> v.session().frozen(), this::show)
                .add(
                        FrozenLine::source,
                        of -> words.setText("Published: a frozen copy" + of + ". Make a copy to go on."));
    }

    /** Of which room, if that is known. */
    private static String source(View view) {
        String from = view.session().copiedFrom();
        return view.shared().rooms().list().stream()
                .filter(room -> room.id().equals(from))
                .findFirst()
                .map(room -> " of “" + Rooms.called(room.name()) + "”")
                .orElse("");
    }

    private void show(boolean frozen) {
        root.setVisible(frozen);
        root.setManaged(frozen);
    }

    @Override
    public Parent node() {
        return root;
    }

    @Override
    public void show(View view) {
        lenses.show(view);
    }
}
