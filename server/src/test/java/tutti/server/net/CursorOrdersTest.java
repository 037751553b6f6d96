package tutti.server.net;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.LongStream;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Validate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tutti.server.Interleavings;

/**
 * Nothing large may be reached from a static field: Lincheck looks at each byte of it, and fails with an exception of
 * its own.
 */
@Tag("slow")
@DisplayName("In any order of those who call it, a cursor")
public class CursorOrdersTest {
    /** A cursor, what it is called with, and who hears what it sends. */
    private static final class Line {
        /** Holds one row, so that who is behind has to ask. */
        private final Ring ring = new Ring(0, 1, Limits.WAITING_BYTES);

        /** What the selector writes from; the library's is a concurrent queue too. */
        private final ConcurrentLinkedQueue<ByteBuffer> queue = new ConcurrentLinkedQueue<>();

        private final ConcurrentLinkedQueue<Cursor.Wanted> wanted = new ConcurrentLinkedQueue<>();
        private final Cursor cursor = new Cursor(this::queued, wanted::add);
        private final Runnable pump = new Pump(cursor);
        /** What the client heard; the selector alone tells it. */
        private long lastRow = Ring.NOTHING;

        /** The socket is full: all of it waits for the selector. */
        private int queued(List<ByteBuffer> frames) {
            queue.addAll(frames);
            return 0;
        }

        void greet(long from) {
            cursor.follow(Frame.text("w" + from + " "), ring, from, position -> List.of(), pump);
            cursor.pump();
        }

        void commit() {
            long high = ring.high();
            ring.append(List.of(row(high + 1), row(high + 2)));
        }

        void settle() {
            long high = ring.high();
            cursor.tell(Frame.text("s" + high + " "), high);
            cursor.pump();
        }

        void take() {
            ByteBuffer frame = queue.poll();
            if (frame != null) {
                int bytes = frame.remaining();
                hear(frame);
                cursor.drained(bytes);
                cursor.pump();
            }
        }

        private void hear(ByteBuffer frame) {
            int header = frame.get(1) < 126 ? 2 : frame.get(1) == 126 ? 4 : 10;
            int length = Math.min(4, frame.remaining() - header);
            String text = new String(frame.array(), header, length, StandardCharsets.UTF_8);
            long number = Long.parseLong(text.substring(1).trim());
            switch (text.charAt(0)) {
                case 'w' -> lastRow = number;
                case 'r' -> {
                    demand(number == lastRow + 1, text + "was heard after row " + lastRow);
                    lastRow = number;
                }
                default -> demand(number <= lastRow, text + "was heard after row " + lastRow);
            }
        }

        void answer() {
            Cursor.Wanted next = wanted.poll();
            if (next != null) {
                long to = Math.min(ring.high(), next.position() + 2);
                List<Piece> rows = LongStream.rangeClosed(next.position() + 1, to)
                        .mapToObj(Line::row)
                        .toList();
                demand(cursor.supplied(next, rows), "the journal does not lead on from " + next.position());
                cursor.pump();
            }
        }

        /** Fills the connection's queue alone, so that the next one waits until it was taken. */
        private static Piece row(long seq) {
            return new Piece(seq, Frame.text("r" + seq + " ".repeat(Limits.WAITING_BYTES)));
        }

        /** Nobody is at it any more but who reads. */
        void readAll() {
            while (!queue.isEmpty() || !wanted.isEmpty()) {
                take();
                answer();
            }
            demand(!cursor.behind(), "something waits, and nobody will send it");
        }
    }

    /** By a hash of its own: that of an object's identity is another in the checker than before it. */
    private record Pump(Cursor cursor) implements Runnable {
        @Override
        public void run() {
            cursor.pump();
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return 1;
        }
    }

    private static void demand(boolean as, String otherwise) {
        if (!as) {
            throw new IllegalStateException(otherwise);
        }
    }

    /** The room commits and answers, the socket takes, readers of the journal supply. */
    public static final class OfStream {
        private final Line line = new Line();

        public OfStream() {
            line.greet(0);
            line.commit();
        }

        @Operation(nonParallelGroup = "room")
        public void commit() {
            line.commit();
        }

        @Operation(nonParallelGroup = "room")
        public void settle() {
            line.settle();
        }

        @Operation(nonParallelGroup = "selector")
        public void take() {
            line.take();
        }

        @Operation
        public void answer() {
            line.answer();
        }

        /** And there is room for one of the next rows, and only for one. */
        @Validate
        public void everyRowIsHeard() {
            line.readAll();
            demand(line.lastRow == line.ring.high(), "row " + line.lastRow + " of " + line.ring.high() + " was last");
            line.commit();
            line.answer();
            demand(line.queue.size() == 1, line.queue.size() + " frames were moved at once");
        }
    }

    /** The room greets anew and commits, a reader supplies what was asked for before, the socket ends. */
    public static final class OfEnd {
        private final Line line = new Line();
        private volatile boolean ended;

        public OfEnd() {
            line.commit();
            line.greet(0);
        }

        @Operation(nonParallelGroup = "room")
        public void commit() {
            line.commit();
        }

        @Operation(nonParallelGroup = "room")
        public void greet() {
            line.greet(line.ring.high() - 1);
        }

        @Operation
        public void answer() {
            line.answer();
        }

        @Operation(nonParallelGroup = "end")
        public void end() {
            line.cursor.end();
            ended = true;
        }

        /** The last greeting's rows, or nothing after the end. */
        @Validate
        public void nobodyIsLeft() {
            line.readAll();
            demand(ended || line.lastRow == line.ring.high(), "row " + line.lastRow + " of " + line.ring.high());
            demand(line.ring.followers() == (ended ? 0 : 1), line.ring.followers() + " follow");
        }
    }

    @Test
    @DisplayName("sends every row once and in order, answers after their rows, and leaves nothing behind")
    void nothingIsLeft() {
        Interleavings.check(OfStream.class, 1, 6, 40);
    }

    @Test
    @DisplayName("begins anew with each greeting, and after its end sends nothing and follows nothing")
    void nobodyIsLeft() {
        Interleavings.check(OfEnd.class, 1, 6, 40);
    }

    @Test
    @Tag("long")
    @DisplayName("holds both in many more orders")
    void forLong() {
        Interleavings.check(OfStream.class, 2, 50, 5_000);
        Interleavings.check(OfEnd.class, 2, 50, 5_000);
    }
}
