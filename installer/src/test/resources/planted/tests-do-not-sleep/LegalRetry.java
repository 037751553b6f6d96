package tutti.server.room;

public final class LegalRetry {
    void pause() throws InterruptedException {
        Thread.sleep(10);
    }
}
