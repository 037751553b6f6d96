package tutti.sync.sim;

import java.util.List;
import java.util.SplittableRandom;

/** All chance of a simulated world; the same seed rolls the same. */
final class Dice {
    private final SplittableRandom random;

    Dice(long seed) {
        this.random = new SplittableRandom(seed);
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    /** From {@code least} to {@code most}, both included. */
    long between(long least, long most) {
        return random.nextLong(least, most + 1);
    }

    boolean chance(int permille) {
        return permille > 0 && random.nextInt(1000) < permille;
    }

    <T> T of(List<T> choices) {
        return choices.get(below(choices.size()));
    }
}
