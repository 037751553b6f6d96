package tutti.server.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Everything that was done to the files of a folder and to their names, in order, and what anybody was told: what a
 * kill or a power cut at any moment leaves. A file is what its number says, whatever its name is. Any thread.
 */
public final class FolderTape implements TestDisk.Hook, Disk {
    private sealed interface Event {
        record Named(String name, int file) implements Event {}

        record InFile(int file, Consumer<Tape> event) implements Event {}

        record Renamed(String from, String to, int file) implements Event {}

        record Deleted(String name) implements Event {}

        /** A folder was forced: all names in it are durable, so those of the folders in it. */
        record Forced(Path folder, Set<Path> holds) implements Event {}

        record Told(String room, long seq) implements Event {}
    }

    /** The folder as far as events were played. */
    private static final class State {
        final Map<Integer, Tape> files = new HashMap<>();
        final Map<String, Integer> names = new TreeMap<>();
        final Map<String, Integer> durable = new TreeMap<>();
        /** What was done to names since the folder was forced. */
        final List<Event> unforced = new ArrayList<>();

        final Map<String, Long> told = new TreeMap<>();
        /** Which folder this is. */
        final Path folder;
        /** Its own name is durable; until then a power cut may take all of it. */
        boolean kept;

        State(Path folder) {
            this.folder = folder;
        }

        void play(Event event) {
            switch (event) {
                case Event.Named(String _, int file) -> {
                    name(event, names);
                    files.put(file, new Tape(new byte[0]));
                    unforced.add(event);
                }
                case Event.InFile(int file, Consumer<Tape> done) -> done.accept(file(file));
                case Event.Renamed _, Event.Deleted _ -> {
                    name(event, names);
                    unforced.add(event);
                }
                case Event.Forced(Path which, Set<Path> holds) -> {
                    kept |= holds.contains(folder);
                    if (which.equals(folder)) {
                        durable.clear();
                        durable.putAll(names);
                        unforced.clear();
                    }
                }
                case Event.Told(String room, long seq) -> told.put(room, seq);
            }
        }

        private static void name(Event event, Map<String, Integer> names) {
            switch (event) {
                case Event.Named(String name, int file) -> names.put(name, file);
                case Event.Renamed(String from, String to, int file) -> {
                    names.remove(from);
                    names.put(to, file);
                }
                case Event.Deleted(String name) -> names.remove(name);
                case Event.InFile _, Event.Forced _, Event.Told _ -> {}
            }
        }

        /** The names that a disk has which did some of what was not forced: all up to some moment, or any of it. */
        Map<String, Integer> left(Random random) {
            Map<String, Integer> left = new TreeMap<>(durable);
            boolean inOrder = random.nextInt(4) == 0;
            int until = random.nextInt(unforced.size() + 1);
            for (int i = 0; i < unforced.size(); i++) {
                if (inOrder ? i < until : random.nextBoolean()) {
                    name(unforced.get(i), left);
                }
            }
            return left;
        }

        Tape file(int number) {
            return Objects.requireNonNull(files.get(number));
        }
    }

    private final List<Event> events = new ArrayList<>();
    /** The files that have these names now. */
    private final Map<String, Integer> now = new HashMap<>();

    private int files;
    /** Where the recorded files lie: known with the first of them. */
    private Optional<Path> folder = Optional.empty();

    private synchronized void add(Event event) {
        events.add(event);
    }

    /** The file of that name, which is made if there is none. */
    private synchronized int file(String name) {
        return now.computeIfAbsent(name, made -> {
            add(new Event.Named(made, files));
            return files++;
        });
    }

    /** What is done to the file that has this name when it is first done; for H2, which never renames. */
    @Override
    public TestDisk.Hook of(String name) {
        return new Recorded(() -> file(name));
    }

    /** Takes down what is done to one file. */
    private final class Recorded implements TestDisk.Hook {
        private final IntSupplier file;

        Recorded(IntSupplier file) {
            this.file = file;
        }

        @Override
        public void write(long position, ByteBuffer content) {
            byte[] copy = new byte[content.remaining()];
            content.get(copy);
            add(new Event.InFile(file.getAsInt(), tape -> tape.write(position, ByteBuffer.wrap(copy))));
        }

        @Override
        public void truncate(long size) {
            add(new Event.InFile(file.getAsInt(), tape -> tape.truncate(size)));
        }

        @Override
        public void force() {
            add(new Event.InFile(file.getAsInt(), Tape::force));
        }
    }

    @Override
    public FileChannel open(Path file, OpenOption... how) throws IOException {
        in(file.toAbsolutePath().getParent());
        int number = file(name(file));
        TestDisk.Hook hook = new Recorded(() -> number);
        if (List.of(how).contains(StandardOpenOption.TRUNCATE_EXISTING) && Files.exists(file)) {
            hook.truncate(0);
        }
        return TestDisk.channel(Disk.SYSTEM.open(file, how), hook);
    }

    @Override
    public synchronized void rename(Path from, Path to) throws IOException {
        Disk.SYSTEM.rename(from, to);
        int file = Objects.requireNonNull(now.remove(name(from)));
        now.put(name(to), file);
        add(new Event.Renamed(name(from), name(to), file));
    }

    @Override
    public synchronized void delete(Path file) throws IOException {
        Disk.SYSTEM.delete(file);
        add(new Event.Deleted(name(file)));
        now.remove(name(file));
    }

    @Override
    public void force(Path folder) throws IOException {
        Disk.SYSTEM.force(folder);
        add(new Event.Forced(folder.toAbsolutePath(), folders(folder)));
    }

    private static Set<Path> folders(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder.toAbsolutePath())) {
            return all.filter(Files::isDirectory).collect(Collectors.toSet());
        }
    }

    private synchronized void in(Path there) {
        if (!folder.orElse(there).equals(there)) {
            throw new AssertionError(there + " is not " + folder + ": a tape is of one folder");
        }
        folder = Optional.of(there);
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    /** Begins with what lies in a folder that is not open. */
    void begin(Path folder) throws IOException {
        in(folder.toAbsolutePath());
        List<Path> there;
        try (Stream<Path> all = Files.list(folder)) {
            there = all.filter(file -> Files.isRegularFile(file) && !name(file).equals("LOCK"))
                    .toList();
        }
        for (Path each : there) {
            TestDisk.Hook hook = of(name(each));
            hook.write(0, ByteBuffer.wrap(Files.readAllBytes(each)));
            add(new Event.InFile(file(name(each)), Tape::force));
        }
        force(folder.toAbsolutePath().getParent());
        force(folder);
    }

    /** A room was told that its head is at {@code seq}. */
    public void told(String room, long seq) {
        add(new Event.Told(room, seq));
    }

    /** How many moments there are. */
    public synchronized int length() {
        return events.size();
    }

    private synchronized State at(int cut) {
        State state = new State(folder.orElseThrow());
        events.subList(0, cut).forEach(state::play);
        return state;
    }

    /** What each room was told before that moment. */
    public Map<String, Long> toldBefore(int cut) {
        return at(cut).told;
    }

    /** Whether a power cut at that moment may leave the one pointer or the other. */
    boolean unsure(int cut) {
        State state = at(cut);
        return !Objects.equals(state.names.get(Pointer.FILE), state.durable.get(Pointer.FILE));
    }

    /** Makes a folder as kill -9 leaves it: the system keeps all that was done. */
    public void killed(int cut, Path into) throws IOException {
        State state = at(cut);
        for (Map.Entry<String, Integer> each : state.names.entrySet()) {
            Tape tape = state.file(each.getValue());
            Files.write(into.resolve(each.getKey()), tape.killed(tape.length()));
        }
    }

    /**
     * Makes a folder as a power cut leaves it: what was forced, and of the rest what the disk happened to do, each
     * making, renaming and removal for itself; nothing, if the folder's own name was not forced and is lost.
     */
    public void cut(int cut, Random random, Path into) throws IOException {
        State state = at(cut);
        if (!state.kept && random.nextBoolean()) {
            return;
        }
        for (Map.Entry<String, Integer> each : state.left(random).entrySet()) {
            Tape tape = state.file(each.getValue());
            Files.write(into.resolve(each.getKey()), tape.after(tape.length(), random));
        }
    }
}
