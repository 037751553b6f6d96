package tutti.client.ui.window;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import javafx.util.Duration;
import javax.imageio.ImageIO;
import tutti.client.ui.FakeDesk;
import tutti.client.ui.FirstLight;
import tutti.client.ui.Transport;
import tutti.client.ui.kit.Theme;
import tutti.model.PatternSlot;
import tutti.music.Ticks;

/**
 * The whole window without a server, to look at: {@code Preview dark 1280 800 [picture.png [words …]]}. With a picture
 * it presses what bears those words, draws one moment of First light with three people in it, writes it down and ends.
 */
public final class Preview {
    private Preview() {}

    /** Starts it. */
    public static void main(String[] args) {
        Application.launch(App.class, args);
    }

    /** The application. */
    public static final class App extends Application {
        @Override
        public void start(Stage stage) {
            var args = getParameters().getRaw();
            Theme theme = Theme.valueOf(args.get(0).toUpperCase(Locale.ROOT));
            FakeDesk desk = new FakeDesk(FirstLight.room());
            Window window = new Window(desk, desk.newest::get, theme, t -> {});
            stage.setScene(window.content());
            stage.setWidth(Double.parseDouble(args.get(1)));
            stage.setHeight(Double.parseDouble(args.get(2)));
            stage.show();
            window.open();
            if (args.size() > 3) {
                moment(desk);
                pose(window, args.subList(4, args.size()));
                PauseTransition wait = new PauseTransition(Duration.millis(1200));
                wait.setOnFinished(e -> shoot(stage.getScene(), new File(args.get(3))));
                wait.play();
            } else {
                run(desk);
            }
        }

        /** Bar 7, beat 3, step 2, with B launched. */
        private static void moment(FakeDesk desk) {
            long bar = Ticks.PER_WHOLE;
            long tick = 6 * bar + 9L * Ticks.PER_SIXTEENTH + 10;
            desk.transport(t -> new Transport(
                    true,
                    Optional.empty(),
                    PatternSlot.A,
                    Optional.of(new Transport.Launch(PatternSlot.B, 8 * bar)),
                    FirstLight.heard(tick)));
            desk.change(Pictures::loud);
        }

        private static void pose(Window window, List<String> clicks) {
            window.frame(System.nanoTime());
            window.stand(FirstLight.id("bass"), 5);
            clicks.forEach(words -> Pictures.press(window.content().getRoot(), words));
        }

        private static void run(FakeDesk desk) {
            long start = System.nanoTime();
            desk.transport(
                    t -> new Transport(t.playing(), t.stopping(), t.pattern(), t.next(), new Pictures.Running(start)));
        }

        private static void shoot(Scene scene, File file) {
            WritableImage image = scene.snapshot(null);
            try {
                ImageIO.write(awt(image), "png", file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            Platform.exit();
        }

        private static BufferedImage awt(WritableImage image) {
            int width = (int) image.getWidth();
            int height = (int) image.getHeight();
            PixelReader pixels = image.getPixelReader();
            BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    copy.setRGB(x, y, pixels.getArgb(x, y));
                }
            }
            return copy;
        }
    }
}
