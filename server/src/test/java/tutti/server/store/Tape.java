package tutti.server.store;

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

    /** What a disk writes as one. */
    private static final int SECTOR = 512;

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

    /** Whether a cut at this moment finds something written that no force covered. */
    synchronized boolean isUnsure(int cut) {
        return cut > 0 && events.get(cut - 1) instanceof Event.Write;
    }

    /** How often anything was told before moment {@code cut}. */
    synchronized long countBefore(int cut) {
        return events.subList(0, cut).stream()
                .filter(Event.Told.class::isInstance)
                .count();
    }

    /** The file after kill -9 at that moment: the system keeps all that was written. */
    synchronized byte[] killed(int cut) {
        Disk disk = new Disk();
        events.subList(0, cut).forEach(disk::play);
        return disk.content();
    }

    /**
     * The file after a power cut: all that a force covered, of the rest what the disk happened to do, and nothing that
     * a failed force has forgotten, whatever was forced afterwards.
     */
    synchronized byte[] after(int cut, Random random) {
        Set<Event> forgotten = forgotten(cut);
        int forced = cut;
        while (forced > 0 && !(events.get(forced - 1) instanceof Event.Force)) {
            forced--;
        }
        Disk disk = new Disk();
        remembered(events.subList(0, forced), forgotten).forEach(disk::play);
        List<Event> rest = remembered(events.subList(forced, cut), forgotten);
        if (random.nextInt(4) == 0) {
            inOrder(disk, rest, random);
        } else {
            anyOrder(disk, rest, random);
        }
        return disk.content();
    }

    private static List<Event> remembered(List<Event> all, Set<Event> forgotten) {
        return all.stream().filter(event -> !forgotten.contains(event)).toList();
    }

    /** The disk did one thing after the other, and the last of them in part. */
    private static void inOrder(Disk disk, List<Event> rest, Random random) {
        int kept = random.nextInt(rest.size() + 1);
        rest.subList(0, kept).forEach(disk::play);
        if (kept < rest.size() && rest.get(kept) instanceof Event.Write(long position, byte[] content)) {
            disk.write(position, content, 0, random.nextInt(content.length + 1));
        }
    }

    /**
     * The disk did what it liked, sector by sector: much of it, little, or nearly all. What never came is zeros, or the
     * file ends before it, as the system happened to note the new length.
     */
    private static void anyOrder(Disk disk, List<Event> rest, Random random) {
        int before = disk.size;
        double share = List.of(0.1, 0.5, 0.9, 0.98).get(random.nextInt(4));
        for (Event event : rest) {
            switch (event) {
                case Event.Write(long position, byte[] content) -> {
                    for (int at = 0; at < content.length; at = sectorAfter(position + at) - (int) position) {
                        int end = Math.min(content.length, sectorAfter(position + at) - (int) position);
                        if (random.nextDouble() < share) {
                            disk.write(position, content, at, end);
                        }
                    }
                    if (random.nextBoolean()) {
                        disk.lengthen(position + content.length);
                    }
                }
                case Event.Truncate(long size) when random.nextBoolean() -> disk.truncate(size);
                case Event.Truncate _, Event.Force _, Event.Forgotten _, Event.Told _ -> {}
            }
        }
        if (disk.size > before && random.nextInt(4) == 0) {
            disk.truncate(before + random.nextInt(disk.size - before + 1));
        }
    }

    /** Where the sector ends in which this position lies. */
    private static int sectorAfter(long position) {
        return (int) (position / SECTOR + 1) * SECTOR;
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

        void play(Event event) {
            switch (event) {
                case Event.Write(long position, byte[] content) -> write(position, content, 0, content.length);
                case Event.Truncate(long to) -> truncate(to);
                case Event.Force _, Event.Forgotten _, Event.Told _ -> {}
            }
        }

        /** Writes of what would lie at {@code position} only a part. */
        void write(long position, byte[] content, int from, int to) {
            lengthen(position + to);
            System.arraycopy(content, from, bytes, (int) position + from, to - from);
        }

        /** What was not there is zeros. */
        void lengthen(long to) {
            while (to > bytes.length) {
                bytes = Arrays.copyOf(bytes, bytes.length * 2);
            }
            size = (int) Math.max(size, to);
        }

        void truncate(long to) {
            if (to < size) {
                Arrays.fill(bytes, (int) to, size, (byte) 0);
                size = (int) to;
            }
        }

        byte[] content() {
            return Arrays.copyOf(bytes, size);
        }
    }
}
