package tutti.sync;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where inputs wait for their room. An edit that restores a moment waits until that is known, and all that
 * comes from its outbox afterwards waits behind it, the comings and goings of its connections too; all else goes on.
 * Nothing in here is durable or promised: after a crash, and in a
 * room that is read anew, clients send again.
 *
 * <p>Not thread-safe; never blocks. Who feeds it bounds what waits.
 *
 * @param <T> what a shell wants back with an input
 */
public final class Anteroom<T> {
    /** An input, and what its shell gave along. */
    public record Entry<T>(Input input, T tag) {}

    private record Key(MemberId member, OutboxId outbox) {}

    private final Map<Long, Key> owners = new HashMap<>();
    private final Map<Key, Deque<Entry<T>>> held = new LinkedHashMap<>();
    private final Deque<Entry<T>> ready = new ArrayDeque<>();
    private final Set<Long> recalling = new HashSet<>();

    /** An empty one. */
    public Anteroom() {}

    /**
     * Takes an input. Returns the moments that are to be recalled now, of which each is answered once.
     *
     * @throws IllegalArgumentException if it was recalled elsewhere
     */
    public List<Long> enter(Input input, T tag) {
        Entry<T> entry = new Entry<>(input, tag);
        Optional<Key> key = key(input);
        key.ifPresentOrElse(
                of -> held.computeIfAbsent(of, none -> new ArrayDeque<>()).add(entry), () -> ready.add(entry));
        return key.flatMap(of -> release(of, Map.of())).stream().toList();
    }

    /** Whose input it is; nobody's, if it comes from a connection that never said Hello or is gone. */
    private Optional<Key> key(Input input) {
        return switch (input) {
            case Input.Joined join -> {
                Key key = new Key(join.member(), join.outbox());
                owners.put(join.connection(), key);
                yield Optional.of(key);
            }
            case Input.Parted gone -> Optional.ofNullable(owners.remove(gone.connection()));
            case Input.Asked asked -> Optional.ofNullable(owners.get(asked.connection()));
            case Input.Posted posted -> Optional.of(new Key(posted.member(), posted.outbox()));
            case Input.Recalled _ -> throw new IllegalArgumentException("only an anteroom makes these");
        };
    }

    /** A moment is known. Returns further moments that are to be recalled now. */
    public List<Long> recalled(long seq, Past past) {
        recalling.remove(seq);
        List<Long> more = new ArrayList<>();
        List.copyOf(held.keySet())
                .forEach(key -> release(key, Map.of(seq, past)).ifPresent(more::add));
        return more;
    }

    /** Lets an outbox go on up to an edit that waits for a moment; returns that, if it is to be recalled yet. */
    private Optional<Long> release(Key key, Map<Long, Past> known) {
        Deque<Entry<T>> queue = held.getOrDefault(key, new ArrayDeque<>());
        while (!queue.isEmpty()) {
            Entry<T> next = queue.peekFirst();
            if (next.input() instanceof Input.Asking asking && asking.edit().ask() instanceof Ask.Restore restore) {
                Past past = known.get(restore.seq());
                if (past == null) {
                    return Optional.of(restore.seq()).filter(recalling::add);
                }
                next = new Entry<>(new Input.Recalled(asking, past), next.tag());
            }
            ready.add(next);
            queue.removeFirst();
        }
        held.remove(key);
        return Optional.empty();
    }

    /** The next input that can go on, taken out. */
    public Optional<Entry<T>> poll() {
        return Optional.ofNullable(ready.pollFirst());
    }

    /** Whether an input can go on. */
    public boolean isReady() {
        return !ready.isEmpty();
    }

    /** How many inputs are in here. */
    public int size() {
        return ready.size() + held.values().stream().mapToInt(Deque::size).sum();
    }

    /** Everything that is in here, in no order that matters; then it is empty. */
    public List<Entry<T>> clear() {
        List<Entry<T>> all = new ArrayList<>(ready);
        held.values().forEach(all::addAll);
        ready.clear();
        held.clear();
        return all;
    }
}
