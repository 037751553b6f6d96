package tutti.edit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tutti.edit.Mutation.Put;
import tutti.model.Limits;
import tutti.model.NodeId;
import tutti.model.Session;
import tutti.model.Shelf;
import tutti.model.Texts;

/**
 * Order is a value: siblings stand by a key that lies between its neighbours' (fractional indexing). A key is a
 * fraction in base 62 (digits in order of ASCII, no trailing zero), a full stop, and the node's id, so that no two keys
 * are equal and the order of keys is the order of their text.
 */
public final class Order {
    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int BASE = DIGITS.length();
    private static final int LONGEST = Limits.POSITION - Limits.NODE_ID - 1;

    private Order() {}

    /**
     * A free place among siblings.
     *
     * @param key the position of the node that goes there
     * @param rekeys new keys of the siblings, to be put in the same edit; mostly none
     */
    public record Spot(String key, List<Mutation> rekeys) {}

    /** Whether {@code key} is a position key of some node. */
    static boolean wellFormed(String key) {
        int stop = key.indexOf('.');
        if (stop < 1 || stop > LONGEST || key.charAt(stop - 1) == '0') {
            return false;
        }
        boolean digits = key.chars().limit(stop).allMatch(c -> DIGITS.indexOf(c) >= 0);
        return digits && Texts.id(key.substring(stop + 1), Limits.NODE_ID);
    }

    /** Whether {@code key} is a position key of the node {@code id}. */
    static boolean fits(String key, NodeId id) {
        return wellFormed(key) && key.substring(key.indexOf('.') + 1).equals(id.text());
    }

    /** The key of the {@code index}th of {@code count} nodes that are laid out anew. */
    public static String spread(NodeId id, int index, int count) {
        int share = (index + 1) * BASE * BASE / (count + 1);
        String digits = "" + DIGITS.charAt(share / BASE) + (share % BASE == 0 ? "" : DIGITS.charAt(share % BASE));
        return digits + "." + id.text();
    }

    /** Where {@code root} goes so that it stands at {@code index} (0 = first) among its live siblings. */
    public static <N> Spot at(Session session, Root<N> root, int index) {
        List<Shelf.Entry<N>> others = new ArrayList<>(root.siblings(session).entries());
        others.removeIf(entry -> entry.id().equals(root.id()) || root.deleted().get(entry.node()));
        others.sort(Comparator.comparing(entry -> root.position().get(entry.node())));
        int place = Math.max(0, Math.min(index, others.size()));
        String low = place == 0 ? "" : fraction(root, others.get(place - 1));
        String high = place == others.size() ? "" : fraction(root, others.get(place));
        return between(low, high)
                .map(fraction -> new Spot(fraction + "." + root.id().text(), List.of()))
                .orElseGet(() -> anew(root, others, place));
    }

    /** Moves a node to {@code index} among its live siblings. */
    public static <N> List<Mutation> move(Session session, Root<N> root, int index) {
        Spot spot = at(session, root, index);
        List<Mutation> moves = new ArrayList<>(spot.rekeys());
        moves.add(Mutation.put(root, root.position(), spot.key()));
        return List.copyOf(moves);
    }

    private static <N> Spot anew(Root<N> root, List<Shelf.Entry<N>> others, int place) {
        int count = others.size() + 1;
        List<Mutation> rekeys = new ArrayList<>();
        for (int i = 0; i < others.size(); i++) {
            NodeId id = others.get(i).id();
            String key = spread(id, i < place ? i : i + 1, count);
            rekeys.add(new Put<>(root.beside(id), root.position().of(key)));
        }
        return new Spot(spread(root.id(), place, count), List.copyOf(rekeys));
    }

    private static <N> String fraction(Root<N> root, Shelf.Entry<N> entry) {
        String key = root.position().get(entry.node());
        return key.substring(0, Math.max(0, key.indexOf('.')));
    }

    /** A fraction strictly between two others; "" is zero below and one above. */
    static Optional<String> between(String low, String high) {
        if (!high.isEmpty() && low.compareTo(high) >= 0) {
            return Optional.empty();
        }
        String middle = middle(low, high);
        return middle.length() <= LONGEST ? Optional.of(middle) : Optional.empty();
    }

    private static String middle(String low, String high) {
        int same = 0;
        while (same < high.length() && digit(low, same) == DIGITS.indexOf(high.charAt(same))) {
            same++;
        }
        String rest = low.length() > same ? low.substring(same) : "";
        String above = high.isEmpty() ? "" : high.substring(same);
        return high.substring(0, same) + step(rest, above);
    }

    /** As {@link #middle}, for fractions whose first digits differ. */
    private static String step(String low, String high) {
        int least = digit(low, 0);
        int most = high.isEmpty() ? BASE : DIGITS.indexOf(high.charAt(0));
        if (most - least > 1) {
            return DIGITS.substring((least + most) / 2, (least + most) / 2 + 1);
        }
        if (high.length() > 1) {
            return high.substring(0, 1);
        }
        return DIGITS.charAt(least) + middle(low.isEmpty() ? "" : low.substring(1), "");
    }

    private static int digit(String fraction, int at) {
        return at < fraction.length() ? DIGITS.indexOf(fraction.charAt(at)) : 0;
    }
}
