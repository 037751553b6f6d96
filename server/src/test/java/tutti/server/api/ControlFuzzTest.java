package tutti.server.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import tutti.server.store.Copied;
import tutti.server.store.Progress;
import tutti.server.store.StoreView;
import tutti.server.store.Upkeep;

/** Whatever is asked of a running server by whoever reached its port. */
@Tag("slow")
@DisplayName("Whatever a server is asked for upkeep,")
class ControlFuzzTest {
    private static final List<String> ASKED = new ArrayList<>();

    @TempDir
    static Path folder;

    private static Control control;
    private static String secret;

    private static final Upkeep RECORDING = new Upkeep() {
        @Override
        public Copied rewrite(Progress progress) {
            ASKED.add("rewrite");
            return new Copied.Done(0, 0, 0, 0, 0, 0, 0);
        }

        @Override
        public Copied backUp(Path to, Progress progress) throws IOException {
            ASKED.add("backup " + to);
            throw new NoSuchFileException(to.toString());
        }

        @Override
        public StoreView view() throws IOException {
            ASKED.add("export");
            throw new NoSuchFileException("no store");
        }
    };

    @BeforeAll
    static void open() throws IOException {
        control = Control.open(folder, RECORDING);
        secret = Files.readString(folder.resolve(Control.FILE)).strip().split(" ")[1];
    }

    @AfterAll
    static void close() throws IOException {
        control.close();
    }

    /** SECRET at the start stands for the real one. */
    @FuzzTest(maxDuration = "1m")
    @DisplayName("it answers in one line, and does only what it knows, and only for who knows the secret")
    void asked(byte[] bytes) {
        String line = new String(bytes, StandardCharsets.UTF_8);
        ASKED.clear();
        String answer = control.answer(line.replaceFirst("^SECRET", secret), new PrintWriter(new StringWriter()));
        assertTrue(answer.startsWith("done") || answer.startsWith("failed"), answer);
        assertTrue(answer.length() < 5_000 && answer.codePoints().noneMatch(Character::isISOControl), answer);
        boolean rewrites = line.matches("SECRET rewrite( (?s:.*))?");
        boolean backsUp = line.matches("SECRET backup( (?s:.*))?");
        assertEquals(rewrites, ASKED.equals(List.of("rewrite")), line);
        boolean exports = line.matches("SECRET export( (?s:.*))?");
        assertTrue(ASKED.isEmpty() || rewrites || ((backsUp || exports) && ASKED.size() == 1), line);
    }
}
