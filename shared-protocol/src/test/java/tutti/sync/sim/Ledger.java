package tutti.sync.sim;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tutti.sync.Chain;
import tutti.sync.Chained;
import tutti.sync.ClientMessage;
import tutti.sync.Continuity;
import tutti.sync.Edit;
import tutti.sync.Notice;
import tutti.sync.OutboxNote;
import tutti.sync.Row;
import tutti.sync.ServerMessage;
import tutti.sync.View;

/** The book of facts: what was sent, told, shown; and what must be true of it at every moment. */
final class Ledger {
    private final World world;
    private final Map<String, TreeMap<Long, Edit>> sent = new LinkedHashMap<>();
    private final Map<String, Set<Long>> refused = new HashMap<>();
    private final Map<String, Long> seqs = new HashMap<>();
    private final Map<String, Long> settled = new HashMap<>();
    private final Wishes wishes = new Wishes();

    Ledger(World world) {
        this.world = world;
    }

    Wishes wishes() {
        return wishes;
    }

    TreeMap<Long, Edit> sent(Person person) {
        return sent.computeIfAbsent(person.name(), name -> new TreeMap<>());
    }

    Set<Long> refused(Person person) {
        return refused.computeIfAbsent(person.name(), name -> new TreeSet<>());
    }

    long settled(Person person) {
        return settled.getOrDefault(person.name(), 0L);
    }

    /** All edits that were ever sent. */
    List<Edit> all() {
        return sent.values().stream().flatMap(edits -> edits.values().stream()).toList();
    }

    /** A client is about to send. */
    void sending(Person person, ClientMessage message) {
        if (message instanceof ClientMessage.Submit submit) {
            Edit edit = submit.edit();
            TreeMap<Long, Edit> edits = sent(person);
            long last = edits.isEmpty() ? 0 : edits.lastKey();
            Broken.unless(person.welcomed(), "sent before the welcome");
            Broken.unless(edit.n() <= person.disk().numbered(), edit.n() + " is sent before the file was forced");
            Broken.unless(edit.n() <= last + 1, edit.n() + " is sent after " + last);
            Edit before = edits.putIfAbsent(edit.n(), edit);
            Broken.unless(before == null || before.equals(edit), "one number has two edits: " + before + " " + edit);
        }
    }

    /** A client writes a line. */
    void noted(Person person, OutboxNote note) {
        boolean numbered = note instanceof OutboxNote.Numbered;
        Broken.unless(!numbered || person.welcomed(), "numbered before the welcome");
        wishes.noted(note);
    }

    /** A server is about to send. */
    void leaving(ServerMessage message) {
        long seq = seq(message);
        Broken.unless(seq <= world.store().seq(), "row " + seq + " leaves before it is durable");
    }

    private static long seq(ServerMessage message) {
        return switch (message) {
            case ServerMessage.Welcome welcome -> welcome.seq();
            case ServerMessage.Snapshot snapshot -> snapshot.seq();
            case ServerMessage.Rows rows -> rows.rows().getLast().seq();
            case ServerMessage.Settled answer -> answer.seq();
            case ServerMessage.Paused p -> 0;
            case ServerMessage.Pong p -> 0;
            case ServerMessage.Here h -> 0;
            case ServerMessage.Gone g -> 0;
            case ServerMessage.Playing p -> 0;
            case ServerMessage.Rejected r -> 0;
        };
    }

    /** A client has received. */
    void heard(Person person, ServerMessage message) {
        if (message instanceof ServerMessage.Welcome welcome) {
            world.tally().count("welcomes");
            Broken.unless(welcome.continuity() != Continuity.DIFFERENT, "the chain is another one");
            Broken.unless(welcome.seq() >= seqs.getOrDefault(person.name(), 0L), "seq went back");
            rise(person, welcome.settled());
        }
        if (message instanceof ServerMessage.Settled answer) {
            rise(person, answer.n());
        }
        seqs.merge(person.name(), seq(message), Math::max);
    }

    private void rise(Person person, long n) {
        long durable = world.store().settled(person.me(), person.outbox().id());
        Broken.unless(n >= settled(person), "settled went back");
        Broken.unless(n <= durable, "told " + n + " as settled, but " + durable + " is durable");
        settled.put(person.name(), n);
    }

    /** A client's person has read. */
    void told(Person person, Notice notice) {
        switch (notice) {
            case Notice.Refused no -> {
                world.tally().count("refused " + no.refusal().reason());
                no.edits().forEach(edit -> refused(person).add(edit.n()));
            }
            case Notice.Skipped skipped -> world.tally().count("undos that left something alone");
            case Notice.Paused paused -> world.tally().count("pauses");
            case Notice.WentBack back -> throw new Broken("a client was told that the server went back");
            case Notice.Full full -> throw new Broken("an outbox is full");
            case Notice.Rejected rejected -> throw new Broken(rejected.reason());
        }
    }

    /** A client's view, at any moment while it is welcomed. */
    void seen(Person person, View view) {
        Chain chain = person.replica().orElseThrow().base().chain();
        if (chain.equals(Chain.NONE)) {
            return;
        }
        Broken.unless(chain.equals(world.store().chainAt(view.seq())), "a replica has another chain at its seq");
        List<Row> mine = rows(person, view.seq());
        new Sight(view, sent(person), refused(person), settled(person), person.outbox()).check(mine);
    }

    /** The durable rows of this person's own window up to {@code seq}. */
    List<Row> rows(Person person, long seq) {
        List<Row> mine = new ArrayList<>();
        for (Chained chained : world.store().rows(1, seq)) {
            Row row = chained.row();
            if (row.by().equals(person.me()) && row.gesture().text().contains("-" + person.name() + "-")) {
                mine.add(row);
            }
        }
        return mine;
    }
}
