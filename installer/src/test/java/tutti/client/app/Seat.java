package tutti.client.app;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.animation.AnimationTimer;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;
import tutti.client.audio.SoundCatalogue;
import tutti.client.state.Sessions;
import tutti.client.ui.Desk;
import tutti.client.ui.Gesture;
import tutti.client.ui.Notice;
import tutti.client.ui.Shared;
import tutti.client.ui.kit.Press;
import tutti.client.ui.kit.Theme;
import tutti.client.ui.window.Window;
import tutti.edit.Mutation;
import tutti.model.NodeId;
import tutti.model.PatternSlot;
import tutti.model.Session;
import tutti.model.Step;
import tutti.sync.Transport;

/** One person at one real window on a data folder of their own, wired as the program wires it. */
final class Seat implements AutoCloseable {
    private static final double CELL = (770 - 3 * 12 - 12 * 4) / 16.0;

    private final FxRobot robot = new FxRobot();
    private final ServerHttp http = new ServerHttp();
    private final StudioDesk desk;
    private final Window window;
    private final Stage stage;
    final Studio studio;
    private long gestures = 1_000;

    /** Opens the window, and begins to go where {@code home} says. */
    Seat(Path folder, SoundCatalogue sounds, Function<Seat, Home> home) throws IOException {
        Fresh fresh = new Fresh();
        Places places = new Places(folder);
        Identity identity = Identity.load(places.identity(), fresh);
        Sessions sessions = new Sessions(places.client(), () -> System.nanoTime() / 1_000, fresh::outbox);
        studio = new Studio(places, identity, sessions, new Sound(sounds), FxApp.blank(sounds, identity));
        desk = new StudioDesk(studio, local(), http, sounds);
        window = onFx(() -> new Window(desk, studio::shown, Theme.DARK, theme -> {}));
        stage = onFx(Stage::new);
        robot.interact(this::show);
        studio.begin();
        studio.go("Opening your room", () -> home.apply(this));
    }

    /** The server on my own folder; it is found if it runs, and never started. */
    LocalServer local() {
        return LocalServer.of(studio.places(), http, List.of(), Optional.empty());
    }

    ServerHttp http() {
        return http;
    }

    private <T> T onFx(java.util.concurrent.Callable<T> make) {
        return org.testfx.util.WaitForAsyncUtils.waitForAsyncFx(20_000, make);
    }

    /** Waits until what is known is on the screen, as a person does before acting on it. */
    private void drawn() {
        CompletableFuture<Long> second = new CompletableFuture<>();
        AnimationTimer frames = new AnimationTimer() {
            private int count;

            @Override
            public void handle(long now) {
                if (++count == 2) {
                    second.complete(now);
                    stop();
                }
            }
        };
        robot.interact(frames::start);
        second.orTimeout(20, TimeUnit.SECONDS).join();
    }

    private void show() {
        stage.setScene(window.content());
        stage.setWidth(1280);
        stage.setHeight(800);
        stage.show();
        window.open();
    }

    String name() {
        return studio.identity().profile().name();
    }

    Shared shown() {
        return studio.shown();
    }

    /** What is played, as this window knows it. */
    Optional<Transport> transport() {
        return studio.loop().flatMap(loop -> loop.status().transport());
    }

    Session session() {
        return shown().session();
    }

    Step step(String track, int number) {
        return session().pattern(PatternSlot.A).lane(new NodeId(track)).steps().at(number - 1);
    }

    /** Whether that step of pattern A is on in another document. */
    boolean on(Session session, String track, int number) {
        return session.pattern(PatternSlot.A)
                .lane(new NodeId(track))
                .steps()
                .at(number - 1)
                .on();
    }

    /** Whether there is something to press that a screen reader calls so. */
    boolean offers(String words) {
        return onFx(() -> presses().anyMatch(press -> words.equals(press.getAccessibleText()) && seen(press)));
    }

    private static boolean seen(Node node) {
        return node == null || node.isVisible() && seen(node.getParent());
    }

    /** Clicks a cell, counted from 1, of the pattern that is looked at. */
    void clickStep(String track, int number) {
        int index = number - 1;
        double beat = 4 * CELL + 3 * 4;
        double x = index / 4 * (beat + 12) + index % 4 * (CELL + 4) + CELL / 2;
        drawn();
        robot.interact(() -> new Hand(found("#cells-" + track)).click(x, 20));
    }

    /** Drags upwards by so many pixels, one at a time. */
    void dragUp(String selector, int pixels) {
        drawn();
        robot.interact(() -> {
            Hand hand = new Hand(found(selector));
            hand.press(10, 100);
            for (int i = 1; i <= pixels; i++) {
                hand.drag(10, 100 - i);
            }
            hand.release(10, 100 - pixels);
        });
    }

    /** Presses what a screen reader calls so. */
    void press(String words) {
        drawn();
        robot.interact(() -> presses()
                .filter(press -> words.equals(press.getAccessibleText()))
                .filter(press -> press.isVisible() && !press.isDisabled())
                .findFirst()
                .orElseThrow(() -> new AssertionError("no “" + words + "” to press"))
                .press());
    }

    /** Clicks the chip of a pattern. */
    void clickChip(PatternSlot slot) {
        press("Pattern " + slot);
    }

    private Stream<Press> presses() {
        return window.content().getRoot().lookupAll(".press").stream().map(Press.class::cast);
    }

    /** An edit as a region would ask for it. */
    void edit(Mutation... mutations) {
        robot.interact(() -> {
            desk.edit(new Gesture(++gestures, "an edit"), List.of(mutations));
            desk.endGesture();
        });
    }

    /** Something that the window can ask. */
    void ask(Consumer<Desk> what) {
        robot.interact(() -> what.accept(desk));
    }

    void rename(String name) {
        robot.interact(() -> desk.rename(name));
    }

    /** Whether some visible text in that region contains {@code words}. */
    boolean reads(String region, String words) {
        return onFx(() -> window.content().getRoot().lookupAll(region + " .label").stream()
                .filter(Labeled.class::isInstance)
                .map(Labeled.class::cast)
                .filter(Node::isVisible)
                .anyMatch(label -> label.getText().contains(words)));
    }

    /** What is said of being saved. */
    String saved() {
        return onFx(() -> ((Labeled) found(".saved")).getText());
    }

    /** Whether a notice has this button. */
    boolean offered(String button) {
        return shown().notices().stream().map(Notice::answer).anyMatch(Optional.of(button)::equals);
    }

    /** Presses the button of the first notice that has it. */
    void answer(String button) {
        ask(desk -> shown().notices().stream()
                .filter(notice -> notice.answer().equals(Optional.of(button)))
                .findFirst()
                .ifPresent(desk::answer));
    }

    List<String> notices() {
        return shown().notices().stream().map(Notice::words).toList();
    }

    private Node found(String selector) {
        Node node = window.content().lookup(selector);
        assertNotNull(node, selector);
        return node;
    }

    @Override
    public void close() {
        robot.interact(() -> {
            window.close();
            stage.close();
        });
        studio.close();
        http.close();
    }
}
