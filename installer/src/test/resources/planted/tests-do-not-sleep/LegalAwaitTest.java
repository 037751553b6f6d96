package tutti.server.room;

public final class LegalAwaitTest {
    void wait(java.util.function.BooleanSupplier done) {
        Await.until(done);
    }
}
