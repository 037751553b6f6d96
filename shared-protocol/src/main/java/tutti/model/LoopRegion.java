package tutti.model;

import java.util.Optional;

/**
 * The part of a pattern that repeats, in sixteenths, both ends included.
 *
 * @param start 0 to end
 * @param end start to 127
 */
public record LoopRegion(int start, int end) {
    /** @throws IllegalArgumentException if there is no such region */
    public LoopRegion {
        if (!exists(start, end)) {
            throw new IllegalArgumentException("no such loop region");
        }
    }

    /** As it is written: {@code 4-11}. */
    public String code() {
        return start + "-" + end;
    }

    /** The region that {@code code} spells. */
    public static Optional<LoopRegion> parse(String code) {
        return Pair.parse(code, '-').filter(p -> exists(p.a(), p.b())).map(p -> new LoopRegion(p.a(), p.b()));
    }

    private static boolean exists(int start, int end) {
        return start >= 0 && start <= end && end < Limits.STEPS;
    }
}
