package tutti.client.app;

import java.util.Optional;
import tutti.client.ui.Rooms;

/** What this window is doing to get into a room, in words; and whether that came to an end. Any thread. */
final class Goal {
    private static final String ANY = "Opening your room";

    private volatile Optional<String> words = Optional.empty();
    private volatile boolean under;

    /** A person has said where to go. */
    void begin(String doing) {
        words = Optional.of(doing);
        under = true;
    }

    /** Nobody is on the way any more: the room's session is there, or it failed. */
    void end() {
        under = false;
    }

    /** What it is doing while no session is open; nothing if nobody is on the way. */
    Optional<String> way() {
        return words.filter(doing -> under);
    }

    /** What it is, or was, doing to get where it is. */
    String doing() {
        return words.orElse(ANY);
    }

    /** Going into a room that was listed. */
    static String joining(String name) {
        return "Joining “" + Rooms.called(name) + "”";
    }
}
