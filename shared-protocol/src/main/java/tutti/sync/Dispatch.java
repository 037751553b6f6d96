package tutti.sync;

import java.util.ArrayList;
import java.util.List;

/** What goes out of an outbox, and when. Not thread-safe. */
final class Dispatch {
    private final Outbox outbox;
    private final Forecast forecast;
    private final Gestures gestures;
    private final Flight flight;
    private final Pace pace;

    Dispatch(Outbox outbox, Forecast forecast, Gestures gestures, Flight flight, Pace pace) {
        this.outbox = outbox;
        this.forecast = forecast;
        this.gestures = gestures;
        this.flight = flight;
        this.pace = pace;
    }

    /** Applies a note; the act is to write it down. */
    Act note(OutboxNote note) {
        forecast.follow(note);
        return new Act.Note(note);
    }

    /** Numbers what may go, forces it, sends it. */
    List<Act> pump(long now) {
        List<Act> acts = new ArrayList<>();
        List<Act> sends = new ArrayList<>();
        while (ready(now)) {
            Draft draft = outbox.oldest().orElseThrow();
            Edit edit = new Edit(outbox.last() + 1, draft.gesture(), draft.ask());
            acts.add(note(new OutboxNote.Numbered(edit.n())));
            flight.add(edit);
            sends.add(new Act.Send(new ClientMessage.Submit(edit)));
            gestures.numbered(edit.gesture());
            pace.asked(edit.gesture(), now);
        }
        if (!sends.isEmpty()) {
            acts.add(new Act.Force());
            acts.addAll(sends);
        }
        return acts;
    }

    /** Whether something waits for nothing but the time. */
    boolean holds(long now) {
        return outbox.oldest()
                .filter(draft -> flight.takes(draft.ask()) && pace.holds(draft.gesture(), now))
                .isPresent();
    }

    private boolean ready(long now) {
        return outbox.oldest()
                .filter(draft -> flight.takes(draft.ask()) && !pace.holds(draft.gesture(), now))
                .isPresent();
    }

    /** Sends once more what has no answer; forced before, as the process that numbered it may have died in between. */
    List<Act> again(long settled) {
        flight.clear();
        List<Act> acts = new ArrayList<>(List.of(new Act.Force()));
        outbox.numbered().stream().filter(edit -> edit.n() > settled).forEach(edit -> {
            flight.add(edit);
            acts.add(new Act.Send(new ClientMessage.Submit(edit)));
        });
        return acts.size() > 1 ? acts : List.of();
    }
}
