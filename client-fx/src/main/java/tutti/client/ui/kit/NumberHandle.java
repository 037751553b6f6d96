package tutti.client.ui.kit;

import javafx.geometry.Pos;
import javafx.scene.control.Label;

/** A number in mono figures, with its unit or name below. */
public final class NumberHandle extends Handle {
    private final Label figure = new Label();

    /** @param name what stands below it; empty: nothing */
    public NumberHandle(Span span, String name, Hand hand) {
        super(span, hand, Travel.NOTCHES);
        getStyleClass().add("number");
        figure.getStyleClass().add("figure");
        setAlignment(Pos.CENTER_LEFT);
        getChildren().add(figure);
        if (!name.isEmpty()) {
            Label caption = new Label(name);
            caption.getStyleClass().add("caption");
            getChildren().add(caption);
        }
        show(span.fallback());
    }

    /** Keeps it as wide as its widest text, so that nothing beside it moves. */
    public NumberHandle wide(double pixels) {
        setMinWidth(pixels);
        setPrefWidth(pixels);
        return this;
    }

    @Override
    void draw(int value, String text) {
        figure.setText(text);
    }
}
