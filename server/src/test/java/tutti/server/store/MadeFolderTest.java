package tutti.server.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A folder that is made")
class MadeFolderTest {
    private final Forces disk = new Forces();

    @TempDir
    private Path temporary;

    private Path folder;

    @BeforeEach
    void naming() {
        folder = temporary.resolve("a").resolve("b").resolve("c");
    }

    /** Takes down what was forced, and which of the folders were there by then. */
    private final class Forces implements Disk {
        private final List<String> seen = new ArrayList<>();

        @Override
        public void force(Path above) throws IOException {
            Disk.SYSTEM.force(above);
            int there = 0;
            for (Path each = folder; each.startsWith(temporary); each = each.getParent()) {
                there += Files.isDirectory(each) ? 1 : 0;
            }
            seen.add(above.getFileName() + " when " + (there - 1) + " of 3 were there");
        }

        @Override
        public FileChannel open(Path file, OpenOption... how) {
            throw new AssertionError("no file is opened");
        }

        @Override
        public void rename(Path from, Path to) {
            throw new AssertionError("nothing is renamed");
        }

        @Override
        public void delete(Path file) {
            throw new AssertionError("nothing is deleted");
        }
    }

    @Test
    @DisplayName("is durable by its name before anything is made in it, and so are those that are made above it")
    void fromTheTop() throws IOException {
        disk.make(folder);
        assertEquals(
                List.of(
                        temporary.getParent().getFileName() + " when 0 of 3 were there",
                        temporary.getFileName() + " when 1 of 3 were there",
                        "a when 2 of 3 were there",
                        "b when 3 of 3 were there"),
                disk.seen);
    }

    @Test
    @DisplayName("is forced again when it is there: whoever made it may have been killed before")
    void again() throws IOException {
        Files.createDirectories(folder);
        disk.make(folder);
        assertEquals(List.of("b when 3 of 3 were there"), disk.seen);
    }

    @Test
    @DisplayName("cannot be made where a file is")
    void inTheWay() throws IOException {
        Files.createFile(temporary.resolve("a"));
        assertThrows(FileAlreadyExistsException.class, () -> disk.make(temporary.resolve("a")));
    }

    @Test
    @DisplayName("is there already, where it is the root")
    void root() throws IOException {
        disk.make(temporary.getRoot());
        assertEquals(List.of(), disk.seen);
    }
}
