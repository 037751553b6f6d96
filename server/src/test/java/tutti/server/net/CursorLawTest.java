package tutti.server.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("However commits, reads and backlogs fall, a cursor")
class CursorLawTest {
    private static final int SEEDS = Boolean.getBoolean("tutti.hurry") ? 80 : 500;
    private static final int STEPS = 120;

    /** One random story: rows are committed in batches, told about, and read by a slow reader. */
    private static final class Story {
        private final Random random;
        private final Ring ring;
        private final List<Piece> journal = new ArrayList<>();
        private final ArrayDeque<ByteBuffer> queue = new ArrayDeque<>();
        private final ArrayDeque<Cursor.Wanted> wanted = new ArrayDeque<>();
        private final Cursor cursor = new Cursor(this::send, wanted::add);
        private long lastRow;
        private int told;
        private int heard;

        Story(long seed) {
            random = new Random(seed);
            ring = new Ring(0, 1 + random.nextInt(20), 1 + random.nextInt(100_000));
            commit();
            lastRow = random.nextInt(journal.size() + 1);
            cursor.follow(Frame.text(""), ring, lastRow, position -> List.of(), cursor::pump);
        }

        void run() {
            for (int i = 0; i < STEPS; i++) {
                switch (random.nextInt(4)) {
                    case 0 -> commit();
                    case 1 -> settle();
                    case 2 -> read(random.nextInt(4));
                    default -> answerBacklog();
                }
            }
            while (!queue.isEmpty() || !wanted.isEmpty()) {
                answerBacklog();
                read(queue.size());
            }
        }

        /** A socket that takes as much at once as it likes, if nothing waits before it. */
        private int send(List<ByteBuffer> frames) {
            int room = queue.isEmpty() ? random.nextInt(3) * random.nextInt(80_000) : 0;
            int taken = 0;
            for (ByteBuffer frame : frames) {
                int part = Math.min(room - taken, frame.remaining());
                taken += part;
                frame.position(part);
                if (frame.hasRemaining()) {
                    queue.add(frame);
                } else {
                    hear(frame);
                }
            }
            return taken;
        }

        private void commit() {
            List<Piece> batch = new ArrayList<>();
            for (int i = random.nextInt(6); i >= 0; i--) {
                long seq = journal.size() + batch.size() + 1;
                batch.add(new Piece(seq, Frame.text("r" + seq + " " + "x".repeat(size()))));
            }
            journal.addAll(batch);
            ring.append(batch);
        }

        /** Mostly small; some so large that two of them fill a queue. */
        private int size() {
            return random.nextInt(8) == 0 ? random.nextInt(60_000) : random.nextInt(200);
        }

        private void settle() {
            if (told - heard < Limits.PRIVATE_FRAMES) {
                told++;
                assertTrue(cursor.tell(Frame.text("s" + journal.size() + " "), journal.size()));
                cursor.pump();
            }
        }

        private void answerBacklog() {
            Cursor.Wanted next = wanted.poll();
            if (next != null) {
                int from = (int) next.position();
                int to = Math.min(journal.size(), from + 1 + random.nextInt(5));
                assertTrue(cursor.supplied(next, journal.subList(from, to)));
                cursor.pump();
            }
        }

        private void read(int frames) {
            for (int i = 0; i < frames && !queue.isEmpty(); i++) {
                ByteBuffer frame = queue.remove();
                hear(frame);
                cursor.drained(frame.remaining());
                cursor.pump();
            }
        }

        private void hear(ByteBuffer frame) {
            int header = frame.get(1) < 126 ? 2 : 4;
            String text = new String(frame.array(), header, Math.min(12, frame.limit() - header));
            if (text.startsWith("r")) {
                long seq = number(text);
                assertEquals(lastRow + 1, seq);
                lastRow = seq;
            } else if (text.startsWith("s")) {
                heard++;
                assertTrue(number(text) <= lastRow, "settled before its rows");
            }
        }

        private static long number(String text) {
            return Long.parseLong(text.substring(1, text.indexOf(' ')));
        }
    }

    @Test
    @DisplayName("sends every row once and in order, and each private frame after the rows that it names")
    void rowsInOrder() {
        for (long seed = 0; seed < SEEDS; seed++) {
            Story story = new Story(seed);
            story.run();
            assertEquals(story.journal.size(), story.lastRow, "rows heard with seed " + seed);
            assertEquals(story.told, story.heard, "private frames heard with seed " + seed);
        }
    }
}
