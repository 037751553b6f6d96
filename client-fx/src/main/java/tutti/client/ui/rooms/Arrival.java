package tutti.client.ui.rooms;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import tutti.client.ui.Desk;
import tutti.client.ui.Lenses;
import tutti.client.ui.Notice;
import tutti.client.ui.Part;
import tutti.client.ui.Sync;
import tutti.client.ui.View;
import tutti.client.ui.kit.Press;
import tutti.client.ui.kit.Sheets;
import tutti.client.ui.kit.Shown;

/** In the middle of a window in which no room is open: what it does to get into one, or what a person can do. */
public final class Arrival implements Part {
    private static final double WIDTH = 220;
    private static final double LIT = 56;
    /** Over and back. */
    private static final double SWING_NANOS = 3.2e9;

    private static final long LONG_NANOS = 8_000_000_000L;
    private static final String SLOW = "This takes longer than usual. It goes on by itself, or choose another room.";
    private static final String NOTHING = "Choose a room, or start a new one.";

    private final Desk desk;
    private final VBox root = new VBox();
    private final Label title = new Label();
    private final Region lit = new Region();
    private final Pane way = new Pane(lit);
    private final Label words = new Label();
    private final HBox answers = new HBox();
    private final Press rooms;
    private final Lenses lenses = new Lenses();
    private Sync sync = new Sync(Sync.Link.NOWHERE, 0, 0, "", -1, "");
    private Optional<Notice> failed = Optional.empty();
    /** Since when it has been doing what it does; 0 before the first frame of it. */
    private long since;

    private boolean slow;

    /** @param list opens the list of rooms */
    public Arrival(Desk desk, Runnable list) {
        this.desk = desk;
        rooms = Press.word("button-like", "Choose a room", "Choose a room or start one", list);
        title.getStyleClass().add("title");
        words.getStyleClass().add("words");
        words.setWrapText(true);
        way.getStyleClass().add("way");
        way.setMaxSize(WIDTH, Region.USE_PREF_SIZE);
        way.setPrefWidth(WIDTH);
        way.setClip(new Rectangle(WIDTH, 2));
        lit.getStyleClass().add("lit");
        lit.setPrefWidth(LIT);
        answers.setAlignment(Pos.CENTER);
        answers.getStyleClass().add("answers");
        root.getChildren().addAll(title, way, words, answers);
        root.setAlignment(Pos.CENTER);
        root.setPickOnBounds(false);
        root.getStyleClass().add("arrival");
        root.getStylesheets().add(Sheets.of(Arrival.class, "rooms.css"));
        lenses.add(v -> v.shared().sync(), this::stands).add(Arrival::failure, this::failed);
    }

    /** What is in the way, with a button that does something about it. */
    private static Optional<Notice> failure(View view) {
        List<Notice> notices = view.shared().notices();
        return notices.reversed().stream()
                .filter(notice -> notice.answer().isPresent())
                .findFirst();
    }

    @Override
    public Parent node() {
        return root;
    }

    @Override
    public void show(View view) {
        lenses.show(view);
    }

    private void stands(Sync now) {
        if (!now.doing().equals(sync.doing()) || now.link() != sync.link()) {
            since = 0;
            slow = false;
        }
        sync = now;
        draw();
    }

    private void failed(Optional<Notice> notice) {
        failed = notice;
        draw();
    }

    private void draw() {
        boolean joining = sync.link() == Sync.Link.JOINING;
        Shown.when(root, !sync.link().open());
        Shown.when(way, joining);
        title.setText(joining ? sync.doing() + " …" : title());
        words.setText(
                joining
                        ? progress()
                        : failed.map(notice -> sentence(notice.words())).orElse(NOTHING));
        Shown.when(words, !words.getText().isEmpty());
        answers.getChildren().clear();
        if (!joining) {
            failed.ifPresent(this::offer);
        }
        if (!words.getText().isEmpty()) {
            answers.getChildren().add(rooms);
        }
        Shown.when(answers, !answers.getChildren().isEmpty());
    }

    private String title() {
        return failed.isPresent() ? "No room could be opened" : "No room is open yet";
    }

    private String progress() {
        String trouble = sync.why().isEmpty() ? "" : sentence(sync.why()) + " Trying again by itself.";
        return trouble.isEmpty() && slow ? SLOW : trouble;
    }

    private static String sentence(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".";
    }

    private void offer(Notice notice) {
        String answer = notice.answer().orElseThrow();
        answers.getChildren().add(Press.word("button-like", answer, answer, () -> desk.answer(notice)));
    }

    @Override
    public void pulse(View view, long now) {
        if (sync.link() == Sync.Link.JOINING) {
            since = since == 0 ? now : since;
            double turn = (1 - Math.cos((now - since) / SWING_NANOS * 2 * Math.PI)) / 2;
            lit.setTranslateX(turn * (WIDTH - LIT));
            if (!slow && now - since > LONG_NANOS) {
                slow = true;
                draw();
            }
        }
    }
}
