package tutti.client.audio;

public final class LegalVoice implements Voice {
    private final java.util.concurrent.atomic.AtomicInteger level = new java.util.concurrent.atomic.AtomicInteger();

    @Override
    public void sound(float[] into) {
        into[0] = level.getAcquire();
    }

    /** Not on the way of a render. */
    public synchronized void tell() {
        System.out.println(new StringBuilder("level ").append(level.get()));
    }
}
