package tutti.server.store;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A column of numbers: by how much each misses a guess, by the way of guessing that takes the least bytes. */
final class Numbers {
    /** Ways to guess a number. */
    private enum Guess {
        ZERO,
        /** As the one before. */
        SAME,
        /** As the seq of its row. */
        SEQ,
        /** As the one before, but for the time between: milliseconds beside a clock of microseconds. */
        CLOCK;

        long of(Place last, Place now) {
            return switch (this) {
                case ZERO -> 0;
                case SAME -> last.value;
                case SEQ -> now.seq;
                case CLOCK -> last.value + (now.clock / MILLI - last.clock / MILLI);
            };
        }
    }

    /**
     * A number where it stands.
     *
     * @param seq of its row
     * @param clock the first number of its row, 0 for that itself
     */
    private record Place(long value, long seq, long clock) {}

    /** A column begins with the place of its guess in this list, which may only grow. */
    private static final List<Guess> GUESSES = List.of(Guess.ZERO, Guess.SAME, Guess.SEQ, Guess.CLOCK);

    private static final long MILLI = 1_000;
    private static final Place NOWHERE = new Place(0, 0, 0);

    private Numbers() {}

    /** Gathers a column. */
    static final class Writer {
        private final List<Place> places = new ArrayList<>();

        void add(long value, long seq, long clock) {
            places.add(new Place(value, seq, clock));
        }

        void write(DataOutputStream out) throws IOException {
            Guess best = GUESSES.stream()
                    .min(Comparator.comparingDouble(guess -> Deflated.estimate(missed(guess))))
                    .orElseThrow();
            out.writeByte(GUESSES.indexOf(best));
            Deflated.write(out, missed(best));
        }

        private long[] missed(Guess guess) {
            long[] missed = new long[places.size()];
            Place last = NOWHERE;
            for (int i = 0; i < missed.length; i++) {
                Place now = places.get(i);
                missed[i] = now.value - guess.of(last, now);
                last = now;
            }
            return missed;
        }
    }

    /** Yields a column. */
    static final class Reader {
        private final Guess guess;
        private final long[] missed;
        private Place last = NOWHERE;
        private int next;

        Reader(DataInputStream in) throws IOException {
            guess = GUESSES.get(in.readUnsignedByte());
            missed = Deflated.readNumbers(in);
        }

        long next(long seq, long clock) {
            long value = missed[next++] + guess.of(last, new Place(0, seq, clock));
            last = new Place(value, seq, clock);
            return value;
        }
    }
}
