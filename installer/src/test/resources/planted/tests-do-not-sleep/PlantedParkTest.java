package tutti.server.room;

public final class PlantedParkTest {
    void nap() {
        java.util.concurrent.locks.LockSupport.parkNanos(10);
    }
}
