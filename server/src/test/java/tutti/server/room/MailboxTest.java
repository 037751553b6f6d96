package tutti.server.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A mailbox")
class MailboxTest {
    private static final long BAD = 2;

    private final Queue<Runnable> turns = new ArrayDeque<>();
    private final List<Long> taken = new ArrayList<>();
    private final Mailbox mailbox = new Mailbox(turns::add, this::turn);

    private void turn() {
        mailbox.open(this::read);
    }

    private void read(Letter letter) {
        long number = ((Letter.Owing) letter).dueMicros();
        taken.add(number);
        if (number == BAD) {
            throw new IllegalStateException("a letter that cannot be opened");
        }
        if (number == 1) {
            mailbox.offer(new Letter.Owing(5));
        }
    }

    @Test
    @DisplayName("keeps what is behind a letter that cannot be opened for the next turn, and each turn has an end")
    void nothingIsLost() {
        for (long number = 1; number <= 4; number++) {
            mailbox.offer(new Letter.Owing(number));
        }
        Runnable first = turns.remove();
        assertThrows(IllegalStateException.class, first::run);
        assertEquals(List.of(1L, BAD), taken);
        turns.remove().run();
        assertEquals(List.of(1L, BAD, 3L, 4L, 5L), taken);
        assertEquals(0, turns.size());
        mailbox.offer(new Letter.Owing(1));
        turns.remove().run();
        assertEquals(6, taken.size(), "what comes meanwhile is of the next turn");
        turns.remove().run();
        assertEquals(7, taken.size());
    }
}
