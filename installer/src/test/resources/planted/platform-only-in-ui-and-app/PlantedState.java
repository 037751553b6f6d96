package tutti.client.state;

public record PlantedState(int value) {
    public void publish() {
        javafx.application.Platform.runLater(this::publish);
    }
}
