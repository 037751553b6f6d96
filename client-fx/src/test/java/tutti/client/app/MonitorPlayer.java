package tutti.client.app;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import tutti.client.audio.Await;
import tutti.client.audio.OutputState;
import tutti.client.audio.SoundCatalogue;
import tutti.model.PatternSlot;
import tutti.model.Session;
import tutti.sync.Lobby;
import tutti.sync.Profile;
import tutti.sync.Secret;

/**
 * Plays the beat of the first start as a window does, on this machine's device: its sound, a lobby, the device. It
 * opens the device on a room that stands still, as a window does, and presses play once the device has been the same
 * for so long that it is known. It prints how the device stood at the end.
 */
public final class MonitorPlayer {
    private static final long OWN_WINDOW = 1;

    private MonitorPlayer() {}

    /** Two arguments: the seconds in which the device must not change before play is pressed, and those after. */
    public static void main(String[] arguments) {
        Session session = Births.firstLight();
        Lobby lobby = new Lobby("alone", session);
        lobby.enter(OWN_WINDOW, new Secret("s".repeat(22)).member(), new Profile("A", 0), Optional.empty(), micros());
        lobby.trip(OWN_WINDOW, 0);
        try (Sound sound = new Sound(SoundCatalogue.load())) {
            sound.play(session, lobby.transport(), Optional.empty());
            sound.sound(true);
            settle(sound, TimeUnit.SECONDS.toNanos(Long.parseLong(arguments[0])));
            lobby.play(OWN_WINDOW, Optional.of(PatternSlot.A), session, micros());
            sound.play(session, lobby.transport(), Optional.empty());
            Await.time(System.nanoTime() + TimeUnit.SECONDS.toNanos(Long.parseLong(arguments[1])));
            System.out.println(sound.output().orElse(new OutputState.Opening()));
        }
    }

    private static void settle(Sound sound, long nanos) {
        AtomicReference<Optional<OutputState>> last = new AtomicReference<>(sound.output());
        AtomicLong since = new AtomicLong(System.nanoTime());
        Await.until(() -> {
            Optional<OutputState> now = sound.output();
            if (!now.equals(last.getAndSet(now))) {
                since.set(System.nanoTime());
            }
            return System.nanoTime() - since.get() > nanos;
        });
    }

    private static long micros() {
        return System.nanoTime() / 1_000;
    }
}
