package tutti.server.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A cursor")
class CursorTest {
    private static final Backlog NONE = position -> List.of();

    /** What a connection's queue and a backlog reader would hold. */
    private final List<ByteBuffer> queue = new ArrayList<>();

    private final List<Cursor.Wanted> wanted = new ArrayList<>();
    private final Cursor cursor = new Cursor(frames -> keep(queue, frames), wanted::add);

    /** A socket that takes nothing at once. */
    private static int keep(List<ByteBuffer> queue, List<ByteBuffer> frames) {
        queue.addAll(frames);
        return 0;
    }

    private void follow(Ring ring, long from) {
        cursor.follow(Frame.text("welcome"), ring, from, NONE, cursor::pump);
    }

    private static Piece row(long seq) {
        return new Piece(seq, Frame.text("row " + seq));
    }

    private static Piece large(long seq) {
        return new Piece(seq, Frame.text("x".repeat(40_000)));
    }

    /** All texts that are queued, taken out as a reader would. */
    private List<String> read() {
        List<String> texts = queue.stream().map(CursorTest::text).toList();
        int bytes = queue.stream().mapToInt(ByteBuffer::remaining).sum();
        queue.clear();
        cursor.drained(bytes);
        return texts;
    }

    private static String text(ByteBuffer frame) {
        int header = frame.get(1) < 126 ? 2 : frame.get(1) == 126 ? 4 : 10;
        return new String(frame.array(), header, frame.remaining() - header, StandardCharsets.UTF_8);
    }

    @Test
    @DisplayName("is given the very bytes that every other follower of its ring is given: encoded once, never copied")
    void encodedOnce() {
        Ring ring = new Ring(0, 10, 1000);
        List<ByteBuffer> others = new ArrayList<>();
        Cursor other = new Cursor(frames -> keep(others, frames), wanted::add);
        other.follow(Frame.text("welcome"), ring, 0, NONE, other::pump);
        follow(ring, 0);
        ring.append(List.of(row(1), row(2)));
        queue.clear();
        others.clear();
        ring.append(List.of(row(3), row(4)));
        assertEquals(2, queue.size());
        for (int i = 0; i < 2; i++) {
            assertSame(queue.get(i).array(), others.get(i).array());
            queue.get(i).get();
            assertEquals(0, others.get(i).position(), "where one has read to is its own");
        }
    }

    @Test
    @DisplayName("sends the greeting before anything that is told later")
    void greetingFirst() {
        Ring ring = new Ring(0, 10, 1000);
        ring.append(List.of(row(1)));
        cursor.latest("who", Frame.text("before"));
        follow(ring, 0);
        cursor.latest("who", Frame.text("A is here"));
        cursor.pump();
        List<String> sent = read();
        assertEquals("welcome", sent.getFirst());
        assertEquals(
                List.of("A is here", "row 1", "welcome"), sent.stream().sorted().toList());
    }

    @Test
    @DisplayName("holds a private frame back until the stream has come to its position")
    void privateAfterPosition() {
        Ring ring = new Ring(4, 10, 1000);
        follow(ring, 4);
        cursor.tell(Frame.text("settled"), 6);
        cursor.tell(Frame.text("and then"), Ring.NOTHING);
        ring.append(List.of(row(5)));
        assertEquals(List.of("welcome", "row 5"), read());
        ring.append(List.of(row(6), row(7)));
        assertEquals(List.of("row 6", "settled", "and then", "row 7"), read());
    }

    @Test
    @DisplayName("sends an answer that waits for its rows in one piece with them")
    void answerWithRows() {
        List<Integer> pieces = new ArrayList<>();
        Cursor quick = new Cursor(frames -> sent(pieces, frames), wanted::add);
        Ring ring = new Ring(4, 10, 1000);
        quick.follow(Frame.text("welcome"), ring, 4, NONE, quick::pump);
        quick.pump();
        quick.tell(Frame.text("settled"), 5);
        assertFalse(quick.pump());
        ring.append(List.of(row(5)));
        assertEquals(List.of(1, 2), pieces);
        assertFalse(quick.behind(), "what the socket took at once does not wait");
    }

    /** A socket that takes everything at once. */
    private static int sent(List<Integer> pieces, List<ByteBuffer> frames) {
        pieces.add(frames.size());
        int bytes = frames.stream().mapToInt(ByteBuffer::remaining).sum();
        frames.forEach(frame -> frame.position(frame.limit()));
        return bytes;
    }

    @Test
    @DisplayName("keeps only the newest value of a slot")
    void slotKeepsNewest() {
        cursor.latest("a", Frame.text("a1"));
        cursor.latest("b", Frame.text("b1"));
        cursor.latest("a", Frame.text("a2"));
        cursor.pump();
        assertEquals(List.of("a2", "b1"), read());
    }

    @Test
    @DisplayName("lets less than 64 KB wait before it adds a frame, and goes on when that was taken")
    void waitsForReader() {
        Ring ring = new Ring(0, 10, 1 << 20);
        follow(ring, 0);
        ring.append(List.of(large(1), large(2), large(3), row(4)));
        assertEquals(3, queue.size(), "welcome and two");
        assertTrue(cursor.behind());
        read();
        cursor.pump();
        assertEquals(2, read().size());
        assertFalse(cursor.behind());
    }

    @Test
    @DisplayName("takes turns between news and stream on a slow link")
    void takesTurns() {
        Ring ring = new Ring(0, 100, 1 << 24);
        follow(ring, 0);
        ring.append(List.of(large(1), large(2), large(3), large(4)));
        read();
        cursor.latest("a", Frame.text("y".repeat(40_000)));
        cursor.latest("b", Frame.text("y".repeat(40_000)));
        cursor.pump();
        assertEquals(
                "xy", queue.stream().map(f -> text(f).substring(0, 1)).sorted().reduce("", String::concat));
    }

    @Test
    @DisplayName("behind the ring asks the backlog once, goes on in it, then in the ring")
    void behindTheRing() {
        Ring ring = new Ring(0, 2, 1 << 20);
        ring.append(List.of(row(1), row(2), row(3), row(4)));
        follow(ring, 0);
        cursor.pump();
        cursor.pump();
        assertEquals(List.of("welcome"), read());
        assertEquals(1, wanted.size());
        assertEquals(0, wanted.getFirst().position());
        assertTrue(cursor.supplied(wanted.getFirst(), List.of(row(1), row(2))));
        cursor.pump();
        assertEquals(List.of("row 1", "row 2", "row 3", "row 4"), read());
        assertEquals(1, wanted.size());
    }

    @Test
    @DisplayName("inside a frame of the ring that covers several positions asks the backlog for the rest")
    void insideAFrame() {
        Ring ring = new Ring(0, 10, 1 << 20);
        ring.append(List.of(new Piece(3, Frame.text("rows 1-3")), row(4)));
        follow(ring, 2);
        cursor.pump();
        assertEquals(2, wanted.getFirst().position());
        cursor.supplied(wanted.getFirst(), List.of(row(3)));
        cursor.pump();
        assertEquals(List.of("welcome", "row 3", "row 4"), read());
    }

    @Test
    @DisplayName("ahead of the ring waits, since the ring is about to hear of what the journal has")
    void aheadOfTheRing() {
        Ring ring = new Ring(2, 10, 1 << 20);
        follow(ring, 3);
        cursor.pump();
        assertEquals(0, wanted.size());
        ring.append(List.of(row(3), row(4)));
        assertEquals(List.of("welcome", "row 4"), read());
    }

    @Test
    @DisplayName("reports a backlog that leads nowhere")
    void emptyBacklog() {
        Ring ring = new Ring(5, 10, 1 << 20);
        follow(ring, Ring.NOTHING);
        cursor.pump();
        assertFalse(cursor.supplied(wanted.getFirst(), List.of()));
    }

    @Test
    @DisplayName("forgets, when it follows again, what waited and what an old backlog answers")
    void followsAgain() {
        Ring old = new Ring(5, 10, 1 << 20);
        follow(old, Ring.NOTHING);
        cursor.pump();
        cursor.tell(Frame.text("settled"), 9);
        read();
        Ring again = new Ring(9, 10, 1 << 20);
        follow(again, 9);
        assertEquals(0, old.followers());
        cursor.supplied(wanted.getFirst(), List.of(row(1)));
        old.append(List.of(row(6)));
        cursor.pump();
        assertEquals(List.of("welcome"), read());
    }

    @Test
    @DisplayName("says when its private list or its slots are full")
    void bounded() {
        for (int i = 0; i < Limits.PRIVATE_FRAMES; i++) {
            assertTrue(cursor.tell(Frame.text("x"), 1));
        }
        assertFalse(cursor.tell(Frame.text("x"), 1));
        for (int i = 0; i < Limits.SLOTS; i++) {
            assertTrue(cursor.latest("k" + i, Frame.text("x")));
        }
        assertFalse(cursor.latest("one more", Frame.text("x")));
    }

    @Test
    @DisplayName("bounds its private list and its slots by bytes too")
    void boundedByBytes() {
        Frame large = Frame.text("x".repeat(200_000));
        assertTrue(cursor.tell(large, 1));
        assertTrue(cursor.tell(large, 1));
        assertFalse(cursor.tell(large, 1));
        assertTrue(cursor.latest("a", large));
        assertTrue(cursor.latest("a", large));
        assertFalse(cursor.latest("b", large));
    }

    @Test
    @DisplayName("owes one pong and one ping at a time, before all else")
    void controlFirst() {
        cursor.tell(Frame.text("private"), Ring.NOTHING);
        cursor.ping();
        cursor.ping();
        cursor.pong(new byte[] {'1'});
        cursor.pong(new byte[] {'2'});
        cursor.pump();
        assertEquals(List.of("2", "", "private"), read());
    }

    @Test
    @DisplayName("sends nothing after its end")
    void ended() {
        Ring ring = new Ring(0, 10, 1000);
        follow(ring, 0);
        assertEquals(1, ring.followers());
        cursor.end();
        assertEquals(0, ring.followers());
        ring.append(List.of(row(1)));
        assertTrue(cursor.tell(Frame.text("late"), Ring.NOTHING));
        assertFalse(cursor.pump());
        assertEquals(List.of(), read());
    }
}
