package tutti.client.state;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import tutti.sync.Edit;
import tutti.sync.GestureId;

/** All that was written to an outbox, forced, and sent, in order: what a power cut at any moment leaves of the file. */
final class OutboxTape implements OutboxLog.Opener {
    private static final int SECTOR = 512;

    /** One thing that happened; files count up: each rewriting begins another. */
    sealed interface Event {
        record Write(int file, int position, byte[] content) implements Event {}

        record Truncate(int file, int size) implements Event {}

        record Force(int file) implements Event {}

        /** A file is done with: the next one has its name. */
        record Closed(int file) implements Event {}

        /** An edit left on the line. */
        record Sent(Edit edit) implements Event {}

        /** A person changed something, at this own time. */
        record Drafted(GestureId gesture, long micros) implements Event {}

        /** The window is idle at this own time. */
        record Idle(long micros) implements Event {}
    }

    private final List<Event> events = new ArrayList<>();
    private int files;

    @Override
    public FileChannel open(Path file) throws IOException {
        FileChannel base =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        return new RecordedChannel(base, this, files++);
    }

    void add(Event event) {
        events.add(event);
    }

    int length() {
        return events.size();
    }

    /** What happened before a moment. */
    List<Event> before(int cut) {
        return events.subList(0, cut);
    }

    /**
     * The outbox file after a power cut: what was forced, and of the rest some sectors. Between a rewriting's force and
     * the end of the file before it nobody knows whether the new file has its name yet.
     */
    byte[] after(int cut, Random random) {
        int named = before(cut).stream()
                .mapToInt(event -> event instanceof Event.Closed closed ? closed.file() + 1 : 0)
                .max()
                .orElse(0);
        boolean next = before(cut).contains(new Event.Force(named + 1)) && random.nextBoolean();
        return content(next ? named + 1 : named, cut, random);
    }

    private int lastForce(int file, int cut) {
        return before(cut).lastIndexOf(new Event.Force(file));
    }

    private byte[] content(int file, int cut, Random random) {
        byte[] forced = played(file, lastForce(file, cut) + 1);
        byte[] whole = played(file, cut);
        int size = Math.min(forced.length, whole.length);
        byte[] left = Arrays.copyOf(forced, size + random.nextInt(Math.max(forced.length, whole.length) - size + 1));
        for (int sector = 0; sector < left.length; sector += SECTOR) {
            if (random.nextBoolean()) {
                int end = Math.min(left.length, Math.min(sector + SECTOR, whole.length));
                System.arraycopy(whole, sector, left, sector, Math.max(0, end - sector));
            }
        }
        return left;
    }

    private byte[] played(int file, int until) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (Event event : before(until)) {
            if (event instanceof Event.Write write && write.file() == file) {
                resize(bytes, write.position());
                bytes.writeBytes(write.content());
            } else if (event instanceof Event.Truncate truncate && truncate.file() == file) {
                resize(bytes, truncate.size());
            }
        }
        return bytes.toByteArray();
    }

    /** Files are only ever written at their end. */
    private static void resize(ByteArrayOutputStream bytes, int size) {
        if (bytes.size() != size) {
            byte[] content = Arrays.copyOf(bytes.toByteArray(), size);
            bytes.reset();
            bytes.writeBytes(content);
        }
    }
}
