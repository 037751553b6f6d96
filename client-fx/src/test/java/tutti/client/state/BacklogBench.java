package tutti.client.state;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import tutti.client.ui.FirstLight;
import tutti.edit.Mutation;
import tutti.edit.Place;
import tutti.edit.StepFields;
import tutti.model.PatternSlot;
import tutti.model.SessionId;
import tutti.sync.Base;
import tutti.sync.Chain;
import tutti.sync.GestureId;
import tutti.sync.OutboxId;
import tutti.sync.Profile;
import tutti.sync.Secret;

/**
 * A client whose server is long away: what a start costs with so many edits in its outbox, and what one more edit, one
 * more value of a drag and one undo cost while they wait. {@code figure NAME VALUE UNIT} lines.
 */
final class BacklogBench {
    private static final Figures FIGURES = new Figures("backlog");
    private static final SessionId ROOM = new SessionId("room");
    private static final Secret SECRET = new Secret("s".repeat(22));
    private static final List<String> TRACKS = List.of("kick", "clap", "closed", "open");
    private static final int STEPS = 16;
    private static final int MOST = 127;
    /** Of each kind, while the others wait. */
    private static final int MORE = 200;

    private static final int OFTEN = 500;
    private static final long LONG = 5_000_000;

    private final AtomicInteger ids = new AtomicInteger();
    private final List<Drawer.Claimed> files = new ArrayList<>();
    private final List<SessionCore> starts = new ArrayList<>();
    private final Path data;

    private BacklogBench(Path data) {
        this.data = data;
    }

    /** Prints the figures. */
    public static void main(String[] arguments) throws IOException {
        for (int waiting : new int[] {1_000, 5_000, 19_000}) {
            Path data = Files.createTempDirectory("backlog");
            try {
                new BacklogBench(data).measure(waiting);
            } finally {
                remove(data);
            }
        }
    }

    private void measure(int waiting) throws IOException {
        SessionCore core = open(true);
        figure("all", waiting, nanos(() -> work(core, waiting)) / 1e6, "ms");
        each("edit", waiting, core, i -> edit(core, "one-more-" + i, i));
        each("drag", waiting, core, i -> propose(core, "drag", velocity(0, 1 + i % MOST)));
        each("undo", waiting, core, i -> core.act(core.replica().undo(new GestureId("undo-" + i), 0), 0));
        figure("file", waiting, size() / 1e6, "MB");
        files.getLast().log().close();
        figure("start", waiting, nanos(() -> starts.add(open(false))) / 1e6, "ms");
        figure("start-folds", waiting, starts.getLast().replica().folded(), "edits");
    }

    /** So many of a kind one by one, each of which is shown: the time and the edits folded for one. */
    private void each(String name, int waiting, SessionCore core, Deed deed) throws IOException {
        long folded = core.replica().folded();
        double nanos = nanos(() -> {
            for (int i = 0; i < MORE; i++) {
                deed.run(i);
                core.status();
            }
        });
        figure(name, waiting, nanos / MORE / 1e3, "us");
        figure(name + "-folds", waiting, (core.replica().folded() - folded) / (double) MORE, "edits");
    }

    /** Something that a person does. */
    private interface Deed {
        void run(int i) throws IOException;
    }

    /** Something that is measured. */
    private interface Work {
        void run() throws IOException;
    }

    /** Of this thread's processor time: what others do on the machine does not count. */
    private static double nanos(Work work) throws IOException {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        work.run();
        return threads.getCurrentThreadCpuTime() - start;
    }

    /** As much as a busy hand makes in a second or two lies between two looks at whether the file is too long. */
    private void work(SessionCore core, int edits) throws IOException {
        long now = 0;
        for (int i = 0; i < edits; i++) {
            edit(core, "of-the-train-" + i, i);
            if (i % OFTEN == 0) {
                core.tick(now += LONG);
            }
        }
    }

    private static void edit(SessionCore core, String gesture, int i) throws IOException {
        propose(core, gesture, velocity(i, 1 + i % MOST));
    }

    private static void propose(SessionCore core, String gesture, Mutation mutation) throws IOException {
        core.act(core.replica().propose(new GestureId(gesture), List.of(mutation), 0), 0);
    }

    private static Mutation velocity(int at, int value) {
        Place.OfStep step = new Place.OfStep(
                PatternSlot.A, FirstLight.id(TRACKS.get(at % TRACKS.size())), at / TRACKS.size() % STEPS);
        return Mutation.put(step, StepFields.VELOCITY, value);
    }

    private SessionCore open(boolean fresh) throws IOException {
        Drawer drawer = new Drawer(data, ROOM);
        SessionCore.Setting setting = new SessionCore.Setting(
                ROOM, SECRET, () -> new OutboxId("o" + ids.incrementAndGet()), new Bulletin(), new Kept(data));
        Drawer.Claimed claimed = drawer.claim(setting.freshOutbox()).getFirst();
        files.add(claimed);
        if (fresh) {
            drawer.save(claimed.base(), new Base(FirstLight.session(), 1, Chain.NONE.then("first")));
        }
        SessionCore core = new SessionCore(setting, new Profile("A", 0), drawer, claimed, new Silence());
        core.status();
        return core;
    }

    /** A line to nowhere. */
    private static final class Silence implements Line {
        private int said;

        @Override
        public void send(String frame) {
            said++;
        }

        @Override
        public void well() {
            said = 0;
        }

        @Override
        public void again() {
            said = 0;
        }

        @Override
        public void close() {
            said = 0;
        }
    }

    private long size() throws IOException {
        try (Stream<Path> all = Files.walk(data)) {
            return all.mapToLong(file -> file.toFile().length()).sum();
        }
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(BacklogBench::delete);
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void figure(String name, int waiting, double value, String unit) {
        FIGURES.say(name + "." + waiting, value, unit);
    }
}
