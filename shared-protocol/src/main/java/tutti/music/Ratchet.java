package tutti.music;

/** How loud the hits of a ratchet are. Their moments: {@link StepTimes#hit}. */
public final class Ratchet {
    private Ratchet() {}

    /**
     * The velocity of hit {@code i} of {@code count}: the loudest has {@code velocity}, the others rise to it evenly
     * (or fall from it, if {@code ramp} is negative).
     *
     * @param velocity the step's, 1 to 127
     * @param ramp how much softer the first is than the last, per cent of velocity, -100 to 100
     * @return 1 to 127
     */
    public static int velocity(int velocity, int ramp, int i, int count) {
        if (count == 1) {
            return velocity;
        }
        int fromTheLoudest = ramp >= 0 ? count - 1 - i : i;
        int whole = 100 * (count - 1);
        int share = whole - Math.abs(ramp) * fromTheLoudest;
        return Math.max(Velocity.LEAST, Math.floorDiv(2 * velocity * share + whole, 2 * whole));
    }
}
