package tutti.sync.sim;

import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Goes every way that there is from a crossroads, but no way twice from where the world looks the same. */
final class Explorer {
    private final int most;
    private final Anatomy anatomy = new Anatomy();
    private final Imprint imprint = new Imprint(anatomy);
    private final Map<Imprint.Key, BigInteger> ways = new HashMap<>();
    private final Deque<Crossroads.Move> path = new ArrayDeque<>();
    private long moves;
    private boolean cut;

    /** @param most states that it looks at; what lies beyond is left out */
    Explorer(int most) {
        this.most = most;
    }

    /** How many ways lead from here to rest. Leaves {@code here} somewhere else. */
    BigInteger explore(Crossroads here) {
        Imprint.Key key = imprint.of(here);
        BigInteger known = ways.get(key);
        if (known == null && ways.size() >= most) {
            cut = true;
            return BigInteger.ZERO;
        }
        if (known == null) {
            known = walk(here);
            ways.put(key, known);
        }
        return known;
    }

    private BigInteger walk(Crossroads here) {
        List<Crossroads.Move> next = here.moves();
        if (next.isEmpty()) {
            here.judge();
            return BigInteger.ONE;
        }
        BigInteger all = BigInteger.ZERO;
        for (Crossroads.Move move : next) {
            boolean last = move == next.getLast();
            Crossroads there = last ? here : (Crossroads) new Twin(anatomy).of(here);
            path.addLast(move);
            moves++;
            there.go(move);
            all = all.add(explore(there));
            path.removeLast();
        }
        return all;
    }

    /** Worlds that differ from one another. */
    int states() {
        return ways.size();
    }

    /** Whether there were more than it may look at. */
    boolean cut() {
        return cut;
    }

    /** Moves that were made. */
    long moves() {
        return moves;
    }

    /** How the last one broken was come to. */
    String path() {
        return path.toString();
    }
}
