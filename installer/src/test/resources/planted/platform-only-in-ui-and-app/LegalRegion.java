package tutti.client.ui.grid;

public record LegalRegion(int value) {
    public void publish() {
        javafx.application.Platform.runLater(this::publish);
    }
}
