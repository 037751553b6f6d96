package tutti.wire;

import java.util.List;
import tutti.edit.Field;
import tutti.edit.Mutation;
import tutti.edit.Mutation.Insert;
import tutti.edit.Mutation.Put;
import tutti.edit.Outcome.Changed;
import tutti.edit.Outcome.Refused;
import tutti.edit.Part;
import tutti.edit.Part.Placed;
import tutti.edit.Place;
import tutti.edit.Reducer;
import tutti.edit.Root;
import tutti.edit.Value;
import tutti.edit.Weights;
import tutti.model.Limits;
import tutti.model.Session;

/**
 * Builds a document from parts that somebody sent, by the reducer's own rules: what no edit could bring about (33
 * tracks, a ninth lock, a lane of no track, a position of another node) is refused. Only values of birth are set past
 * it.
 */
final class Assembly {
    private Session session = Session.BLANK;

    private Assembly() {}

    static Session of(List<Part> parts) throws Misfit {
        Assembly assembly = new Assembly();
        assembly.all(parts, false);
        assembly.all(parts, true);
        if (Weights.of(assembly.session) > Limits.WEIGHT) {
            throw new Misfit("heavier than the " + Limits.WEIGHT + " that a session can be").in("parts");
        }
        return assembly.session;
    }

    /** Lanes come after the tracks that they belong to. */
    private void all(List<Part> parts, boolean lanes) throws Misfit {
        for (Part part : parts) {
            for (Placed<?> placed : part.values()) {
                boolean ofLane = placed.place() instanceof Place.OfLane || placed.place() instanceof Place.OfStep;
                if (ofLane == lanes) {
                    add(part, placed);
                }
            }
        }
    }

    private <N> void add(Part part, Placed<N> placed) throws Misfit {
        try {
            if (placed.place() instanceof Root<N> root) {
                apply(new Insert<>(root, placed.values()));
            } else {
                for (Value<N, ?> value : placed.values()) {
                    put(placed.place(), value);
                }
            }
        } catch (Misfit misfit) {
            throw misfit.in(part.name()).in("parts");
        }
    }

    private <N, T> void put(Place<N> place, Value<N, T> value) throws Misfit {
        if (value.field().access() == Field.Access.BIRTH) {
            session = place.get(session)
                    .map(node -> place.put(session, value.into(node)))
                    .orElse(session);
        } else {
            apply(new Put<>(place, value));
        }
    }

    private void apply(Mutation mutation) throws Misfit {
        session = switch (Reducer.reduce(session, mutation)) {
            case Changed changed -> changed.next();
            case Refused refused -> throw new Misfit(refused.refusal().reason().words());
        };
    }
}
