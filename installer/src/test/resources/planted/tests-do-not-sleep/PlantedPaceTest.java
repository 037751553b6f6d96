package tutti.server.room;

public final class PlantedPaceTest {
    void nap() {
        Await.time(10);
    }
}
