package tutti.client.app;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tutti.client.state.SessionLoop;
import tutti.edit.Refusal.Reason;
import tutti.sync.Ask;
import tutti.sync.Edit;
import tutti.sync.GestureId;
import tutti.sync.Notice;

/** What a person can do about a notice of the session, as the word on its button; so that nothing refused is lost. */
final class Remedies {
    private static final String AGAIN = "Try again";

    /** Reasons that somebody can do something about; the edit may pass then. */
    private static final Set<Reason> MAY_PASS =
            EnumSet.of(Reason.FULL, Reason.WEIGHT, Reason.LOCKS, Reason.STORE, Reason.UNREADABLE);

    private Remedies() {}

    /** The button of that notice, if anything can be done. */
    static Optional<String> button(Notice notice) {
        return switch (notice) {
            case Notice.Refused refused -> again(refused).isEmpty() ? Optional.empty() : Optional.of(AGAIN);
            case Notice.WentBack wentBack -> Optional.empty();
            case Notice.Skipped skipped -> Optional.empty();
            case Notice.Paused paused -> Optional.empty();
            case Notice.Adopted adopted -> Optional.empty();
            case Notice.Full full -> Optional.empty();
            case Notice.Rejected rejected -> Optional.empty();
        };
    }

    /** Does what the button says; {@code gesture} names what is done again. */
    static void carryOut(Notice notice, SessionLoop loop, GestureId gesture) {
        if (notice instanceof Notice.Refused refused) {
            again(refused).forEach(ask -> ask(ask, loop, gesture));
            loop.endGesture();
        }
    }

    private static void ask(Ask ask, SessionLoop loop, GestureId gesture) {
        switch (ask) {
            case Ask.Change change -> loop.propose(gesture, change.mutations());
            case Ask.Restore past ->
                loop.restore(GestureId.restore(past.seq(), gesture.text()), past.seq(), past.scope());
            case Ask.Undo undo -> {}
        }
    }

    /** What was refused, as it was asked; an undo is asked by its own key. */
    private static List<Ask> again(Notice.Refused refused) {
        if (!MAY_PASS.contains(refused.refusal().reason())) {
            return List.of();
        }
        return refused.edits().stream()
                .map(Edit::ask)
                .filter(ask -> !(ask instanceof Ask.Undo))
                .toList();
    }
}
