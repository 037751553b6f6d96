package tutti.sync;

import java.util.List;
import tutti.edit.Mutation.Put;
import tutti.edit.Weights;
import tutti.model.Session;

/**
 * A session as it was after one of its rows, where its rows are done again one by one: what a stored session is held
 * against, and what a reported one is searched with. Immutable; any thread.
 *
 * @param seq of the row that led here
 * @param chain at that row, as whoever stored it says
 * @param at room time of that row, 0 where the rows begin
 * @param weight as the rows moved it
 */
public record Replayed(Session session, long seq, Chain chain, long at, int weight) {
    /** What comes of the next row. */
    public sealed interface Next {
        /**
         * It applies.
         *
         * @param was each property that it put, and the value before, in order of the first put
         */
        record Done(Replayed after, List<Put<?, ?>> was) implements Next {
            /** Keeps a copy. */
            public Done {
                was = List.copyOf(was);
            }
        }

        /** The reducer does not take it, in words: damage, since a room made it. */
        record Refused(String why) implements Next {}
    }

    /** Where the rows begin. */
    public static Replayed from(Session session, long seq, Chain chain) {
        return new Replayed(session, seq, chain, 0, Weights.of(session));
    }

    /** Does the row; whether it is the one that follows is not looked at. */
    public Next next(Chained chained) {
        Row row = chained.row();
        return switch (Writing.of(session, row.mutations())) {
            case Writing.Refused refused ->
                new Next.Refused(
                        "it does not apply: " + refused.refusal().reason().words());
            case Writing.Written written -> {
                int moved = weight + written.weight();
                Replayed after = new Replayed(written.next(), row.seq(), chained.chain(), row.at(), moved);
                yield new Next.Done(after, List.copyOf(written.was().values()));
            }
        };
    }

    /** The same place, from which another chain leads on: a backup was restored here. */
    public Replayed onward(Chain begins) {
        return new Replayed(session, seq, begins, at, weight);
    }

    /** The document that these puts make of this one, the last first; as it is where one does not apply. */
    public Session undone(List<Put<?, ?>> was) {
        return switch (Writing.of(session, List.copyOf(was.reversed()))) {
            case Writing.Refused _ -> session;
            case Writing.Written written -> written.next();
        };
    }
}
