package tutti.client.app;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tutti.client.state.Status;
import tutti.edit.Place;
import tutti.edit.Places;
import tutti.edit.Refusal.Reason;
import tutti.model.Session;
import tutti.sync.Ask;
import tutti.sync.MemberId;
import tutti.sync.Notice;
import tutti.sync.Skip;

/** What happened, in words for a person. */
final class Words {
    /** What to do about a restore that was refused, where the reason does not say so itself. */
    private static final Map<Reason, String> OTHERWISE = Map.of(
            Reason.SAME, "choose another moment in the history",
            Reason.NO_MOMENT, "choose a later one in the history",
            Reason.UNREADABLE, "try again in a moment",
            Reason.STORE, "try again in a moment");

    private static final String WENT_BACK = "The server has gone back to an older state than it had confirmed";

    /** Things that are counted; a longer report is cut where it is made. */
    private static final int MANY = 100;

    private Words() {}

    /** That a server has lost this document, which is kept here. */
    static String kept(Session document) {
        return WENT_BACK + "; “" + document.name() + "” is kept on this machine";
    }

    static String of(Notice notice, Status status) {
        return switch (notice) {
            case Notice.Refused refused -> refused(refused, status);
            case Notice.Skipped skipped -> "Undone, but for " + skips(skipped.skipped(), skipped.more(), status);
            case Notice.Paused paused -> "The server cannot save right now (" + paused.reason() + "): your edits wait";
            case Notice.Adopted adopted -> adopted(adopted.report());
            case Notice.WentBack wentBack -> WENT_BACK;
            case Notice.Full full -> "So much is waiting for the server that nothing more can be taken";
            case Notice.Rejected rejected -> rejected.reason();
        };
    }

    /** What an error says of itself, as a sentence begins. */
    static String of(IOException error) {
        String words = Optional.ofNullable(error.getMessage()).orElse(error.toString());
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /** What there is to read of it besides, in lines. */
    static List<String> details(Notice notice) {
        return notice instanceof Notice.Adopted(List<String> report) ? report : List.of();
    }

    private static String adopted(List<String> report) {
        String much = report.size() > MANY ? "more than " + MANY : String.valueOf(report.size());
        String what = report.size() == 1 ? "one thing is not as it was" : much + " things are not as they were";
        return "This room was taken over from an older program; " + what;
    }

    private static String refused(Notice.Refused refused, Status status) {
        boolean undone = refused.refusal().reason() == Reason.NOTHING
                && !refused.skipped().isEmpty();
        if (undone) {
            return "Nothing undone. " + skips(refused.skipped(), refused.more(), status);
        }
        if (refused.edits().stream().anyMatch(edit -> edit.ask() instanceof Ask.Restore)) {
            return notRestored(refused.refusal().reason());
        }
        String where = place(refused.refusal().where(), status.view().session());
        String what = where.isEmpty() ? "Not done" : where + ": not done";
        String rest = refused.skipped().isEmpty() ? "" : " (" + skips(refused.skipped(), refused.more(), status) + ")";
        return what + ", " + refused.refusal().reason().words() + rest;
    }

    /** Why a moment did not come back, and what can be done. */
    private static String notRestored(Reason reason) {
        return "Nothing restored: " + reason.words()
                + Optional.ofNullable(OTHERWISE.get(reason))
                        .map(todo -> "; " + todo)
                        .orElse("");
    }

    private static String skips(List<Skip> skips, int unnamed, Status status) {
        Skip first = skips.getFirst();
        String where = place(first.where(), status.view().session()) + " " + first.tag();
        Optional<MemberId> by = first.by();
        String why = by.map(id -> Faces.name(status.members(), id).orElse("somebody") + " has changed it since")
                .or(() -> first.why().map(reason -> reason.words()))
                .orElse("it changed since");
        int others = skips.size() - 1 + unnamed;
        String more = others > 0 ? ", and " + others + " more" : "";
        return where + ": " + why + more;
    }

    /** A place as people call it: "Kick, step 5". */
    static String place(String path, Session session) {
        Optional<Place<?>> place = Places.parse(path);
        if (place.isEmpty()) {
            return "";
        }
        return switch (place.get()) {
            case Place.OfSession s -> "The session";
            case Place.OfEffects e -> "The effects";
            case Place.OfPattern pattern -> "Pattern " + pattern.slot();
            case Place.OfLane lane -> track(lane.track(), session);
            case Place.OfStep step -> track(step.track(), session) + ", step " + (step.index() + 1);
            case tutti.edit.Root.OfTrack track -> track(track.id(), session);
            case tutti.edit.Root.OfSection section -> "A section";
            case tutti.edit.Root.OfMuteSet set -> "A mute set";
            case tutti.edit.Root.OfMoment moment -> "A moment";
        };
    }

    private static String track(tutti.model.NodeId id, Session session) {
        return session.tracks()
                .get(id)
                .map(track -> track.name())
                .filter(name -> !name.isEmpty())
                .orElse("A track");
    }
}
