package tutti.server.verify;

import java.util.Optional;
import java.util.Set;
import tutti.sync.Chained;
import tutti.sync.Replayed;
import tutti.wire.Codec;

/** Goes through a session's rows by the reducer, and holds each against laws. Immutable; any thread. */
record Walk(Codec codec, Set<Law> laws) {
    /** What comes of a row. */
    sealed interface Result {
        /** It is as it should be. */
        record Fine(Replayed after) implements Result {}

        /**
         * A law is broken.
         *
         * @param why in words
         */
        record Broken(Law law, String why, Replayed after) implements Result {}

        /** The reducer does not take it; nothing can be said of what comes after. */
        record Stuck(String why) implements Result {}
    }

    /** @param past what the room knew before the row; the row is not added to it */
    Result next(Replayed before, Chained row, Memory past) {
        return switch (before.next(row)) {
            case Replayed.Next.Refused(String why) -> new Result.Stuck(why);
            case Replayed.Next.Done done -> judged(new Step(before, row, done.was(), done.after(), past));
        };
    }

    private Result judged(Step step) {
        for (Law law : laws) {
            Optional<String> broken = law.broken(step, codec);
            if (broken.isPresent()) {
                return new Result.Broken(law, broken.get(), step.after());
            }
        }
        return new Result.Fine(step.after());
    }
}
