package tutti.client.app;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import tutti.edit.Mutation;
import tutti.edit.Place;
import tutti.edit.SessionFields;
import tutti.model.Session;

/** Two windows in one room, which are closed after each story. */
abstract class RoomStory {
    static final Place<Session> HEAD = new Place.OfSession();

    @TempDir
    Path folder;

    private Optional<TwoWindows> open = Optional.empty();

    /** Opens both on a room that is born as {@code birth}. */
    final TwoWindows room(Session birth) throws Exception {
        TwoWindows room = new TwoWindows(folder, birth);
        open = Optional.of(room);
        return room;
    }

    /** On the demo beat. */
    final TwoWindows room() throws Exception {
        return room(Births.firstLight());
    }

    static Mutation named(String name) {
        return Mutation.put(HEAD, SessionFields.NAME, name);
    }

    @AfterEach
    final void close() {
        open.ifPresent(TwoWindows::close);
    }
}
