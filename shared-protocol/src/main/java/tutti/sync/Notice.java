package tutti.sync;

import java.util.List;
import tutti.edit.Refusal;
import tutti.model.Session;

/** What a client's person must hear about their edits. */
public sealed interface Notice {
    /**
     * What they did in one gesture was refused; the edits are handed over, not thrown away.
     *
     * @param more how many properties an undo left alone besides those {@code skipped}
     */
    record Refused(GestureId gesture, List<Edit> edits, Refusal refusal, List<Skip> skipped, int more)
            implements Notice {
        /** Keeps copies. */
        public Refused {
            edits = List.copyOf(edits);
            skipped = List.copyOf(skipped);
        }
    }

    /**
     * An undo left some things alone, because others have changed them since.
     *
     * @param more how many besides those {@code skipped}
     */
    record Skipped(GestureId gesture, List<Skip> skipped, int more) implements Notice {
        /** Keeps a copy. */
        public Skipped {
            skipped = List.copyOf(skipped);
        }
    }

    /** This session was made of a record of an older program, of which this could not be kept as it was. */
    record Adopted(List<String> report) implements Notice {
        /** Keeps a copy. */
        public Adopted {
            report = List.copyOf(report);
        }
    }

    /** The server cannot store at the moment; edits wait. */
    record Paused(String reason) implements Notice {}

    /** The server has forgotten something that it had acknowledged; {@code mine} is the document as it was here. */
    record WentBack(Session mine) implements Notice {}

    /** So much waits that nothing more is taken. */
    record Full() implements Notice {}

    /** The server refused the connection. */
    record Rejected(String reason) implements Notice {}
}
