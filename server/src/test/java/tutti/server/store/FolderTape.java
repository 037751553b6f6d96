package tutti.server.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Everything that was done to a folder's store files and names, in order, and what anybody was told: what a kill or a
 * power cut at any moment leaves.
 */
final class FolderTape implements TestDisk.Hook, Names {
    private sealed interface Event {
        /** Something was done to a store file. */
        record InFile(String file, Consumer<Tape> event) implements Event {}

        /** {@code CURRENT} was renamed into place. */
        record Renamed(Pointer to) implements Event {}

        /** The folder was forced: all names are durable. */
        record Forced() implements Event {}

        record Deleted(String file) implements Event {}

        record Told(String room, long seq) implements Event {}
    }

    /** The folder as far as events were played. */
    private static final class State {
        final Map<String, Tape> files = new HashMap<>();
        final Set<String> names = new HashSet<>();
        final Set<String> durableNames = new HashSet<>();
        final Map<String, Long> told = new TreeMap<>();
        Pointer pointer;
        Pointer durablePointer;
        long times;

        void play(Event event) {
            switch (event) {
                case Event.InFile(String file, Consumer<Tape> done) -> {
                    names.add(file);
                    done.accept(files.computeIfAbsent(file, _ -> new Tape(new byte[0])));
                }
                case Event.Renamed(Pointer to) -> pointer = to;
                case Event.Forced _ -> {
                    durablePointer = pointer;
                    durableNames.clear();
                    durableNames.addAll(names);
                }
                case Event.Deleted(String file) -> names.remove(file);
                case Event.Told(String room, long seq) -> {
                    told.put(room, seq);
                    times++;
                }
            }
        }
    }

    private final List<Event> events = new ArrayList<>();

    private synchronized void add(Event event) {
        events.add(event);
    }

    @Override
    public TestDisk.Hook of(String file) {
        return new TestDisk.Hook() {
            @Override
            public void write(long position, ByteBuffer content) {
                byte[] copy = new byte[content.remaining()];
                content.get(copy);
                add(new Event.InFile(file, tape -> tape.write(position, ByteBuffer.wrap(copy))));
            }

            @Override
            public void truncate(long size) {
                add(new Event.InFile(file, tape -> tape.truncate(size)));
            }

            @Override
            public void force() {
                add(new Event.InFile(file, Tape::force));
            }
        };
    }

    @Override
    public void force(Path folder) throws IOException {
        Names.DISK.force(folder);
        add(new Event.Forced());
    }

    @Override
    public void point(Path folder, Pointer to) throws IOException {
        add(new Event.Renamed(to));
        Names.DISK.point(folder, to);
        add(new Event.Forced());
    }

    @Override
    public void delete(Path file) throws IOException {
        add(new Event.Deleted(file.getFileName().toString()));
        Names.DISK.delete(file);
    }

    /** Begins with what lies in a folder that is not open. */
    void begin(Path folder) throws IOException {
        Pointer now = Pointer.read(folder).orElseThrow();
        byte[] content = Files.readAllBytes(StoreFolder.file(folder.resolve(now.file())));
        add(new Event.InFile(now.file() + StoreFolder.ENDING, tape -> tape.write(0, ByteBuffer.wrap(content))));
        add(new Event.InFile(now.file() + StoreFolder.ENDING, Tape::force));
        add(new Event.Renamed(now));
        add(new Event.Forced());
    }

    /** A room was told that its head is at {@code seq}; each time moves the store's position by one. */
    void told(String room, long seq) {
        add(new Event.Told(room, seq));
    }

    synchronized int length() {
        return events.size();
    }

    private synchronized State at(int cut) {
        State state = new State();
        events.subList(0, cut).forEach(state::play);
        return state;
    }

    /** What each room was told before that moment. */
    Map<String, Long> toldBefore(int cut) {
        return at(cut).told;
    }

    /** Whether a power cut at that moment may leave the one pointer or the other. */
    boolean unsure(int cut) {
        State state = at(cut);
        return !state.pointer.equals(state.durablePointer);
    }

    /** Makes a folder as kill -9 leaves it: the system keeps all that was done. */
    void killed(int cut, Path into) throws IOException {
        State state = at(cut);
        for (String name : state.names) {
            Tape tape = state.files.get(name);
            Files.write(into.resolve(name), tape.killed(tape.length()));
        }
        finish(state.pointer, state.times, into);
    }

    /** Makes a folder as a power cut leaves it: what was forced, and of the rest what the disk happened to do. */
    void cut(int cut, Random random, Path into) throws IOException {
        State state = at(cut);
        Set<String> perhaps = new HashSet<>(state.names);
        perhaps.addAll(state.durableNames);
        for (String name : perhaps) {
            boolean sure = state.names.contains(name) && state.durableNames.contains(name);
            if (sure || random.nextBoolean()) {
                Tape tape = state.files.get(name);
                Files.write(into.resolve(name), tape.after(tape.length(), random));
            }
        }
        finish(random.nextBoolean() ? state.pointer : state.durablePointer, state.times, into);
    }

    /** The witness knows all that was told. */
    private static void finish(Pointer pointer, long times, Path into) throws IOException {
        Witness.create(into, pointer.storeId(), times);
        pointer.write(into);
    }
}
