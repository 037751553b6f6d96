package tutti.server.room;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import tutti.server.store.H2Journal;

/** The same laws, where what is durable lies in H2 and in files. */
@Tag("slow")
@DisplayName("The persistence rule over the real store")
class RealStoreLawsTest extends PersistenceLawsTest {
    @TempDir
    Path data;

    private HeldJournal open;

    private Stage<HeldJournal, RealFiles> start() throws IOException {
        StoreBell bell = new StoreBell();
        open = new HeldJournal(H2Journal.open(data, bell));
        return new Stage<>(open, new RealFiles(data.resolve("kv")), bell);
    }

    @Override
    Stage<?, ?> fresh() throws IOException {
        Stage<?, ?> stage = start();
        stage.furnish();
        return stage;
    }

    @Override
    Stage<?, ?> again(Stage<?, ?> killed) throws IOException {
        killed.journal.close();
        return start();
    }

    @AfterEach
    void close() throws IOException {
        open.close();
    }
}
