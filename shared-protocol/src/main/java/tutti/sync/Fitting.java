package tutti.sync;

import java.util.ArrayList;
import java.util.List;
import tutti.edit.Mutation;
import tutti.edit.Outcome;
import tutti.edit.Reducer;
import tutti.model.Session;

/** In which order mutations fit. */
final class Fitting {
    private Fitting() {}

    /**
     * These mutations in an order in which each fits, if there is one: what a full step or a full session refuses goes
     * behind what makes room, and takes along what stands in it. More than one round is never needed.
     */
    static List<Mutation> order(Session session, List<? extends Mutation> mutations) {
        List<Mutation> first = new ArrayList<>();
        List<Mutation> last = new ArrayList<>();
        Session trial = session;
        for (Mutation mutation : mutations) {
            switch (Reducer.reduce(trial, mutation)) {
                case Outcome.Refused refused -> last.add(mutation);
                case Outcome.Changed changed -> {
                    first.add(mutation);
                    trial = changed.next();
                }
            }
        }
        first.addAll(last);
        return first;
    }
}
