package tutti.client.ui.history;

import java.util.Locale;
import tutti.client.ui.Past;
import tutti.client.ui.Sync;
import tutti.client.ui.View;

/** How it stands with the history, in words. */
final class Standing {
    private static final String APART = "This window is not connected any more: leave this room and open it again.";

    private Standing() {}

    /** What is in the way and what can be done all the same; empty if nothing is. */
    static String words(View view) {
        Past past = view.shared().past();
        Sync.Link link = view.shared().sync().link();
        if (link == Sync.Link.LOST || link == Sync.Link.CONNECTING) {
            return past.deeds().isEmpty()
                    ? "The server is away. Its history can be read when it is back; undo works meanwhile."
                    : "The server is away. What stands here can be looked through; moments that were shown before still"
                            + " open, others and restoring wait until it is back. Undo works meanwhile.";
        }
        if (link == Sync.Link.REPLACED) {
            return APART;
        }
        if (!past.problem().isEmpty()) {
            return past.problem();
        }
        return view.session().frozen()
                ? "Published: every moment can be looked at, and none restored. Make a copy to go on."
                : "";
    }

    /** Why nothing can be restored now; empty if it can. */
    static String hindrance(View view) {
        if (view.session().frozen()) {
            return "This room is published: make a copy to go on.";
        }
        return switch (view.shared().sync().link()) {
            case CONNECTED -> "";
            case NOWHERE, JOINING -> "No room is open.";
            case CONNECTING, LOST -> "The server is away: restoring waits until it is back.";
            case REPLACED -> APART;
            case ENDED -> "This session ended: open it again.";
            case PAUSED -> "The server cannot save now: restoring waits until it can.";
        };
    }

    /** How much was read. */
    static String read(Past.Reading reading) {
        String rows = String.format(Locale.ROOT, "%,d", reading.rows());
        String all = String.format(Locale.ROOT, "%,d", Math.max(reading.rows(), reading.all()));
        if (reading.busy()) {
            return "Reading, " + rows + " of " + all + " edits";
        }
        return switch (reading.reach()) {
            case MORE -> reading.rows() == 0 ? "" : rows + " of " + all + " edits";
            case BEGINNING -> reading.rows() == 0 ? "Nothing was changed yet" : whole(reading.rows(), rows);
            case TRIMMED -> reading.trim().map(Standing::trimmed).orElse("The server has no older edits any more");
        };
    }

    private static String whole(long count, String rows) {
        return count == 1 ? "One edit in all" : "All " + rows + " edits";
    }

    private static String trimmed(Past.Trim trim) {
        String seq = String.format(Locale.ROOT, "%,d", trim.seq());
        return "Trimmed on " + When.here().day(trim.wall()) + ", up to edit " + seq;
    }
}
