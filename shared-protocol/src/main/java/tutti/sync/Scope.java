package tutti.sync;

import java.util.Optional;
import tutti.edit.Place;
import tutti.edit.Root;
import tutti.model.NodeId;
import tutti.model.PatternSlot;
import tutti.model.Session;
import tutti.music.Ticks;

/** How much of a document is meant. */
public sealed interface Scope {
    /** Whether a place belongs to it, as {@code now} is written. */
    boolean holds(Place<?> place, Session now);

    /** The node that must have been there, then or now. */
    default Optional<Root<?>> root() {
        return Optional.empty();
    }

    /** Everything. */
    record All() implements Scope {
        @Override
        public boolean holds(Place<?> place, Session now) {
            return true;
        }
    }

    /** A track and its lanes in all patterns. */
    record Track(NodeId track) implements Scope {
        @Override
        public Optional<Root<?>> root() {
            return Optional.of(new Root.OfTrack(track));
        }

        @Override
        public boolean holds(Place<?> place, Session now) {
            return place.root().equals(root());
        }
    }

    /** A pattern and its lanes; not the tracks that they belong to. */
    record Pattern(PatternSlot pattern) implements Scope {
        @Override
        public boolean holds(Place<?> place, Session now) {
            return switch (place) {
                case Place.OfPattern of -> of.slot() == pattern;
                case Place.OfLane of -> of.slot() == pattern;
                case Place.OfStep of -> of.slot() == pattern;
                case Place.OfSession _, Place.OfEffects _, Root<?> _ -> false;
            };
        }
    }

    /**
     * The steps that are written in some bars of a pattern, bars and steps as long as they are now. A lane that is
     * shorter than its pattern is written once, in the first bars.
     *
     * @param first bar, from 0
     * @param last bar, at least the first and less than {@code BARS}
     */
    record Bars(PatternSlot pattern, int first, int last) implements Scope {
        /** @throws IllegalArgumentException if there are no such bars */
        public Bars {
            if (first < 0 || last < first || last >= tutti.model.Limits.BARS) {
                throw new IllegalArgumentException(
                        "bars are numbered 0 to " + (tutti.model.Limits.BARS - 1) + ", the first one first");
            }
        }

        @Override
        public boolean holds(Place<?> place, Session now) {
            return switch (place) {
                case Place.OfStep of -> of.slot() == pattern && holds(of, now);
                case Place.OfPattern _, Place.OfLane _, Place.OfSession _, Place.OfEffects _, Root<?> _ -> false;
            };
        }

        private boolean holds(Place.OfStep of, Session now) {
            long bar = Ticks.bar(now.meter());
            long begins = (long) of.index()
                    * Ticks.of(now.pattern(pattern).lane(of.track()).value());
            return begins >= first * bar && begins < (last + 1) * bar;
        }
    }
}
