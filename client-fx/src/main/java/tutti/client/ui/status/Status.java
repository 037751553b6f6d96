package tutti.client.ui.status;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import tutti.client.ui.Desk;
import tutti.client.ui.Ears;
import tutti.client.ui.Lenses;
import tutti.client.ui.Notice;
import tutti.client.ui.Part;
import tutti.client.ui.Shared;
import tutti.client.ui.Spans;
import tutti.client.ui.Sync;
import tutti.client.ui.View;
import tutti.client.ui.kit.Blink;
import tutti.client.ui.kit.Hand;
import tutti.client.ui.kit.Icon;
import tutti.client.ui.kit.NumberHandle;
import tutti.client.ui.kit.Press;
import tutti.client.ui.kit.Sheets;
import tutti.client.ui.kit.Shown;
import tutti.client.ui.kit.Tips;
import tutti.edit.TrackFields;

/**
 * The bottom line: how well we are together, what is durable, what I hear; a notice takes its place while there is one.
 */
public final class Status implements Part {
    private static final PseudoClass AWAY = PseudoClass.getPseudoClass("away");
    private static final PseudoClass COMING = PseudoClass.getPseudoClass("coming");
    private static final PseudoClass BAD = PseudoClass.getPseudoClass("bad");

    private final Desk desk;
    private final Consumer<Notice> read;
    private final HBox root = new HBox();
    private final Circle dot = new Circle(3.5);
    private final Label together = new Label();
    private final Label host = new Label();
    private final Label durable = new Label();
    private final HBox plain;
    private final HBox notice = new HBox();
    private final NumberHandle level;
    private final Press silence;
    private final Label output = new Label();
    private final Lenses lenses = new Lenses();
    private View view;

    /**
     * @param start what is shown first
     * @param sheet opens the shortcut sheet; {@code read} shows the details of a notice
     */
    public Status(Desk desk, View start, Runnable sheet, Consumer<Notice> read) {
        this.desk = desk;
        this.read = read;
        this.view = start;
        level = new NumberHandle(Spans.of(TrackFields.VOLUME), "", new Level(desk));
        level.say("My level, only on this machine");
        level.getStyleClass().add("level");
        silence = Press.icon("quiet", Icon.SPEAKER, "Silence me, still in time (Shift Space)", this::silence);
        Press keys = Press.word("quiet", "? shortcuts", "All keys and gestures", sheet);
        together.setMinWidth(0);
        HBox first = new HBox(dot, together);
        first.getStyleClass().add("together");
        plain = new HBox(first, host, durable);
        root.getStyleClass().add("status");
        root.getStylesheets().add(Sheets.of(Status.class, "status.css"));
        plain.getStyleClass().add("plain");
        notice.getStyleClass().add("notice");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox mine = new HBox(silence, new Label("my level"), level);
        mine.getStyleClass().add("mine");
        for (HBox box : List.of(root, first, plain, notice, mine)) {
            box.setAlignment(Pos.CENTER_LEFT);
        }
        root.getChildren().addAll(plain, notice, space, mine, output, keys);
        lenses.add(v -> v.shared().sync(), s -> together())
                .add(v -> v.shared().people(), p -> together())
                .add(v -> v.shared().ears(), this::ears)
                .add(v -> v.shared().notices(), this::notices);
    }

    /** Somebody tried to change what cannot be changed: this line says why. */
    public void remind() {
        Blink.at(root);
    }

    @Override
    public Parent node() {
        return root;
    }

    @Override
    public void show(View now) {
        view = now;
        lenses.show(now);
    }

    private void together() {
        Shared shared = view.shared();
        Sync sync = shared.sync();
        dot.pseudoClassStateChanged(AWAY, sync.link().wrong());
        dot.pseudoClassStateChanged(
                COMING, sync.link() != Sync.Link.CONNECTED && !sync.link().wrong());
        String why = sync.why().isEmpty() ? "" : ": " + sync.why();
        together.setText(words(shared) + why);
        Tips.put(together, words(shared) + why);
        host.setText(sync.host().isEmpty() ? "" : sync.host() + " is the host");
        durable.setText("edit " + String.format(Locale.ROOT, "%,d", sync.durable()) + " durable");
        Shown.when(host, !sync.host().isEmpty());
        Shown.when(durable, sync.link().open());
    }

    private static String words(Shared shared) {
        Sync sync = shared.sync();
        long others = shared.people().stream().filter(p -> !p.me()).count();
        int micros = sync.spreadMicros();
        String within = micros < 0 ? "" : String.format(Locale.ROOT, ", within %.1f ms", micros / 1000.0);
        String company = others == 1 ? "1 person" : others + " people";
        return switch (sync.link()) {
            case NOWHERE -> "Not in a room yet: nothing can be changed";
            case JOINING -> sync.doing() + " …";
            case CONNECTING -> "Connecting";
            case PAUSED -> "The server cannot save now, going on here";
            case LOST -> "Server away, trying again";
            case REPLACED -> "Not connected";
            case ENDED -> "This session ended";
            case CONNECTED -> others == 0 ? "Connected, nobody else is here" : "In time with " + company + within;
        };
    }

    private void ears(Ears ears) {
        level.show(ears.level());
        silence.show(ears.silent());
        output.setText(
                switch (ears.output()) {
                    case HERE -> ears.silent() ? "silent" : "output " + ears.latencyMillis() + " ms";
                    case ELSEWHERE -> "another window sounds";
                    case NONE -> "no sound device";
                });
        output.pseudoClassStateChanged(BAD, ears.output() == Ears.Output.NONE);
    }

    private void notices(List<Notice> notices) {
        boolean some = !notices.isEmpty();
        Shown.when(notice, some);
        Shown.when(plain, !some);
        notice.getChildren().clear();
        if (some) {
            fill(notices.getLast(), notices.size());
        }
    }

    private void fill(Notice newest, int count) {
        Label words = new Label(newest.words());
        words.getStyleClass().add("notice-words");
        words.pseudoClassStateChanged(BAD, newest.tone() == Notice.Tone.BAD);
        words.setMinWidth(0);
        notice.getChildren().add(words);
        newest.answer()
                .ifPresent(answer ->
                        notice.getChildren().add(Press.word("answer", answer, answer, () -> desk.answer(newest))));
        if (!newest.details().isEmpty()) {
            notice.getChildren().add(Press.word("answer", "Show", "Show all of it", () -> read.accept(newest)));
        }
        Press away = Press.icon("quiet", Icon.CROSS, "Put this away", () -> desk.dismiss(newest));
        notice.getChildren().add(away);
        if (count > 1) {
            notice.getChildren().add(new Label("and " + (count - 1) + " more"));
        }
    }

    private void silence() {
        desk.silence(!view.shared().ears().silent());
    }

    /** A hand on my level. */
    private record Level(Desk desk) implements Hand {
        @Override
        public void turn(int value) {
            desk.level(value);
        }

        @Override
        public void let() {
            // a level is no edit: there is no gesture to end
        }

        @Override
        public void cancel(int origin) {
            desk.level(origin);
        }
    }
}
