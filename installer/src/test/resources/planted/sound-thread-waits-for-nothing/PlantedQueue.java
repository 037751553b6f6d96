package tutti.client.audio;

public final class PlantedQueue implements Voice {
    private final java.util.concurrent.LinkedBlockingQueue<String> queue = new java.util.concurrent.LinkedBlockingQueue<>();

    @Override
    public void sound(float[] into) {
        queue.offer("a");
    }
}
