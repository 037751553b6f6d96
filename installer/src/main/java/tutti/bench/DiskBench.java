package tutti.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** What this disk can do at best: records appended to a file and synced, all that are due in one go. */
public final class DiskBench implements Benchmark {

    private static final int RECORD = 200;
    private static final List<Integer> RATES = List.of(200, 2_000, 20_000);
    private static final Duration LENGTH = Duration.ofSeconds(3);

    @Override
    public String name() {
        return "disk";
    }

    @Override
    public String summary() {
        return "append and fdatasync, the floor under every durable edit";
    }

    @Override
    public void run(Figures figures) throws IOException {
        for (int rate : RATES) {
            figures.times("disk.append." + rate, append(rate, LENGTH));
        }
    }

    /** The times from when each record was due to when it was synced, at this many records a second. */
    static Times append(int rate, Duration length) throws IOException {
        Path file = Files.createTempFile(Path.of("").toAbsolutePath(), "tutti-disk", ".tmp");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            return append(channel, 1_000_000_000L / rate, (int) (rate * length.toMillis() / 1000));
        } finally {
            Files.delete(file);
        }
    }

    private static Times append(FileChannel channel, long interval, int records) throws IOException {
        Times times = new Times();
        long start = System.nanoTime();
        for (int done = 0; done < records; ) {
            int due = Math.min(records, (int) ((System.nanoTime() - start) / interval) + 1);
            if (due == done) {
                LockSupport.parkNanos(start + done * interval - System.nanoTime());
                continue;
            }
            write(channel, (due - done) * RECORD);
            channel.force(false);
            long now = System.nanoTime();
            for (; done < due; done++) {
                times.add(now - (start + done * interval));
            }
        }
        return times;
    }

    private static void write(FileChannel channel, int bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(bytes);
        while (buffer.hasRemaining()) {
            int written = channel.write(buffer);
            if (written < 0) {
                throw new IOException("the file took nothing");
            }
        }
    }
}
