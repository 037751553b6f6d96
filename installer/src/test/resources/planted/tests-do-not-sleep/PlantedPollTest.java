package tutti.server.room;

import java.util.concurrent.locks.LockSupport;

public final class PlantedPollTest {
    void poll(Object gate) {
        LockSupport.park(gate);
    }
}
