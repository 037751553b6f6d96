package tutti.client.app;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Of two windows on one machine")
class SoundingTest {
    @TempDir
    private Path folder;

    private Sounding first;
    private Sounding second;

    @BeforeEach
    void open() throws IOException {
        first = new Sounding(folder);
        second = new Sounding(folder);
        assertTrue(first.look());
    }

    @AfterEach
    void close() throws IOException {
        first.close();
        second.close();
    }

    private void handOver() throws IOException {
        second.take();
        assertFalse(first.look());
        assertTrue(second.look());
    }

    @Test
    @DisplayName("the first one sounds, however often both look")
    void one() throws IOException {
        for (int i = 0; i < 10; i++) {
            assertFalse(second.look());
            assertTrue(first.look());
        }
    }

    @Test
    @DisplayName("the other one sounds when its person asks for it, and keeps sounding")
    void takeOver() throws IOException {
        handOver();
        for (int i = 0; i < 10; i++) {
            assertFalse(first.look());
            assertTrue(second.look());
        }
    }

    @Test
    @DisplayName("the one that gave way waits until the other has had time to look")
    void standsBack() throws IOException {
        second.take();
        assertFalse(first.look());
        assertFalse(first.look());
        assertFalse(first.look());
        assertTrue(second.look());
    }

    @Test
    @DisplayName("each can have it back, as often as they like, at once")
    void backAndForth() throws IOException {
        for (int i = 0; i < 5; i++) {
            handOver();
            first.take();
            assertFalse(second.look());
            assertTrue(first.look());
        }
    }

    @Test
    @DisplayName("asking while one sounds already changes nothing")
    void already() throws IOException {
        first.take();
        assertTrue(first.look());
        assertTrue(first.look());
        assertFalse(second.look());
    }

    @Test
    @DisplayName("the other one sounds when the one that sounded goes, also if it had given way itself before")
    void gone() throws IOException {
        handOver();
        second.close();
        boolean sounds = false;
        for (int i = 0; i < 5; i++) {
            sounds = first.look();
        }
        assertTrue(sounds);
    }

    @Test
    @DisplayName("one that opens beside a wish of long ago does not give way to it")
    void oldWish() throws IOException {
        handOver();
        second.close();
        first.close();
        try (Sounding third = new Sounding(folder)) {
            assertTrue(third.look());
            assertTrue(third.look());
        }
    }
}
