package tutti.server.store;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/**
 * Everything that was written to a file, forced and told to anybody, in order: what a power cut at any moment leaves.
 */
final class Tape implements TestDisk.Hook {
    /** One thing that happened. */
    sealed interface Event {
        record Write(long position, byte[] content) implements Event {}

        record Truncate(long size) implements Event {}

        record Force() implements Event {}

        /** A force failed: what was written since the last one never reaches the disk, though it is read on. */
        record Forgotten() implements Event {}

        /** A room was told that its head is at {@code seq}. */
        record Told(String room, long seq) implements Event {}
    }

    private final List<Event> events = new ArrayList<>();

    /** A tape of a file that begins with this content, durably. */
    Tape(byte[] content) {
        events.add(new Event.Write(0, content));
        events.add(new Event.Force());
    }

    @Override
    public synchronized void write(long position, ByteBuffer content) {
        byte[] copy = new byte[content.remaining()];
        content.get(copy);
        events.add(new Event.Write(position, copy));
    }

    @Override
    public synchronized void truncate(long size) {
        events.add(new Event.Truncate(size));
    }

    @Override
    public synchronized void force() {
        events.add(new Event.Force());
    }

    synchronized void forget() {
        events.add(new Event.Forgotten());
    }

    synchronized void told(String room, long seq) {
        events.add(new Event.Told(room, seq));
    }

    synchronized int length() {
        return events.size();
    }

    /** What each room was told before moment {@code cut}: its highest seq. */
    synchronized Map<String, Long> toldBefore(int cut) {
        Map<String, Long> told = new TreeMap<>();
        for (Event event : events.subList(0, cut)) {
            if (event instanceof Event.Told news) {
                told.put(news.room(), news.seq());
            }
        }
        return told;
    }

    /** How often anything was told before moment {@code cut}. */
    synchronized long countBefore(int cut) {
        return events.subList(0, cut).stream()
                .filter(Event.Told.class::isInstance)
                .count();
    }

    /** The file after kill -9 at that moment: the system keeps all that was written. */
    synchronized byte[] killed(int cut) throws IOException {
        Disk disk = new Disk();
        events.subList(0, cut).forEach(event -> disk.play(event, Integer.MAX_VALUE));
        return disk.content();
    }

    /**
     * The file after a power cut: all that a force covered, then a part of the rest, the last write of it torn; and
     * nothing that a failed force has forgotten, whatever was forced afterwards.
     */
    synchronized byte[] after(int cut, Random random) throws IOException {
        Set<Event> forgotten = forgotten(cut);
        int forced = cut;
        while (forced > 0 && !(events.get(forced - 1) instanceof Event.Force)) {
            forced--;
        }
        int kept = forced + random.nextInt(cut - forced + 1);
        Disk disk = new Disk();
        for (Event event : events.subList(0, kept)) {
            if (!forgotten.contains(event)) {
                disk.play(event, Integer.MAX_VALUE);
            }
        }
        if (kept < cut && events.get(kept) instanceof Event.Write torn && !forgotten.contains(torn)) {
            disk.play(torn, random.nextInt(torn.content().length + 1));
        }
        return disk.content();
    }

    private Set<Event> forgotten(int cut) {
        Set<Event> forgotten = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Event> unforced = new ArrayList<>();
        for (Event event : events.subList(0, cut)) {
            switch (event) {
                case Event.Write write -> unforced.add(write);
                case Event.Truncate _, Event.Told _ -> {}
                case Event.Force _ -> unforced.clear();
                case Event.Forgotten _ -> {
                    forgotten.addAll(unforced);
                    unforced.clear();
                }
            }
        }
        return forgotten;
    }

    private static final class Disk {
        private byte[] bytes = new byte[1 << 16];
        private int size;

        void play(Event event, int atMost) {
            switch (event) {
                case Event.Write write -> write(write, Math.min(atMost, write.content().length));
                case Event.Truncate truncate -> size = (int) Math.min(size, truncate.size());
                case Event.Force _, Event.Forgotten _, Event.Told _ -> {}
            }
        }

        private void write(Event.Write write, int length) {
            int end = (int) write.position() + length;
            while (end > bytes.length) {
                bytes = Arrays.copyOf(bytes, bytes.length * 2);
            }
            Arrays.fill(bytes, size, Math.max(size, (int) write.position()), (byte) 0);
            System.arraycopy(write.content(), 0, bytes, (int) write.position(), length);
            size = Math.max(size, end);
        }

        byte[] content() throws IOException {
            ByteArrayOutputStream out = new ByteArrayOutputStream(size);
            out.write(bytes, 0, size);
            return out.toByteArray();
        }
    }
}
