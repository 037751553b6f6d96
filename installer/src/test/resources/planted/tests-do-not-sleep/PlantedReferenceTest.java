package tutti.server.room;

public final class PlantedReferenceTest {
    void nap() {
        Runnable nap = Thread::yield;
    }
}
