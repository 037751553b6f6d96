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
}
