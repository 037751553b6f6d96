package tutti.client.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/** Who I am now. Any thread reads; one thread, always the same, changes and keeps it. */
final class Me {
    private final Path file;
    private volatile Identity now;
    private Identity kept;

    /** @param start as {@code file} has it */
    Me(Path file, Identity start) {
        this.file = file;
        this.now = start;
        this.kept = start;
    }

    Identity now() {
        return now;
    }

    void become(UnaryOperator<Identity> change) {
        now = change.apply(now);
    }

    /** Keeps what changed; called now and then, since a drag changes it many times. */
    void keep() throws IOException {
        if (!now.equals(kept)) {
            now.save(file);
            kept = now;
        }
    }
}
