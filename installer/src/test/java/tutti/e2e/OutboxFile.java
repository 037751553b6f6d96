package tutti.e2e;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import tutti.model.SessionId;
import tutti.sync.Outbox;
import tutti.sync.OutboxId;
import tutti.sync.OutboxNote;
import tutti.wire.Codec;
import tutti.wire.Parsed;

/** What a dead client left of its outbox, read by other code than the client's. */
record OutboxFile(Path path, Outbox outbox, List<String> whole) {
    private static final int SUM = 8;
    private static final Codec CODEC = new Codec(OutboxNote.class);

    /** The one outbox of a session. */
    static OutboxFile read(Path data, SessionId session) throws IOException {
        try (Stream<Path> all = Files.list(data.resolve("outbox").resolve(session.text()))) {
            List<Path> files =
                    all.filter(file -> file.toString().endsWith(".outbox")).toList();
            if (files.size() != 1) {
                throw new IllegalStateException("one outbox was to be there, not " + files);
            }
            return read(files.getFirst());
        }
    }

    private static OutboxFile read(Path path) throws IOException {
        String text = Files.readString(path);
        List<String> whole = text.substring(0, text.lastIndexOf('\n') + 1)
                .lines()
                .takeWhile(OutboxFile::isWhole)
                .toList();
        Outbox outbox = new Outbox(new OutboxId("unknown"));
        whole.forEach(line -> outbox.apply(note(line)));
        return new OutboxFile(path, outbox, whole);
    }

    private static boolean isWhole(String line) {
        CRC32 sum = new CRC32();
        sum.update(line.substring(Math.min(line.length(), SUM + 1)).getBytes(StandardCharsets.UTF_8));
        return line.startsWith(String.format("%08x ", sum.getValue()));
    }

    private static OutboxNote note(String line) {
        return switch (CODEC.read(OutboxNote.class, line.substring(SUM + 1), line.length())) {
            case Parsed.Of<OutboxNote>(OutboxNote note) -> note;
            case Parsed.Malformed<OutboxNote> malformed -> throw new AssertionError(malformed.text());
        };
    }

    /** How many edits wait in it for an answer. */
    long undelivered() {
        return outbox.waiting().size()
                + outbox.numbered().stream()
                        .filter(edit -> edit.n() > outbox.settled())
                        .count();
    }

    /** Leaves a part of a line at the end, as a kill in the midst of writing it does. */
    void tear(Random random) throws IOException {
        String line = whole.getLast();
        Files.writeString(path, line.substring(0, 1 + random.nextInt(line.length())), StandardOpenOption.APPEND);
    }
}
