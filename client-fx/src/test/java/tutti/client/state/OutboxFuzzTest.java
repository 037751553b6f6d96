package tutti.client.state;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import tutti.model.SessionId;
import tutti.sync.OutboxNote;
import tutti.wire.Codec;

/** Whatever lies where an outbox file should. */
@Tag("slow")
@DisplayName("Whatever lies in an outbox file,")
class OutboxFuzzTest {
    private static final OutboxNote NEXT = new OutboxNote.Numbered(7);

    @TempDir
    static Path folder;

    private final Codec codec = new Codec();

    @FuzzTest(maxDuration = "1m")
    @DisplayName("what cannot be trusted is cut off, and what is written next is read with what was good")
    void anyBytes(byte[] bytes) throws IOException {
        goesOn(bytes);
    }

    @FuzzTest(maxDuration = "1m")
    @DisplayName("lines with a right checksum are notes, or another version's, which is said")
    void anyLines(byte[] bytes) throws IOException {
        StringBuilder file = new StringBuilder();
        for (String line : new String(bytes, StandardCharsets.UTF_8).split("\n")) {
            CRC32 crc = new CRC32();
            crc.update(line.getBytes(StandardCharsets.UTF_8));
            file.append(String.format("%08x ", crc.getValue())).append(line).append('\n');
        }
        goesOn(file.toString().getBytes(StandardCharsets.UTF_8));
    }

    @FuzzTest(maxDuration = "1m")
    @DisplayName("or in the file of a document that was kept, it is left alone, or is a document that can be kept")
    void kept(byte[] bytes) throws IOException {
        Path data = Files.createDirectories(folder.resolve("data"));
        Path file = Files.createDirectories(data.resolve("kept")).resolve("fuzzed.json");
        Files.write(file, bytes);
        Kept kept = new Kept(data);
        List<Kept.Copy> found = kept.copies();
        for (Kept.Copy copy : found) {
            kept.keep(new SessionId("kept-again"), copy.document());
        }
        assertEquals(2 * found.size(), kept.copies().size());
        assertArrayEquals(bytes, Files.readAllBytes(file));
        for (Kept.Copy copy : kept.copies()) {
            kept.made(copy);
        }
        assertEquals(List.of(), kept.copies());
        Files.deleteIfExists(file);
    }

    private void goesOn(byte[] bytes) throws IOException {
        Path file = folder.resolve("outbox");
        Files.write(file, bytes);
        List<OutboxNote> good;
        try (OutboxLog log = OutboxLog.open(file, codec).orElseThrow()) {
            good = new ArrayList<>(log.read());
            log.append(NEXT);
            log.force();
        } catch (IOException e) {
            assertTrue(e.getMessage().contains("another version"), e.getMessage());
            assertEquals(bytes.length, Files.size(file), "nothing of another version's file is cut off");
            return;
        }
        good.add(NEXT);
        try (OutboxLog log = OutboxLog.open(file, codec).orElseThrow()) {
            assertEquals(good, log.read());
        }
    }
}
