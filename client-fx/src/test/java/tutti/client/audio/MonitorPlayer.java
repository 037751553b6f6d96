package tutti.client.audio;

import java.util.Set;

/** Plays one impulse a beat at 120 BPM on this machine's device for some seconds, and prints how it stood. */
public final class MonitorPlayer {
    private static final long SECOND = 1_000_000_000L;

    private MonitorPlayer() {}

    /** One argument: the seconds. */
    public static void main(String[] arguments) {
        AudioEngine engine = new AudioEngine(0);
        Score score = Studio.score(Studio.instruments(), Studio.track("impulse", "steps x---"));
        engine.listen(new Ears(0, false, Set.of(), Set.of()));
        engine.play(score);
        long end = System.nanoTime() + Long.parseLong(arguments[0]) * SECOND;
        try (AudioDevice device = AudioDevice.open(engine, RoomClock.alone(System.nanoTime()), 8_192, score)) {
            Await.until(() -> System.nanoTime() > end || device.state() instanceof OutputState.NoDevice);
            System.out.println(device.state());
        }
    }
}
