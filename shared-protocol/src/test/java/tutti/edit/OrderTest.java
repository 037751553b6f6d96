package tutti.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tutti.edit.Mutation.Insert;
import tutti.model.Limits;
import tutti.model.NodeId;
import tutti.model.Session;
import tutti.model.Shelf;

@DisplayName("order as a value")
class OrderTest {
    @Test
    @DisplayName("has a key strictly between any two")
    void between() {
        for (long seed = 0; seed < Seeds.of(200); seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            List<String> keys = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                int at = random.nextInt(keys.size() + 1);
                String low = at == 0 ? "" : keys.get(at - 1);
                String high = at == keys.size() ? "" : keys.get(at);
                Optional<String> key = Order.between(low, high);
                if (key.isPresent()) {
                    String text = key.get();
                    assertTrue(low.compareTo(text) < 0, "seed " + seed + ": " + low + " " + text);
                    assertTrue(high.isEmpty() || text.compareTo(high) < 0, "seed " + seed + ": " + text + " " + high);
                    assertTrue(Order.wellFormed(text + ".a"), "seed " + seed + ": " + text);
                    keys.add(at, text);
                }
            }
            assertTrue(keys.size() > 40, "seed " + seed);
        }
    }

    @Test
    @DisplayName("spreads any number of siblings in strict order")
    void spread() {
        NodeId id = new NodeId("n");
        for (int count : List.of(1, 2, 31, 32, 61, 62, 63, 128, 256)) {
            for (int i = 1; i < count; i++) {
                String low = Order.spread(id, i - 1, count);
                String high = Order.spread(id, i, count);
                assertTrue(low.compareTo(high) < 0 && Order.fits(low, id) && Order.fits(high, id), low + " " + high);
            }
        }
    }

    @Test
    @DisplayName("puts a node exactly where it was moved, also when the keys are long and siblings are laid out anew")
    void moves() {
        int rekeyed = 0;
        for (long seed = 0; seed < 40; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Session session = tracks(8);
            for (int i = 0; i < 200; i++) {
                List<NodeId> before = order(session);
                NodeId id = before.get(random.nextInt(before.size()));
                int to = seed % 2 == 0 ? 1 : random.nextInt(before.size());
                List<Mutation> moves = Order.move(session, new Root.OfTrack(id), to);
                rekeyed += moves.size() > 1 ? 1 : 0;
                session = changed(session, moves);
                List<NodeId> expected = new ArrayList<>(before);
                expected.remove(id);
                expected.add(to, id);
                assertEquals(expected, order(session), "seed " + seed + " after " + i);
            }
        }
        assertTrue(rekeyed > 10, "keys never grew long: " + rekeyed);
    }

    @Test
    @DisplayName("keeps two who insert at the same place at once, one after the other, the same everywhere")
    void concurrent() {
        Session session = tracks(4);
        Insert<?> a = insert(session, "a", 2);
        Insert<?> b = insert(session, "b", 2);
        Session ab = changed(changed(session, List.of(a)), List.of(b));
        Session ba = changed(changed(session, List.of(b)), List.of(a));
        assertEquals(order(ab), order(ba));
        assertEquals(
                List.of("a", "b"),
                order(ab).subList(2, 4).stream().map(NodeId::text).toList());
        Session between = changed(
                ab, List.of(insert(ab, "c", 3)), Order.at(ab, root("c"), 3).rekeys());
        assertEquals("c", order(between).get(3).text());
    }

    @Test
    @DisplayName("never makes a key that is too long to be one")
    void bounded() {
        Session session = tracks(Limits.TRACKS - 1);
        NodeId id = new NodeId("x".repeat(Limits.NODE_ID));
        for (int i = 0; i < Limits.TRACKS; i++) {
            Order.Spot spot = Order.at(session, new Root.OfTrack(id), i);
            assertTrue(spot.key().length() <= Limits.POSITION && Order.fits(spot.key(), id), spot.key());
        }
    }

    private static Root.OfTrack root(String id) {
        return new Root.OfTrack(new NodeId(id));
    }

    private static Session tracks(int count) {
        Session session = Session.BLANK;
        for (int i = 0; i < count; i++) {
            session = changed(session, List.of(insert(session, "t" + i, i)));
        }
        return session;
    }

    private static Insert<?> insert(Session session, String id, int index) {
        Root.OfTrack root = root(id);
        return new Insert<>(
                root,
                List.of(TrackFields.POSITION.of(Order.at(session, root, index).key())));
    }

    private static List<NodeId> order(Session session) {
        return session.liveTracks().stream().map(Shelf.Entry::id).toList();
    }

    private static Session changed(Session session, List<Mutation> mutations, List<Mutation> first) {
        return changed(changed(session, first), mutations);
    }

    private static Session changed(Session session, List<? extends Mutation> mutations) {
        Outcome outcome = Reducer.reduce(session, List.copyOf(mutations));
        return assertInstanceOf(Outcome.Changed.class, outcome).next();
    }
}
