package tutti.sync;

import java.util.List;
import tutti.edit.Mutation;

/** What an edit asks for. The room turns each into plain mutations before it appends them. */
public sealed interface Ask {
    /** These mutations, all or none. */
    record Change(List<Mutation> mutations) implements Ask {
        /** Keeps a copy. */
        public Change {
            mutations = List.copyOf(mutations);
        }
    }

    /** Takes back what the asking member did in that gesture, where nobody else's work stands on it. */
    record Undo(GestureId of) implements Ask {}

    /** Makes everything in {@code scope} what it was after the row {@code seq}; 0 is the beginning. */
    record Restore(long seq, Scope scope) implements Ask {
        /** @throws IllegalArgumentException if no session has such a moment */
        public Restore {
            if (seq < 0) {
                throw new IllegalArgumentException("rows are numbered from 1");
            }
        }
    }
}
