package tutti.sync.sim;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tutti.music.Segment;
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
    private final Store store;
    private final Tally tally;
    private final Map<String, TreeMap<Long, Edit>> sent = new LinkedHashMap<>();
    private final Map<String, Set<Long>> refused = new HashMap<>();
    private final Map<String, Long> seqs = new HashMap<>();
    private final Map<String, Long> settled = new HashMap<>();
    private final Wishes wishes = new Wishes();

    Ledger(Store store, Tally tally) {
        this.store = store;
        this.tally = tally;
    }

    Wishes wishes() {
        return wishes;
    }

    TreeMap<Long, Edit> sent(Client client) {
        return sent.computeIfAbsent(client.name(), name -> new TreeMap<>());
    }

    Set<Long> refused(Client client) {
        return refused.computeIfAbsent(client.name(), name -> new TreeSet<>());
    }

    long settled(Client client) {
        return settled.getOrDefault(client.name(), 0L);
    }

    /** All edits that were ever sent. */
    List<Edit> all() {
        return sent.values().stream().flatMap(edits -> edits.values().stream()).toList();
    }

    /** A client is about to send. */
    void sending(Client client, ClientMessage message) {
        if (message instanceof ClientMessage.Submit submit) {
            Edit edit = submit.edit();
            TreeMap<Long, Edit> edits = sent(client);
            long last = edits.isEmpty() ? 0 : edits.lastKey();
            Broken.unless(client.welcomed(), "sent before the welcome");
            Broken.unless(edit.n() <= client.disk().numbered(), edit.n() + " is sent before the file was forced");
            Broken.unless(edit.n() <= last + 1, edit.n() + " is sent after " + last);
            Edit before = edits.putIfAbsent(edit.n(), edit);
            Broken.unless(before == null || before.equals(edit), "one number has two edits: " + before + " " + edit);
        }
    }

    /** A client writes a line. */
    void noted(Client client, OutboxNote note) {
        boolean numbered = note instanceof OutboxNote.Numbered;
        Broken.unless(!numbered || client.welcomed(), "numbered before the welcome");
        wishes.noted(note);
    }

    /** A server is about to send. */
    void leaving(ServerMessage message) {
        long seq = seq(message);
        Broken.unless(seq <= store.seq(), "row " + seq + " leaves before it is durable");
        if (message instanceof ServerMessage.Playing playing) {
            playing.transport().timeline().segments().forEach(this::durable);
        }
        if (message instanceof ServerMessage.Welcome welcome) {
            welcome.clock().transport().timeline().segments().forEach(this::durable);
        }
    }

    /** What plays has no number, but its tempo comes from a row. */
    private void durable(Segment segment) {
        Broken.unless(
                store.knowsTempo(segment.centiBpm()),
                "a tempo of " + segment.centiBpm() + " leaves before it is durable");
    }

    private static long seq(ServerMessage message) {
        return switch (message) {
            case ServerMessage.Welcome welcome -> welcome.seq();
            case ServerMessage.Snapshot snapshot -> snapshot.seq();
            case ServerMessage.Rows rows -> rows.rows().getLast().seq();
            case ServerMessage.Settled answer -> answer.seq();
            case ServerMessage.Paused p -> 0;
            case ServerMessage.Adopted a -> 0;
            case ServerMessage.Pong p -> 0;
            case ServerMessage.Here h -> 0;
            case ServerMessage.Gone g -> 0;
            case ServerMessage.Playing p -> 0;
            case ServerMessage.Rejected r -> 0;
        };
    }

    /** A client has received. */
    void heard(Client client, ServerMessage message) {
        if (message instanceof ServerMessage.Welcome welcome) {
            tally.count("welcomes");
            Broken.unless(welcome.continuity() != Continuity.DIFFERENT, "the chain is another one");
            Broken.unless(welcome.seq() >= seqs.getOrDefault(client.name(), 0L), "seq went back");
            rise(client, welcome.settled());
        }
        if (message instanceof ServerMessage.Settled answer) {
            rise(client, answer.n());
        }
        seqs.merge(client.name(), seq(message), Math::max);
    }

    private void rise(Client client, long n) {
        long durable = store.settled(client.me(), client.outbox().id());
        Broken.unless(n >= settled(client), "settled went back");
        Broken.unless(n <= durable, "told " + n + " as settled, but " + durable + " is durable");
        settled.put(client.name(), n);
    }

    /** A client's person has read. */
    void told(Client client, Notice notice) {
        switch (notice) {
            case Notice.Refused no -> {
                tally.count("refused " + no.refusal().reason());
                no.edits().forEach(edit -> refused(client).add(edit.n()));
            }
            case Notice.Skipped skipped -> tally.count("undos that left something alone");
            case Notice.Paused paused -> tally.count("pauses");
            case Notice.WentBack back -> throw new Broken("a client was told that the server went back");
            case Notice.Adopted adopted -> throw new Broken("nothing here was adopted");
            case Notice.Full full -> throw new Broken("an outbox is full");
            case Notice.Rejected rejected -> throw new Broken(rejected.reason());
        }
    }

    /** A client's view, at any moment while it is welcomed. */
    void seen(Client client, View view) {
        Chain chain = client.replica().orElseThrow().base().chain();
        if (chain.equals(Chain.NONE)) {
            return;
        }
        Broken.unless(chain.equals(store.chainAt(view.seq())), "a replica has another chain at its seq");
        List<Row> mine = rows(client, view.seq());
        new Sight(view, sent(client), refused(client), settled(client), client.outbox()).check(mine);
    }

    /** The durable rows of this person's own window up to {@code seq}. */
    List<Row> rows(Client client, long seq) {
        List<Row> mine = new ArrayList<>();
        for (Chained chained : store.rows(1, seq)) {
            Row row = chained.row();
            if (row.by().equals(client.me()) && row.gesture().text().contains("-" + client.name() + "-")) {
                mine.add(row);
            }
        }
        return mine;
    }
}
