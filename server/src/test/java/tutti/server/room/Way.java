package tutti.server.room;

import java.util.List;
import java.util.Set;

/**
 * One way to keep a session, over the ports of journal and KV: what is written with an edit and when the whole document
 * goes to the KV, what a start has, and what clients do when they come back. {@link Sitting} asks, and carries out.
 */
interface Way {
    /** As the table has it. */
    int number();

    String name();

    /** Milliseconds without an edit after which the KV is written. */
    int debounce();

    /** The document has this edit now. */
    default void edit(Sitting at, Script.Edit edit) {
        at.tell(edit);
        at.wake(debounce());
    }

    /** Nobody edited for as long as was asked. */
    default void timer(Sitting at) {
        at.mirror();
    }

    /** The last member has left. */
    default void leave(Sitting at) {
        if (at.behind()) {
            at.mirror();
        }
    }

    /** After each turn of the room. */
    default void turn(Sitting at) {}

    /** What a server that starts after a crash has. */
    default Set<Integer> recover(Sitting at) {
        return at.filed();
    }

    /** This client comes back after a crash, to what was recovered. */
    default void back(Sitting at, Client client) {}

    /** A member's window: what it has been shown, and its own edits that were acknowledged. */
    record Client(Set<Integer> screen, List<Script.Edit> own) {}

    /** Every way that was weighed. */
    static List<Way> all() {
        int usual = 5_000;
        return List.of(
                new Mirrored(0, "as it was: KV debounced 5 s, nothing durable", usual),
                new Durable(1, "whole document durable each time, KV debounced", usual, true),
                new Mirrored(2, "KV debounced 100 ms", 100),
                new Replayed(3, "as 0; clients replay their own edits", usual),
                new Versioned(4, "as 0; version numbers show a stale snapshot", usual),
                new Durable(5, "hybrid: rows durable, KV debounced", usual, false),
                new Structural(6, "as 0; KV at once for tracks that come or go", usual),
                new Chosen(7, "Tutti's rule: rows durable, KV on the last leave", 0));
    }

    /** The KV is all that there is. */
    record Mirrored(int number, String name, int debounce) implements Way {}

    /** An edit is told when it is durable, as a row or with the whole document. */
    record Durable(int number, String name, int debounce, boolean whole) implements Way {
        @Override
        public void edit(Sitting at, Script.Edit edit) {
            at.append(edit, whole);
            at.wake(debounce);
        }

        @Override
        public Set<Integer> recover(Sitting at) {
            return at.stored();
        }
    }

    /** Who comes back asks for their own edits again. */
    record Replayed(int number, String name, int debounce) implements Way {
        @Override
        public void back(Sitting at, Client client) {
            client.own().forEach(at::edit);
        }
    }

    /** Who comes back is told how many edits the snapshot has, and knows how many there were. */
    record Versioned(int number, String name, int debounce) implements Way {
        @Override
        public void back(Sitting at, Client client) {
            if (client.screen().size() > at.version()) {
                at.noticed();
            }
        }
    }

    /** Adding, deleting and clearing tracks does not wait for the timer. */
    record Structural(int number, String name, int debounce) implements Way {
        @Override
        public void edit(Sitting at, Script.Edit edit) {
            at.tell(edit);
            at.wake(debounce);
            if (edit.structural()) {
                at.mirror();
            }
        }
    }

    /** Rows are durable; the KV is written when it is owed and nobody is in and nothing under way, as the room does. */
    record Chosen(int number, String name, int debounce) implements Way {
        @Override
        public void edit(Sitting at, Script.Edit edit) {
            at.append(edit, false);
        }

        @Override
        public void leave(Sitting at) {
            // the turn after it asks whether something is owed
        }

        @Override
        public void turn(Sitting at) {
            if (at.debt().due(at.stillness())) {
                at.mirror();
            }
        }

        @Override
        public Set<Integer> recover(Sitting at) {
            return at.stored();
        }
    }
}
