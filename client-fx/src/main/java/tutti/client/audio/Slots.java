package tutti.client.audio;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import tutti.model.NodeId;

/**
 * Which slot of the score each track has. A track keeps its slot while it lives, so that its notes find its channel; a
 * new one gets the slot that has been free longest.
 */
final class Slots {
    private final Map<NodeId, Integer> taken = new HashMap<>();
    private final int[] freedAt = new int[Limits.SLOTS];
    private int turn;

    /** From now on only these tracks have slots; at most {@link Limits#SLOTS}. */
    void keep(Collection<NodeId> tracks) {
        turn++;
        taken.entrySet().removeIf(entry -> {
            boolean gone = !tracks.contains(entry.getKey());
            freedAt[entry.getValue()] = gone ? turn : freedAt[entry.getValue()];
            return gone;
        });
        for (NodeId track : tracks) {
            if (!taken.containsKey(track)) {
                taken.put(track, free());
            }
        }
    }

    private int free() {
        int best = -1;
        for (int slot = 0; slot < freedAt.length; slot++) {
            if (!taken.containsValue(slot) && (best < 0 || freedAt[slot] < freedAt[best])) {
                best = slot;
            }
        }
        if (best < 0) {
            throw new IllegalStateException("more than " + Limits.SLOTS + " live tracks");
        }
        return best;
    }

    /** The slot of a track that was kept. */
    int of(NodeId track) {
        Integer slot = taken.get(track);
        if (slot == null) {
            throw new IllegalStateException("no slot for " + track);
        }
        return slot;
    }
}
