package tutti.sync;

public record PlantedLock(java.util.concurrent.locks.ReentrantLock lock) {}
