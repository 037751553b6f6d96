package tutti.client.state;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.zip.CRC32;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tutti.edit.Mutation;
import tutti.edit.Place;
import tutti.edit.StepFields;
import tutti.model.NodeId;
import tutti.model.PatternSlot;
import tutti.sync.Ask;
import tutti.sync.Draft;
import tutti.sync.GestureId;
import tutti.sync.Outbox;
import tutti.sync.OutboxId;
import tutti.sync.OutboxNote;
import tutti.wire.Codec;

@DisplayName("The outbox file")
class OutboxLogTest {
    private final Codec codec = new Codec(OutboxNote.class);

    @TempDir
    private Path folder;

    private static Place.OfStep step(int i) {
        return new Place.OfStep(PatternSlot.A, new NodeId("kick"), i);
    }

    private static OutboxNote drafted(int i) {
        Ask ask = new Ask.Change(List.of(Mutation.put(step(i), StepFields.ON, true)));
        return new OutboxNote.Drafted(new Draft(new GestureId("g" + i), ask));
    }

    private static List<OutboxNote> notes() {
        return List.of(
                new OutboxNote.Opened(new OutboxId("mine")),
                drafted(1),
                new OutboxNote.Numbered(1),
                drafted(2),
                new OutboxNote.Begun(new GestureId("g2")),
                new OutboxNote.Undone(new GestureId("g2")),
                new OutboxNote.Redone(new GestureId("g2")),
                new OutboxNote.Stacked(List.of(new GestureId("g1"), new GestureId("g2")), List.of()),
                new OutboxNote.Told(1, 7));
    }

    private Path written() throws IOException {
        Path file = folder.resolve("a.outbox");
        try (OutboxLog log = OutboxLog.open(file, codec).orElseThrow()) {
            for (OutboxNote note : notes()) {
                log.append(note);
            }
            log.force();
        }
        return file;
    }

    private List<OutboxNote> read(Path file) throws IOException {
        try (OutboxLog log = OutboxLog.open(file, codec).orElseThrow()) {
            return log.read();
        }
    }

    @Test
    @DisplayName("what was written is read again, in order")
    void readAgain() throws IOException {
        assertEquals(notes(), read(written()));
    }

    @Test
    @DisplayName("what it needs in any case does not make it rewritten again and again, only what has piled up since")
    void grown() throws IOException {
        OutboxNote large =
                new OutboxNote.Stacked(Collections.nCopies(30_000, new GestureId("g".repeat(64))), List.of());
        try (OutboxLog log = OutboxLog.open(folder.resolve("a.outbox"), codec).orElseThrow()) {
            for (int i = 0; i < 6; i++) {
                log.append(large);
            }
            assertTrue(log.overgrown());
            log.rewrite(Collections.nCopies(6, large));
            assertFalse(log.overgrown());
            for (int i = 0; i < 5; i++) {
                log.append(large);
                assertFalse(log.overgrown());
            }
            log.append(large);
            log.append(large);
            assertTrue(log.overgrown());
        }
    }

    @Test
    @DisplayName("cut off at any byte it yields the notes that are whole, and goes on from there")
    void torn() throws IOException {
        byte[] whole = Files.readAllBytes(written());
        for (int length = 0; length <= whole.length; length++) {
            Path file = folder.resolve("cut-" + length + ".outbox");
            Files.write(file, Arrays.copyOf(whole, length));
            List<OutboxNote> kept = new ArrayList<>(read(file));
            assertEquals(notes().subList(0, kept.size()), kept, "cut at " + length);
            try (OutboxLog log = OutboxLog.open(file, codec).orElseThrow()) {
                assertEquals(kept, log.read());
                log.append(drafted(9));
            }
            kept.add(drafted(9));
            assertEquals(kept, read(file));
            assertFalse(Files.exists(folder.resolve(file.getFileName() + ".cut")), "a torn end is nothing to keep");
        }
        assertEquals(
                notes().size(),
                read(folder.resolve("cut-" + whole.length + ".outbox")).size() - 1);
    }

    @Test
    @DisplayName("a flipped bit ends the file there: what follows it is not believed, and not thrown away")
    void flipped() throws IOException {
        byte[] bytes = Files.readAllBytes(written());
        int middle = bytes.length / 2;
        bytes[middle] ^= 1;
        Path file = folder.resolve("flipped.outbox");
        Files.write(file, bytes);
        List<OutboxNote> kept = read(file);
        assertTrue(kept.size() < notes().size());
        assertEquals(notes().subList(0, kept.size()), kept);
        int good = (int) Files.size(file);
        byte[] cut = Files.readAllBytes(folder.resolve("flipped.outbox.cut"));
        assertArrayEquals(Arrays.copyOfRange(bytes, good, bytes.length), cut, "what was cut off lies beside");
    }

    @Test
    @DisplayName("what follows a broken line is cut off before anything is written: it never counts again")
    void neverAgain() throws IOException {
        Path file = written();
        String second = Files.readAllLines(file).get(1);
        Files.writeString(file, Files.readString(file).replace(second, second.replace("g1", "gx")));
        try (OutboxLog log = OutboxLog.open(file, codec).orElseThrow()) {
            assertEquals(notes().subList(0, 1), log.read());
            log.append(drafted(9));
        }
        assertEquals(second.length(), Files.readAllLines(file).get(1).length(), "as long as the broken one");
        assertEquals(List.of(notes().getFirst(), drafted(9)), read(file));
    }

    @Test
    @DisplayName("a whole line of another version is refused, not cut off")
    void otherVersion() throws IOException {
        String json = "{\"type\":\"Painted\"}";
        CRC32 crc = new CRC32();
        crc.update(json.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        Path file = folder.resolve("newer.outbox");
        Files.writeString(file, String.format("%08x %s%n", crc.getValue(), json));
        assertThrows(IOException.class, () -> read(file));
        assertTrue(Files.size(file) > 0);
    }

    @Test
    @DisplayName("too long to be read it is refused, and not a byte of it is cut off")
    void tooLong() throws IOException {
        Path file = written();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.allocate(1), Limits.OUTBOX_READ);
        }
        try (OutboxLog log = OutboxLog.open(file, codec).orElseThrow()) {
            String words = assertThrows(IOException.class, log::read).getMessage();
            assertTrue(words.contains(file + " is longer than"), words);
        }
        assertEquals(Limits.OUTBOX_READ + 1, Files.size(file));
    }

    @Test
    @DisplayName("two windows cannot hold one file")
    void held() throws IOException {
        Path file = written();
        try (OutboxLog mine = OutboxLog.open(file, codec).orElseThrow()) {
            assertTrue(OutboxLog.open(file, codec).isEmpty());
            assertEquals(notes(), mine.read());
        }
    }

    @Test
    @DisplayName("rewritten to the notes of its outbox it makes an equal outbox")
    void rewritten() throws IOException {
        Outbox outbox = new Outbox(new OutboxId("mine"));
        notes().forEach(outbox::apply);
        Path file = written();
        try (OutboxLog log = OutboxLog.open(file, codec).orElseThrow()) {
            log.rewrite(outbox.notes());
        }
        Outbox again = new Outbox(new OutboxId("other"));
        read(file).forEach(again::apply);
        assertEquals(outbox.notes(), again.notes());
        assertEquals(outbox.last(), again.last());
    }
}
