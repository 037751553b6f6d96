package tutti.server.verify;

import java.util.List;

/**
 * What was found of one thing that is stored.
 *
 * @param what it is, as {@code session x}
 * @param rows that were done again
 * @param damage what is not as it was written; nothing if it is whole
 * @param notes what is in order but worth knowing
 */
public record Finding(String what, long rows, List<String> damage, List<String> notes) {
    /** Keeps copies. */
    public Finding {
        damage = List.copyOf(damage);
        notes = List.copyOf(notes);
    }

    /** Whether it is as it was written. */
    public boolean whole() {
        return damage.isEmpty();
    }
}
