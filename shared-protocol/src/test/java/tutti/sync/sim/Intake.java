package tutti.sync.sim;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tutti.sync.Effect;
import tutti.sync.Input;
import tutti.sync.Limits;
import tutti.sync.MemberId;
import tutti.sync.OutboxId;
import tutti.sync.OutboxState;
import tutti.sync.Past;

/** An account of its own of which numbers a room must take, and from which connection. */
final class Intake {
    private record Key(MemberId member, OutboxId outbox) {}

    private final Store store;
    private final Map<Long, Key> owners = new HashMap<>();
    private final Map<Key, Long> holders = new HashMap<>();
    private final Map<Key, Long> taken = new HashMap<>();
    private final Set<Key> touched = new HashSet<>();

    Intake(Store store) {
        this.store = store;
    }

    /** The room was thrown away and loaded: what is not durable was never taken. */
    void restarted() {
        owners.clear();
        holders.clear();
        taken.clear();
    }

    void take(List<Input> inputs) {
        touched.clear();
        for (Input input : inputs) {
            switch (input) {
                case Input.Joined join -> join(join);
                case Input.Parted parted -> part(parted.connection());
                case Input.Asked asked -> ask(asked.connection(), asked.edit().n());
                case Input.Recalled(Input.Asked asked, Past past) ->
                    ask(asked.connection(), asked.edit().n());
                case Input.Posted _, Input.Recalled(Input.Posted _, Past _) -> throw new Broken("nobody posts");
            }
        }
    }

    private void join(Input.Joined join) {
        Key key = new Key(join.member(), join.outbox());
        if (holders.containsKey(key)) {
            part(holders.get(key));
        }
        owners.put(join.connection(), key);
        holders.put(key, join.connection());
    }

    private void part(long connection) {
        Key key = owners.remove(connection);
        if (key != null) {
            holders.remove(key);
        }
    }

    private void ask(long connection, long n) {
        Key key = owners.get(connection);
        if (key == null) {
            return;
        }
        long settled = store.settled(key.member(), key.outbox());
        Broken.unless(
                n <= settled + Limits.FLIGHT_EDITS, "a client sent " + n + " while only " + settled + " is settled");
        if (n == taken.getOrDefault(key, settled) + 1) {
            taken.put(key, n);
            touched.add(key);
        }
    }

    /** The batch must say exactly what was to be taken. */
    void expect(Effect.Append batch) {
        Set<Key> said = new HashSet<>();
        for (OutboxState state : batch.outboxes()) {
            Key key = new Key(state.member(), state.outbox());
            said.add(key);
            Broken.unless(
                    touched.contains(key) && taken.get(key) == state.settled(),
                    "the room took up to " + state.settled() + ", which was not its turn");
        }
        Broken.unless(said.equals(touched), "the batch leaves an outbox out");
        touched.clear();
    }

    /** An answer goes to who holds the outbox now, and says what is durable. */
    void answered(Effect.Settle settle) {
        Key key = owners.get(settle.connection());
        Broken.unless(key != null, "an answer to a connection that holds nothing any more");
        long durable = store.settled(key.member(), key.outbox());
        Broken.unless(
                settle.settled().n() == durable,
                "an answer up to " + settle.settled().n() + " of " + durable);
    }
}
