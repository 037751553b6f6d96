package tutti.server.room;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tutti.server.http.Answer;

@Tag("slow")
@Tag("fault")
@DisplayName("A KV file that is not what was written")
class DamagedFileTest {
    private static final String ID = "small-0";
    private static final int FLIPS = 300;
    private static final long OVERSIZED = 64L * 1024 * 1024 + 1;
    private static final String SECRET = "the-secret-of-the-corpus-maker";
    /** Answered long ago: it only wakes the room. */
    private static final String AGAIN = "{\"edit\":{\"ask\":{\"mutations\":[{\"at\":\"session\",\"put\":\"swing\","
            + "\"to\":0}],\"type\":\"Change\"},\"gesture\":\"g\",\"n\":1},\"outbox\":\"one\"}";

    /** One that nobody sent yet, of an outbox of its own. */
    private static final String NEXT = AGAIN.replace("\"one\"", "\"two\"").replace("\"to\":0", "\"to\":20");

    @TempDir
    Path temporary;

    private Path data;
    private Path file;
    private byte[] whole;
    private String truth;

    @BeforeEach
    void make() throws IOException {
        data = CorpusMaker.many(temporary.resolve("data"), 1, 0);
        try (House house = new House(data)) {
            truth = read(house);
        }
        file = data.resolve("kv").resolve(ID + ".json");
        whole = Files.readAllBytes(file);
    }

    private static String read(House house) {
        return assertInstanceOf(Answer.Found.class, house.api.read(ID)).json();
    }

    @Test
    @DisplayName("is never served: the store is read in its place, whichever bit has flipped and wherever it is torn")
    void neverServed() throws IOException {
        Random random = new Random(5);
        try (House house = new House(data)) {
            for (int i = 0; i < FLIPS; i++) {
                byte[] other = whole.clone();
                int bit = random.nextInt(8 * whole.length);
                other[bit / 8] ^= (byte) (1 << bit % 8);
                Files.write(file, other);
                assertEquals(truth, read(house), "bit " + bit);
                Files.write(file, Arrays.copyOf(whole, random.nextInt(whole.length)));
                assertEquals(truth, read(house));
            }
            Files.write(file, whole);
        }
        System.out.println("fault\tdamaged KV file\tone flipped bit, and a torn tail, each read over HTTP, seed 5\t"
                + 2 * FLIPS + "\t-\t0\t-");
    }

    @Test
    @DisplayName("is put aside and written again once its room has rested, though it was noted")
    void writtenAgain() throws IOException {
        byte[] other = whole.clone();
        other[whole.length / 2] ^= 1;
        Files.write(file, other);
        try (House house = new House(data)) {
            assertInstanceOf(Answer.Settled.class, house.api.edit(ID, SECRET, AGAIN));
        }
        try (House house = new House(data)) {
            assertTrue(Files.exists(data.resolve("kv").resolve(ID + ".put-aside-unreadable-1.json")));
            assertEquals(truth, read(house), "nothing was edited");
            assertArrayEquals(whole, Files.readAllBytes(file));
        }
    }

    @Test
    @DisplayName("is written again once its room has rested where it is another whole one, though that place was noted")
    void another() throws IOException {
        byte[] older = whole;
        try (House house = new House(data)) {
            assertInstanceOf(Answer.Settled.class, house.api.edit(ID, SECRET, NEXT));
        }
        byte[] newest = Files.readAllBytes(file);
        assertFalse(Arrays.equals(older, newest));
        Files.write(file, older);
        try (House house = new House(data)) {
            assertInstanceOf(Answer.Settled.class, house.api.edit(ID, SECRET, AGAIN));
        }
        assertArrayEquals(newest, Files.readAllBytes(file));
    }

    @Test
    @DisplayName("is not even read where it is larger than any of ours")
    void oversized() throws IOException {
        try (var grown = new RandomAccessFile(file.toFile(), "rw")) {
            grown.setLength(OVERSIZED);
        }
        try (House house = new House(data)) {
            assertEquals(truth, read(house));
        }
    }
}
