package tutti.client.state;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tutti.sync.Edit;
import tutti.sync.GestureId;

/**
 * All that was done to the files of a folder of outboxes and to their names, and all that was sent, in order: what a
 * power cut at any moment leaves. A file is what its number says, whatever its name is.
 */
final class OutboxTape implements Disk {
    private static final int SECTOR = 512;
    /** So many folders are new: the room's, that of all outboxes, and the data folder. */
    private static final int MADE = 3;

    /** One thing that happened. */
    sealed interface Event {
        record Named(String name, int file) implements Event {}

        record Write(int file, int position, byte[] content) implements Event {}

        record Truncate(int file, int size) implements Event {}

        record Force(int file) implements Event {}

        record Renamed(String from, String to, int file) implements Event {}

        record Deleted(String name) implements Event {}

        /** A folder was forced: all names in it are durable, so those of the folders in it. */
        record Forced(Path folder, Set<Path> holds) implements Event {}

        /** An edit left on the line. */
        record Sent(Edit edit) implements Event {}

        /** A person changed something, at this own time. */
        record Drafted(GestureId gesture, long micros) implements Event {}

        /** The window is idle at this own time. */
        record Idle(long micros) implements Event {}
    }

    /** The folder's names as far as events were played. */
    private static final class Names {
        final Map<String, Integer> now = new TreeMap<>();
        final Map<String, Integer> durable = new TreeMap<>();
        final List<Event> unforced = new ArrayList<>();
        /** Folders whose own names are durable. */
        final Set<Path> kept = new HashSet<>();

        void play(Event event, Path folder) {
            if (event instanceof Event.Forced(Path which, Set<Path> holds)) {
                kept.addAll(holds);
                if (which.equals(folder)) {
                    durable.clear();
                    durable.putAll(now);
                    unforced.clear();
                }
            } else if (name(event, now)) {
                unforced.add(event);
            }
        }

        private static boolean name(Event event, Map<String, Integer> names) {
            if (event instanceof Event.Named(String name, int file)) {
                names.put(name, file);
            } else if (event instanceof Event.Renamed(String from, String to, int file)) {
                names.remove(from);
                names.put(to, file);
            } else if (event instanceof Event.Deleted(String name)) {
                names.remove(name);
            } else {
                return false;
            }
            return true;
        }

        /** What was forced, and of the rest all up to some moment, or any of it. */
        Map<String, Integer> left(Random random) {
            Map<String, Integer> left = new TreeMap<>(durable);
            boolean inOrder = random.nextBoolean();
            int until = random.nextInt(unforced.size() + 1);
            for (int i = 0; i < unforced.size(); i++) {
                if (inOrder ? i < until : random.nextBoolean()) {
                    name(unforced.get(i), left);
                }
            }
            return left;
        }
    }

    private final List<Event> events = new ArrayList<>();
    /** The files that have these names now. */
    private final Map<String, Integer> now = new HashMap<>();

    private int files;
    /** Where the recorded files lie: known with the first of them. */
    private Optional<Path> folder = Optional.empty();

    @Override
    public FileChannel open(Path file) throws IOException {
        folder = Optional.of(Folders.of(file));
        int number = now.computeIfAbsent(name(file), made -> {
            add(new Event.Named(made, files));
            return files++;
        });
        return new RecordedChannel(Disk.SYSTEM.open(file), this, number);
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        Disk.SYSTEM.rename(from, to);
        int file = Objects.requireNonNull(now.remove(name(from)));
        now.put(name(to), file);
        add(new Event.Renamed(name(from), name(to), file));
    }

    @Override
    public void delete(Path file) throws IOException {
        Disk.SYSTEM.delete(file);
        now.remove(name(file));
        add(new Event.Deleted(name(file)));
    }

    @Override
    public void force(Path which) throws IOException {
        Disk.SYSTEM.force(which);
        try (Stream<Path> all = Files.list(which.toAbsolutePath())) {
            Set<Path> holds = all.filter(Files::isDirectory).collect(Collectors.toSet());
            add(new Event.Forced(which.toAbsolutePath(), holds));
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString();
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

    /** The moments at which a file got another name. */
    List<Integer> renamings() {
        List<Integer> at = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            if (events.get(i) instanceof Event.Renamed) {
                at.add(i);
            }
        }
        return at;
    }

    /**
     * Makes a folder as a power cut leaves it: names as far as the folder was forced, of each file what was forced, and
     * of the rest what the disk happened to do; of a file's end some sectors.
     */
    void after(int cut, Random random, Path into) throws IOException {
        Names names = new Names();
        before(cut).forEach(event -> names.play(event, folder.orElseThrow()));
        Path made = folder.orElseThrow();
        for (int i = 0; i < MADE; i++) {
            if (!names.kept.contains(made) && random.nextBoolean()) {
                return;
            }
            made = Folders.of(made);
        }
        for (Map.Entry<String, Integer> each : names.left(random).entrySet()) {
            Files.write(into.resolve(each.getKey()), content(each.getValue(), cut, random));
        }
    }

    private int lastForce(int file, int cut) {
        return before(cut).lastIndexOf(new Event.Force(file));
    }

    private byte[] content(int file, int cut, Random random) {
        byte[] forced = played(file, lastForce(file, cut) + 1);
        byte[] whole = played(file, cut);
        int size = Math.min(forced.length, whole.length);
        int torn = size + random.nextInt(Math.max(forced.length, whole.length) - size + 1);
        byte[] left = Arrays.copyOf(forced, random.nextBoolean() ? whole.length : torn);
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
