package tutti.edit;

import java.util.List;
import tutti.edit.Mutation.Put;
import tutti.model.Session;

/** What the reducer says. A refusal is an ordinary value. */
public sealed interface Outcome {
    /**
     * The document changed (or was confirmed as it is).
     *
     * @param before puts that undo it, last first
     * @param weight how much heavier the document became
     */
    record Changed(Session next, List<Put<?, ?>> before, int weight) implements Outcome {}

    /** Nothing changed. */
    record Refused(Refusal refusal) implements Outcome {}
}
