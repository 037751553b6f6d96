package tutti.server.room;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

public final class LegalWait {
    boolean await(CountDownLatch latch) throws InterruptedException {
        return latch.await(1, TimeUnit.SECONDS);
    }
}
