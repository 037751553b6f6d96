package tutti.client.ui.bar;

import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import tutti.client.ui.Desk;
import tutti.client.ui.Transport;
import tutti.client.ui.kit.Icon;
import tutti.client.ui.kit.Press;

/** The room's play and stop. While a stop is to come it offers to keep playing. */
final class Play extends StackPane {
    private final Desk desk;
    private final Node start = Icon.PLAY.draw();
    private final Node stop = Icon.STOP.draw();
    private final Press press;
    private boolean runs;

    Play(Desk desk) {
        this.desk = desk;
        press = new Press("play", new StackPane(start, stop), "Play for everybody (Space)", this::act);
        getChildren().add(press);
    }

    void show(Transport transport) {
        runs = transport.playing() && transport.stopping().isEmpty();
        start.setVisible(!runs);
        stop.setVisible(runs);
        String begin = transport.playing() ? "Keep playing (Space)" : "Play for everybody (Space)";
        press.say(runs ? "Stop for everybody (Space)" : begin);
    }

    private void act() {
        if (runs) {
            desk.stop();
        } else {
            desk.play();
        }
    }
}
