package tutti.client.app;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** The time of this machine, as one who waits has it. */
interface Patience {
    /** By the system's clock. */
    Patience OF_MACHINE = new Patience() {
        @Override
        public long millis() {
            return TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
        }

        @Override
        public void pause(long millis) throws IOException {
            try {
                Thread.sleep(millis);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted while waiting for the server", e);
            }
        }
    };

    long millis();

    /** @throws IOException if whoever waits is not to wait any more */
    void pause(long millis) throws IOException;
}
