// long: one wrong journal a law, each a few lines
package tutti.server.room;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import tutti.model.SessionId;
import tutti.server.store.Act;
import tutti.server.store.Batch;
import tutti.server.store.Birth;
import tutti.server.store.Creation;
import tutti.server.store.Faces;
import tutti.server.store.Footing;
import tutti.server.store.Head;
import tutti.server.store.Journal;
import tutti.server.store.Listed;
import tutti.server.store.Load;
import tutti.server.store.Outcome;
import tutti.server.store.Row;
import tutti.server.store.Snapshot;
import tutti.server.store.Stretch;
import tutti.server.store.Window;

/** Journals of which each is wrong in one thing, as an implementation might be. */
final class WrongJournals {
    private WrongJournals() {}

    /** One that does not keep that law. */
    static Journal against(JournalLaw law, FakeJournal right) {
        return switch (law) {
            case GIVES_BACK_A_BIRTH -> loading(right, found -> with(found, without(found.snapshot())));
            case LETS_THE_FIRST_CREATOR_WIN ->
                creating(right, made -> made instanceof Creation.There ? new Creation.There(true) : made);
            case KEEPS_ROWS_IN_ORDER_WITHOUT_A_GAP -> loading(right, found -> with(found, swapped(found.rows())));
            case SHOWS_AT_ONCE_WHAT_IT_TOLD -> new Stale(right);
            case KEEPS_WHAT_WAS_SETTLED_WITH_ITS_ROWS -> new Unsettled(right);
            case REFUSES_WHO_WAS_REPLACED -> new Unfenced(right);
            case LEAVES_NOTHING_OF_WHAT_IT_REJECTS -> new HalfDone(right);
            case TAKES_NOTHING_AFTER_A_SYNC_THAT_FAILED -> new GoesOn(right);
            case KEEPS_THE_PARTS_OF_A_SNAPSHOT -> loading(right, found -> with(found, without(found.snapshot())));
            case BINS_AND_BRINGS_BACK, LISTS_WHAT_STANDS, KNOWS_WHO_OWES_A_FILE, COUNTS_ADOPTIONS -> new Bare(right);
            case DOES_AN_ASKING_ONCE -> new Forgetful(right);
            case BURIES_FOR_EVER ->
                creating(right, made -> made instanceof Creation.Buried ? new Creation.Made(1) : made);
            case READS_WHAT_THE_WINDOW_TAKES, READS_ON_IN_STRETCHES, READS_BACK_IN_STRETCHES -> new Boundless(right);
            case READS_THE_SAME_WHEN_TIDIED ->
                loading(
                        right,
                        found ->
                                with(found, found.rows().subList(1, found.rows().size())));
            case BUILDS_THE_PAST_FROM_A_SNAPSHOT -> new OnlyNow(right);

            case KEEPS_ACTS_BY_ROW -> new AllActs(right);
            case KEEPS_NAMES_OF_AUTHORS -> new FirstNames(right);

            case KEEPS_ITS_ID -> new Renamed(right);
        };
    }

    private static Load.Found with(Load.Found found, Snapshot snapshot) {
        return new Load.Found(found.head(), snapshot, found.rows(), found.outboxes());
    }

    private static Load.Found with(Load.Found found, List<Row> rows) {
        return new Load.Found(found.head(), found.snapshot(), rows, found.outboxes());
    }

    private static Snapshot without(Snapshot snapshot) {
        return new Snapshot(snapshot.at(), snapshot.parts().tailMap("i"), true);
    }

    private static List<Row> swapped(List<Row> rows) {
        List<Row> swapped = new ArrayList<>(rows);
        swapped.add(swapped.removeFirst());
        return swapped;
    }

    private static Journal loading(Journal right, UnaryOperator<Load.Found> change) {
        return new HeldJournal(right) {
            @Override
            public Load load(SessionId id, Window window) {
                Load load = super.load(id, window);
                return load instanceof Load.Found found ? change.apply(found) : load;
            }
        };
    }

    private static Journal creating(Journal right, UnaryOperator<Creation> change) {
        return new HeldJournal(right) {
            @Override
            public void create(SessionId id, Birth birth, Consumer<Creation> told) {
                super.create(id, birth, made -> told.accept(change.apply(made)));
            }
        };
    }

    /** Lists what stood before the last write. */
    private static final class Stale extends HeldJournal {
        private List<Listed> last = List.of();
        private final FakeJournal right;

        Stale(FakeJournal right) {
            super(right);
            this.right = right;
        }

        @Override
        public void append(Batch batch, Consumer<Outcome> told) {
            last = right.list();
            super.append(batch, told);
        }

        @Override
        public List<Listed> list() {
            return last;
        }
    }

    private static final class Unsettled extends HeldJournal {
        Unsettled(Journal right) {
            super(right);
        }

        @Override
        public void append(Batch batch, Consumer<Outcome> told) {
            boolean alone = batch.rows().isEmpty();
            super.append(
                    Batch.of(
                            batch.session(),
                            batch.version(),
                            batch.before(),
                            batch.rows(),
                            alone ? List.of() : batch.outboxes()),
                    told);
        }
    }

    /** Asks for the version alone, not for the place. */
    private static final class Unfenced extends HeldJournal {
        Unfenced(Journal right) {
            super(right);
        }

        @Override
        public void append(Batch batch, Consumer<Outcome> told) {
            Head head = ((Load.Found) load(batch.session(), new Window(0, 0))).head();
            boolean fits = head.version() == batch.version();
            List<Row> rows = new ArrayList<>();
            for (Row row : batch.rows()) {
                rows.add(Row.after(rows.isEmpty() ? head.at() : rows.getLast().at(), row.bytes()));
            }
            super.append(
                    fits ? Batch.of(batch.session(), batch.version(), head.at(), rows, batch.outboxes()) : batch, told);
        }
    }

    /** Of a batch that is rejected the rows are kept. */
    private static final class HalfDone extends HeldJournal {
        HalfDone(Journal right) {
            super(right);
        }

        @Override
        public void append(Batch batch, Consumer<Outcome> told) {
            super.append(batch, outcome -> {
                if (outcome instanceof Outcome.Rejected) {
                    super.append(
                            Batch.of(batch.session(), batch.version(), batch.before(), batch.rows(), List.of()),
                            half -> {});
                }
                told.accept(outcome);
            });
        }
    }

    /** Takes further writes after one that failed. */
    private static final class GoesOn extends HeldJournal {
        private final FakeJournal right;

        GoesOn(FakeJournal right) {
            super(right);
            this.right = right;
        }

        @Override
        public void append(Batch batch, Consumer<Outcome> told) {
            super.append(batch, told);
            right.up();
        }
    }

    /** Lists an id and a place, and owes and adopted what it lists. */
    private static final class Bare extends HeldJournal {
        private final FakeJournal right;

        Bare(FakeJournal right) {
            super(right);
            this.right = right;
        }

        @Override
        public List<Listed> list() {
            return right.list().stream()
                    .map(line -> new Listed(
                            line.session(),
                            "",
                            line.at(),
                            line.kvSeq(),
                            line.origin(),
                            false,
                            line.createdMillis(),
                            line.lineage(),
                            OptionalLong.empty()))
                    .toList();
        }

        @Override
        public Set<SessionId> owing() {
            return list().stream().map(Listed::session).collect(Collectors.toSet());
        }

        @Override
        public long adoptions() {
            return list().size();
        }
    }

    private static final class Forgetful extends HeldJournal {
        private int asked;

        Forgetful(Journal right) {
            super(right);
        }

        @Override
        public void bin(SessionId id, long version, OptionalLong deleted, String request, Consumer<Outcome> told) {
            super.bin(id, version, deleted, request + asked++, told);
        }
    }

    private static final class Boundless extends HeldJournal {
        Boundless(Journal right) {
            super(right);
        }

        @Override
        public Load load(SessionId id, Window window) {
            return super.load(id, new Window(window.rows(), Long.MAX_VALUE));
        }

        @Override
        public Stretch rows(SessionId id, long after, int maxBytes) {
            return super.rows(id, after, Integer.MAX_VALUE);
        }

        @Override
        public Stretch before(SessionId id, long seq, int maxRows, long maxBytes) {
            return super.before(id, seq, maxRows, Long.MAX_VALUE);
        }
    }

    private static final class OnlyNow extends HeldJournal {
        OnlyNow(Journal right) {
            super(right);
        }

        @Override
        public Footing footing(SessionId id, long seq) {
            return load(id, new Window(0, 0)) instanceof Load.Found found
                    ? new Footing.At(found.snapshot())
                    : new Footing.Nowhere();
        }
    }

    /** Does not ask whose they are. */
    private static final class AllActs extends HeldJournal {
        AllActs(Journal right) {
            super(right);
        }

        @Override
        public void note(SessionId id, Act act) {
            super.note(new SessionId("a"), act);
        }
    }

    /** Does not hear that somebody is called otherwise now. */
    private static final class FirstNames extends HeldJournal {
        private Faces first = Faces.NONE;

        FirstNames(Journal right) {
            super(right);
        }

        @Override
        public Faces faces(SessionId id) throws IOException {
            first = first.equals(Faces.NONE) ? super.faces(id) : first;
            return first;
        }
    }

    private static final class Renamed extends HeldJournal {
        private int asked;

        Renamed(Journal right) {
            super(right);
        }

        @Override
        public String storeId() {
            return super.storeId() + asked++;
        }
    }
}
