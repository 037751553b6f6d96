package tutti.sync.sim;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tutti.model.Session;
import tutti.sync.Ask;
import tutti.sync.Chained;
import tutti.sync.Edit;
import tutti.sync.Form;
import tutti.sync.GestureId;
import tutti.sync.OutboxState;
import tutti.sync.Restored;
import tutti.sync.Room;
import tutti.sync.Row;

/** What must be true of document, rows, edits and replicas when everything has come to rest. */
record Judge(Session birth, Store store, Ledger ledger, Form form, Tally tally) {
    /** The room is what its rows make of the document, by an account of its own, and a restart finds the same. */
    void room(Room room) {
        Map<GestureId, GestureId> undos = new HashMap<>();
        for (Edit edit : ledger.all()) {
            if (edit.ask() instanceof Ask.Undo undo) {
                undos.put(edit.gesture(), undo.of());
            }
        }
        UndoOracle oracle = new UndoOracle(birth, tally);
        for (Chained chained : store.rows(1, store.seq())) {
            oracle.read(
                    chained.row(), Optional.ofNullable(undos.get(chained.row().gesture())));
        }
        Broken.unless(oracle.session().equals(room.session()), "the room has another document than its rows");
        restart(room);
    }

    private void restart(Room room) {
        switch (Room.restore(store.load(), form)) {
            case Restored.Damaged damaged -> throw new Broken(damaged.what());
            case Restored.Alive alive -> {
                Broken.unless(alive.room().session().equals(room.session()), "a restart has another document");
                Broken.unless(alive.room().chain().equals(room.chain()), "a restart has another chain");
                Broken.unless(alive.room().after(0).equals(room.after(0)), "a restart remembers other rows");
                Broken.unless(answers(alive.room()).equals(answers(room)), "a restart has other answers");
            }
        }
    }

    /** Who never asked anything leaves nothing behind. */
    private static Set<OutboxState> answers(Room room) {
        return room.outboxes().stream().filter(state -> state.settled() > 0).collect(Collectors.toSet());
    }

    /** Each restore that was done led to what it names. */
    void restores() {
        RestoreOracle oracle = new RestoreOracle(store);
        for (Edit edit : ledger.all()) {
            if (edit.ask() instanceof Ask.Restore restore) {
                List<Long> rows = rows(edit.gesture());
                if (!rows.isEmpty()) {
                    tally.count("restored");
                    oracle.check(restore, rows.getFirst(), rows.getLast());
                }
            }
        }
    }

    private List<Long> rows(GestureId gesture) {
        return store.rows(1, store.seq()).stream()
                .map(Chained::row)
                .filter(row -> row.gesture().equals(gesture))
                .map(Row::seq)
                .toList();
    }

    /** The client sees the room's document, and each of its edits is applied once or refused in words. */
    void client(Client client, Room room) {
        Broken.unless(
                client.replica().orElseThrow().view().session().equals(room.session()),
                client.name() + " sees another document than the room");
        Broken.unless(
                client.replica().orElseThrow().base().chain().equals(room.chain()), "a replica has another chain");
        new Fates(ledger.sent(client).values(), ledger.rows(client, store.seq()))
                .finish(client.name(), ledger.sent(client).keySet(), ledger.refused(client));
    }

    /** Everything that people wanted was asked. */
    void wishes() {
        ledger.wishes().compare(ledger.all());
    }
}
