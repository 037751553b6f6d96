package tutti.sync.sim;

/**
 * How much goes wrong in a world. Rates are per mille of a client's tick, of a server's tick or of a commit.
 *
 * @param busy for how many microseconds people do things
 * @param people how many clients
 * @param sharing whether the first two are windows of one member
 * @param plenty whether the session has nearly as many tracks as it can hold
 * @param drops of connections
 * @param stalls of messages, and of all that follow them on the same connection
 * @param crashes of client processes, whose files stay as written
 * @param powerCuts of client machines, whose files lose what was not forced
 * @param serverCrashes a second
 * @param failures of commits
 * @param slowness of readers: microseconds that a message takes
 * @param latency at most, microseconds
 */
record Weather(
        long busy,
        int people,
        boolean sharing,
        boolean plenty,
        int drops,
        int stalls,
        int crashes,
        int powerCuts,
        int serverCrashes,
        int failures,
        int slowness,
        int latency) {

    static Weather roll(Dice dice) {
        return new Weather(
                dice.chance(900) ? dice.between(300_000, 900_000) : 3_000_000,
                2 + (dice.chance(300) ? dice.below(3) : 0),
                dice.chance(200),
                dice.chance(120),
                some(dice, 40),
                some(dice, 40),
                some(dice, 15),
                some(dice, 15),
                some(dice, 400),
                some(dice, 120),
                some(dice, 60_000),
                1_000 + some(dice, 80_000));
    }

    private static int some(Dice dice, int most) {
        return dice.chance(400) ? 0 : 1 + dice.below(most);
    }
}
