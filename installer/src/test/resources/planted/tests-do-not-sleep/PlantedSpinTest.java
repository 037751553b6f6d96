package tutti.server.room;

public final class PlantedSpinTest {
    void nap() {
        Thread.onSpinWait();
    }
}
