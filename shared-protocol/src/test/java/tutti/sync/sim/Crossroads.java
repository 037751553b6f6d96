package tutti.sync.sim;

import java.util.ArrayList;
import java.util.List;
import tutti.model.Session;
import tutti.sync.Form;
import tutti.sync.Room;

/**
 * A server with a store, and two clients, at a moment: the real room, replicas and outboxes. What may happen next are
 * the moves; which of them does is decided by whoever walks here.
 */
final class Crossroads {
    /** Something that may happen next. */
    sealed interface Move {}

    /** A client does the next thing of its plan. */
    record Act(int client) implements Move {}

    /** A client reads the next message. */
    record Read(int client) implements Move {}

    /** A client dials anew: of its own accord, or as it has learned that the server let go. */
    record Dial(int client) implements Move {}

    /** The next message of a connection reaches the server. */
    record Arrive(long line) implements Move {}

    /** The server learns that the client let go of a connection; what was still under way on it is lost. */
    record Part(long line) implements Move {}

    /** The past that an edit asked for is known. */
    record Recall(long seq) implements Move {}

    /** The commit in flight ends. */
    record Commit(Store.Outcome outcome) implements Move {}

    /** After a failed commit the room is loaded anew. */
    record Reload() implements Move {}

    /** The server dies and starts again. */
    record Crash(boolean durable) implements Move {}

    private final Fault fault;
    private final Form form;
    private final Session birth;
    private final Store store;
    private final Hub hub;
    private final Ledger ledger;
    private final Tally tally;
    private final List<Walker> walkers = new ArrayList<>();
    private int failures;
    private int crashes;
    private int reconnects;

    /** Both clients are connected and know the document. */
    Crossroads(Plan plan, Fault fault, Form form, Tally tally) {
        this.fault = fault;
        this.form = form;
        this.tally = tally;
        this.birth = World.birth(plan.tracks());
        this.store = new Store(birth, new tutti.sync.Chain("ab".repeat(32)), fault);
        this.ledger = new Ledger(store, tally);
        this.hub = new Hub(fault, form, store, ledger);
        this.failures = plan.failures();
        this.crashes = plan.crashes();
        this.reconnects = plan.reconnects();
        for (int i = 0; i < plan.deeds().size(); i++) {
            Walker walker = new Walker(this, i, plan.deeds().get(i));
            walkers.add(walker);
            walker.dial(hub.accept(i));
            hub.arrive(walker.line());
            while (!walker.line().down().isEmpty()) {
                walker.read();
            }
        }
    }

    Fault fault() {
        return fault;
    }

    Form form() {
        return form;
    }

    Ledger ledger() {
        return ledger;
    }

    /**
     * All that may happen next; but where something may as well happen first, as it neither bars nor hears of anything
     * else that can still come, only that.
     */
    List<Move> moves() {
        List<Move> moves = new ArrayList<>();
        for (int i = 0; i < walkers.size(); i++) {
            if (readsOnly(walkers.get(i))) {
                return List.of(new Read(i));
            }
        }
        for (int i = 0; i < walkers.size(); i++) {
            client(moves, i, walkers.get(i));
        }
        for (Line line : hub.lines()) {
            if (line.serverOpen() && !line.up().isEmpty()) {
                moves.add(new Arrive(line.id()));
            }
            if (line.serverOpen() && !line.clientOpen()) {
                moves.add(new Part(line.id()));
            }
        }
        hub.recalls().forEach(seq -> moves.add(new Recall(seq)));
        if (hub.writes()) {
            moves.add(new Commit(Store.Outcome.DONE));
            if (failures > 0) {
                moves.add(new Commit(Store.Outcome.LOST));
                moves.add(new Commit(Store.Outcome.UNKNOWN));
            }
        }
        if (hub.room().isEmpty()) {
            moves.add(new Reload());
        }
        if (crashes > 0) {
            moves.add(new Crash(false));
            if (hub.writes()) {
                moves.add(new Crash(true));
            }
        }
        return moves;
    }

    /** Who does nothing more and loses no connection any more only reads, sooner or later. */
    private boolean readsOnly(Walker walker) {
        boolean settled = crashes == 0 && reconnects == 0 && !walker.hasMore();
        return settled && walker.line().serverOpen() && !walker.line().down().isEmpty();
    }

    private void client(List<Move> moves, int number, Walker walker) {
        if (walker.hasMore()) {
            moves.add(new Act(number));
        }
        if (!walker.line().down().isEmpty()) {
            moves.add(new Read(number));
        }
        if (!walker.line().serverOpen() || reconnects > 0) {
            moves.add(new Dial(number));
        }
    }

    /** Lets that happen; throws if a law breaks. */
    void go(Move move) {
        switch (move) {
            case Act act -> walkers.get(act.client()).act();
            case Read read -> walkers.get(read.client()).read();
            case Dial dial -> dial(walkers.get(dial.client()), dial.client());
            case Arrive arrive -> hub.arrive(hub.line(arrive.line()));
            case Part part -> hub.part(hub.line(part.line()));
            case Recall recall -> hub.recall(recall.seq());
            case Commit commit -> {
                failures -= commit.outcome() == Store.Outcome.DONE ? 0 : 1;
                hub.commit(commit.outcome());
            }
            case Reload reload -> hub.reload();
            case Crash crash -> {
                crashes--;
                hub.crash(crash.durable());
            }
        }
        hub.sweep();
    }

    private void dial(Walker walker, int number) {
        if (walker.line().serverOpen()) {
            reconnects--;
        }
        walker.dial(hub.accept(number));
    }

    /** Nothing can happen any more: then all must be done, told and seen, by both. */
    void judge() {
        for (Walker walker : walkers) {
            long waiting = walker.replica().orElseThrow().view().waiting();
            Broken.unless(waiting == 0, "it does not come to rest: " + walker.name() + " waits for " + waiting);
            Broken.unless(walker.welcomed(), "it does not come to rest: " + walker.name() + " is not welcome");
        }
        Judge judge = new Judge(birth, store, ledger, form, tally);
        Room alive = hub.room().orElseThrow();
        judge.room(alive);
        judge.restores();
        walkers.forEach(walker -> judge.client(walker, alive));
        judge.wishes();
        tally.count("rests");
        tally.add("acknowledged", ledger.all().size());
    }
}
