package tutti.client.ui.kit;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Arc;
import javafx.scene.shape.ArcType;
import javafx.scene.shape.Circle;
import javafx.scene.transform.Scale;

/** A round knob of 270 degrees, its value and name below. Its arc wears the track's colour. */
public final class Knob extends Handle {
    /** Characters that fit below a knob; a longer text does without the space before its unit. */
    private static final int ROOM = 7;

    private static final PseudoClass LOCKED = PseudoClass.getPseudoClass("locked");
    private static final PseudoClass WIDE = PseudoClass.getPseudoClass("large");
    private static final double SIZE = 40;
    private static final double LARGE = 1.25;
    private static final double MIDDLE = SIZE / 2;
    private static final double START = 225;
    private static final double SWEEP = 270;

    private final Arc way = arc("way");
    private final Arc lit = arc("lit");
    private final Circle dot = new Circle(2.4);
    private final Label figure = new Label();
    private final Pane face;

    /** @param name what stands below its value */
    public Knob(Span span, String name, Hand hand) {
        super(span, hand, Travel.WAY);
        getStyleClass().add("knob");
        setAlignment(Pos.TOP_CENTER);
        Circle rim = new Circle(MIDDLE, MIDDLE, 19);
        rim.getStyleClass().add("rim");
        dot.getStyleClass().add("dot");
        figure.getStyleClass().add("figure");
        Label caption = new Label(name);
        caption.getStyleClass().add("caption");
        way.setStartAngle(START);
        way.setLength(-SWEEP);
        face = new Pane(rim, way, lit, dot);
        large(false);
        getChildren().addAll(face, figure, caption);
        say(name);
        show(span.fallback());
    }

    /** Larger, to be read from further away. */
    public void large(boolean now) {
        double scale = now ? LARGE : 1;
        if (face.getMinWidth() != SIZE * scale) {
            pseudoClassStateChanged(WIDE, now);
            face.setMinSize(SIZE * scale, SIZE * scale);
            face.setMaxSize(SIZE * scale, SIZE * scale);
            face.getChildren().forEach(part -> part.getTransforms().setAll(new Scale(scale, scale)));
        }
    }

    /** Its arc in that colour. */
    public void tint(Color colour) {
        lit.setStroke(colour);
    }

    /** Whether it wears the white rim of a lock. */
    public void locked(boolean locked) {
        pseudoClassStateChanged(LOCKED, locked);
    }

    @Override
    void draw(int value, String text) {
        figure.setText(text.length() > ROOM ? text.replace(" ", "") : text);
        double share = span().curve().share(value);
        double from = span().twoSided() ? span().curve().share(span().fallback()) : 0;
        lit.setStartAngle(START - SWEEP * from);
        lit.setLength(-SWEEP * (share - from));
        double angle = Math.toRadians(START - SWEEP * share);
        dot.setCenterX(MIDDLE + 10.5 * Math.cos(angle));
        dot.setCenterY(MIDDLE - 10.5 * Math.sin(angle));
    }

    private static Arc arc(String style) {
        Arc arc = new Arc();
        arc.setCenterX(MIDDLE);
        arc.setCenterY(MIDDLE);
        arc.setRadiusX(16);
        arc.setRadiusY(16);
        arc.setType(ArcType.OPEN);
        arc.getStyleClass().add(style);
        return arc;
    }
}
