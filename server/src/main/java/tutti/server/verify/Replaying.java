package tutti.server.verify;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tutti.sync.Chained;
import tutti.sync.Replayed;
import tutti.wire.Codec;

/** Does a history again by the reducer, and finds the first row after which a law does not hold. Pure. */
public final class Replaying {
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

    /** The first row that breaks this law, or that does not apply: what {@link #all} tells of it. */
    public Optional<Break> first(Law law) {
        return through(EnumSet.of(law)).breaks().stream().findFirst();
    }

    private Told through(Set<Law> laws) {
        List<Break> breaks = new ArrayList<>();
        Set<Law> open = EnumSet.noneOf(Law.class);
        open.addAll(laws);
        Replayed state = journey.begin();
        Memory past = new Memory(state.seq(), codec);
        open.removeIf(law -> broke(law, journey.begin(), breaks));
        for (Chained row : journey.rows()) {
            switch (state.next(row)) {
                case Replayed.Next.Refused(String why) -> {
                    breaks.add(new Break(row.row().seq(), Optional.empty(), why));
                    return new Told(state, breaks);
                }
                case Replayed.Next.Done done -> {
                    Step step = new Step(state, row, done.was(), done.after(), past);
                    open.removeIf(law -> broke(law, step, breaks));
                    Replayed after = done.after();
                    past.add(row, journey.begun(row).isPresent());
                    state = journey.begun(row).map(after::onward).orElse(after);
                }
            }
        }
        return new Told(state, breaks);
    }

    /** Whether the document with which it begins breaks the law. */
    private static boolean broke(Law law, Replayed begin, List<Break> breaks) {
        Optional<String> why = law.broken(begin);
        why.ifPresent(words -> breaks.add(new Break(begin.seq(), Optional.of(law), words)));
        return why.isPresent();
    }

    private boolean broke(Law law, Step step, List<Break> breaks) {
        Optional<String> why = law.broken(step, codec);
        why.ifPresent(words -> breaks.add(new Break(step.row().row().seq(), Optional.of(law), words)));
        return why.isPresent();
    }
}
