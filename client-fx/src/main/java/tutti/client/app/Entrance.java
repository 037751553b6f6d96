package tutti.client.app;

import java.io.IOException;
import java.net.URI;
import java.util.Random;
import tutti.client.net.WebLine;
import tutti.client.state.SessionLoop;
import tutti.client.state.Sessions;
import tutti.client.ui.Notice;
import tutti.model.SessionId;

/** Opens sessions for a window, and says what a person can do where that does not go well. Any thread. */
final class Entrance implements Door.Opening {
    private final Studio studio;
    private final Sessions sessions;

    Entrance(Studio studio, Sessions sessions) {
        this.studio = studio;
        this.sessions = sessions;
    }

    @Override
    public SessionLoop open(Home there) throws IOException {
        studio.post(() -> {
            studio.billboard().withdraw("nowhere");
            studio.billboard().withdraw("lost");
        });
        Identity me = studio.identity();
        return sessions.open(
                there.id(),
                me.secret(),
                me.profile(),
                ends -> new WebLine(() -> dial(there), ends, new Random()),
                status -> studio.publishSoon(),
                words -> studio.post(() -> studio.billboard()
                        .offer(
                                "session",
                                Notice.Tone.BAD,
                                words,
                                "Open again",
                                () -> studio.go(studio.goal().doing(), () -> there))));
    }

    private URI dial(Home there) throws IOException {
        try {
            URI line = there.dial();
            studio.post(() -> studio.billboard().withdraw("lost"));
            return line;
        } catch (RoomLost lost) {
            studio.post(() -> lost(there, Words.of(lost)));
            throw lost;
        }
    }

    /** Its room is not there any more: a new one can take its place, in which later starts begin too. */
    private void lost(Home there, String words) {
        SessionId id = new Fresh().session();
        if (studio.home().filter(there::equals).isPresent()) {
            studio.billboard().stand("lost", Notice.Tone.BAD, words, "Start a new room", () -> {
                studio.identity(me -> me.home().equals(there.id()) ? me.in(id) : me);
                studio.go("Starting a new room", () -> there.anew(id));
            });
        }
    }
}
