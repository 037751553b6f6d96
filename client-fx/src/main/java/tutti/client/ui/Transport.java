package tutti.client.ui;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tutti.model.PatternSlot;

/**
 * What the room plays.
 *
 * @param playing whether it runs
 * @param stopping who asked for a stop at the end of the bar, if it is still to come
 * @param pattern the pattern that plays, or would
 * @param next what was launched and has not landed
 * @param heard where the music is, asked once a frame
 */
public record Transport(
        boolean playing, Optional<String> stopping, PatternSlot pattern, Optional<Launch> next, Heard heard) {
    private static final Map<PatternSlot, Transport> STILL = Stream.of(PatternSlot.values())
            .collect(Collectors.toUnmodifiableMap(
                    Function.identity(),
                    slot -> new Transport(false, Optional.empty(), slot, Optional.empty(), new Stopped())));

    /** Nothing plays, but that pattern would; always the same one. */
    public static Transport still(PatternSlot pattern) {
        return Optional.ofNullable(STILL.get(pattern)).orElseThrow();
    }

    /** Before anything plays. */
    private record Stopped() implements Heard {
        @Override
        public long room() {
            return 0;
        }

        @Override
        public long run() {
            return 0;
        }
    }

    /**
     * A launch to come.
     *
     * @param tick room tick at which it lands
     */
    public record Launch(PatternSlot pattern, long tick) {}

    /** The moment that is heard now, in ticks of {@link tutti.music.Ticks}; any thread. */
    public interface Heard {
        /** Ticks since bar 1 of the room; negative before it. */
        long room();

        /** Ticks since the playing pattern was launched; negative before it. */
        long run();
    }
}
