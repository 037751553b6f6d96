package tutti.server.verify;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import tutti.sync.Chained;
import tutti.sync.Replayed;
import tutti.wire.Codec;

/** Does a history again by the reducer, and finds the first row after which a law does not hold. Pure. */
public final class Replaying {
    /** Rows between two documents that are kept while a law is searched for. */
    static final int STRIDE = 64;

    /**
     * A row that breaks something.
     *
     * @param law that is broken; nothing if the row does not apply at all
     * @param why in words
     */
    public record Break(long seq, Optional<Law> law, String why) {}

    /**
     * A history that was done again.
     *
     * @param end the document after the last row that applies
     * @param breaks the first row that breaks each law that is broken, and the row that does not apply
     */
    public record Told(Replayed end, List<Break> breaks) {
        /** Keeps a copy. */
        public Told {
            breaks = List.copyOf(breaks);
        }
    }

    private final Codec codec = new Codec();
    private final Journey journey;

    /** Of this history. */
    public Replaying(Journey journey) {
        this.journey = journey;
    }

    /** Does all rows again and holds each against every law that is not broken yet. */
    public Told all() {
        return through(EnumSet.allOf(Law.class));
    }

    /**
     * The first row that breaks this law, or that does not apply. A law of documents is halved for, others are walked.
     */
    public Optional<Break> first(Law law) {
        if (!law.ofDocument()) {
            return through(EnumSet.of(law)).breaks().stream().findFirst();
        }
        List<Replayed> kept = new ArrayList<>(List.of(journey.begin()));
        Told plain = walk(EnumSet.noneOf(Law.class), state -> {
            if ((state.seq() - journey.stamp().seq()) % STRIDE == 0) {
                kept.add(state);
            }
        });
        kept.add(plain.end());
        int broken = firstOf(kept.size(), i -> law.broken(kept.get(i)).isPresent());
        if (broken == kept.size()) {
            return plain.breaks().stream().findFirst();
        }
        return broken == 0 ? breaks(law, kept.getFirst()) : between(law, kept.get(broken - 1));
    }

    /** The first of {@code size} for which it is so, where it is so for all after it; {@code size} if for none. */
    static int firstOf(int size, IntPredicate broken) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (broken.test(middle)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private Optional<Break> between(Law law, Replayed from) {
        Replayed state = from;
        List<Chained> rest = journey.rows()
                .subList(
                        (int) (from.seq() - journey.stamp().seq()),
                        journey.rows().size());
        for (Chained row : rest) {
            if (!(state.next(row) instanceof Replayed.Next.Done done)) {
                return Optional.empty();
            }
            state = done.after();
            Optional<Break> found = breaks(law, state);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<Break> breaks(Law law, Replayed state) {
        return law.broken(state).map(why -> new Break(state.seq(), Optional.of(law), why));
    }

    private Told through(Set<Law> laws) {
        return walk(laws, state -> {});
    }

    /** Is shown each document on the way. */
    private interface Sight {
        void at(Replayed state);
    }

    private Told walk(Set<Law> laws, Sight sight) {
        List<Break> breaks = new ArrayList<>();
        Set<Law> open = EnumSet.noneOf(Law.class);
        open.addAll(laws);
        Replayed state = journey.begin();
        for (Chained row : journey.rows()) {
            switch (state.next(row)) {
                case Replayed.Next.Refused(String why) -> {
                    breaks.add(new Break(row.row().seq(), Optional.empty(), why));
                    return new Told(state, breaks);
                }
                case Replayed.Next.Done done -> {
                    Step step = new Step(state, row, done.was(), done.after());
                    open.removeIf(law -> broke(law, step, breaks));
                    state = done.after();
                    sight.at(state);
                }
            }
        }
        return new Told(state, breaks);
    }

    private boolean broke(Law law, Step step, List<Break> breaks) {
        Optional<String> why = law.broken(step, codec);
        why.ifPresent(words -> breaks.add(new Break(step.row().row().seq(), Optional.of(law), words)));
        return why.isPresent();
    }
}
