package tutti.client.audio;

public final class PlantedLock implements Voice {
    private final java.util.concurrent.locks.ReentrantLock lock = new java.util.concurrent.locks.ReentrantLock();

    @Override
    public void sound(float[] into) {
        lock.lock();
    }
}
