package tutti.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Figures")
class FiguresTest {

    @Test
    @DisplayName("are lines that a script can read, in any language of the machine")
    void areLinesThatAScriptCanRead() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Figures figures = new Figures(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        figures.figure("room.seen-by-other.p50", 1.4, "ms");
        figures.figure("room.edits", 12_000, "edits/s");
        figures.figure("room.heap", 181.26, "MiB");
        assertEquals(
                List.of(
                        "figure room.seen-by-other.p50 1.4000 ms",
                        "figure room.edits 12000 edits/s",
                        "figure room.heap 181.3 MiB"),
                bytes.toString(StandardCharsets.UTF_8).lines().toList());
    }

    @Test
    @DisplayName("of times are taken by the nearest rank")
    void ofTimesAreTakenByTheNearestRank() {
        Times times = new Times();
        LongStream.rangeClosed(1, 2000).map(i -> 2001 - i).forEach(times::add);
        assertEquals(1000, times.percentile(50));
        assertEquals(1980, times.percentile(99));
        assertEquals(2000, times.percentile(100));
        assertThrows(IllegalStateException.class, () -> new Times().percentile(50));
    }

    @Test
    @DisplayName("of the disk count every record")
    void ofTheDiskCountEveryRecord() throws IOException {
        Times times = DiskBench.append(1000, Duration.ofMillis(100));
        assertEquals(100, times.count());
        assertTrue(times.percentile(1) > 0);
    }
}
