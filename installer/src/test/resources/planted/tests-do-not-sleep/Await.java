package tutti.server.room;

final class Await {
    private Await() {}

    static void until(java.util.function.BooleanSupplier done) {}

    static void time(long moment) {}
}
