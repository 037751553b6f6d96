package tutti.server.room;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Validate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tutti.server.Interleavings;

@Tag("slow")
@DisplayName("In any order of offers and turns, a mailbox")
public class MailboxOrdersTest {
    /** What turns took; not safe for two, so that two owners at a time would show. */
    private final List<Long> taken = new ArrayList<>();

    private final Mailbox mailbox = new Mailbox(Runnable::run, this::turn);
    private final AtomicInteger offered = new AtomicInteger();

    private void turn() {
        mailbox.open(letter -> taken.add(((Letter.Owing) letter).dueMicros()));
    }

    /** Whoever finds the mailbox without an owner works on it. */
    @Operation
    public void offer(int number) {
        offered.incrementAndGet();
        mailbox.offer(new Letter.Owing(number));
    }

    /** When nobody is at it any more. */
    @Validate
    public void everyLetterWasTaken() {
        if (taken.size() != offered.get() || mailbox.size() != 0) {
            throw new IllegalStateException("of " + offered + " letters these were taken: " + taken);
        }
    }

    @Test
    @DisplayName("leaves no letter behind, and has one owner at a time")
    void nothingIsLeft() {
        Interleavings.check(MailboxOrdersTest.class, 1, 1, 300);
    }

    @Test
    @Tag("long")
    @DisplayName("leaves no letter behind in many more orders")
    void nothingIsLeftForLong() {
        Interleavings.check(MailboxOrdersTest.class, 2, 50, 5_000);
    }
}
