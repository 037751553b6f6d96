package tutti.server.net;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A connection without a socket: the real cursor, whose frames arrive at once as text. For tests of what is said, in
 * which order; for one thread.
 */
public final class DirectConnection implements Connection {
    private final long id;
    private final Cursor cursor;
    private final List<String> received = new ArrayList<>();
    private Consumer<String> heard = frame -> {};
    private boolean pumping;
    private boolean stalled;
    private int taken;
    private long rested;
    private int closeCode;
    private @Nullable String closeReason;

    /** A connection with that number. */
    public DirectConnection(long id) {
        this.id = id;
        this.cursor = new Cursor(this::arrive, this::read);
    }

    private int arrive(List<ByteBuffer> frames) {
        frames.forEach(this::arrive);
        return 0;
    }

    private void arrive(ByteBuffer frame) {
        taken += frame.remaining();
        int second = frame.get(1);
        int header = second < 126 ? 2 : second == 126 ? 4 : 10;
        received.add(StandardCharsets.UTF_8.decode(frame.position(header)).toString());
        heard.accept(received.getLast());
    }

    /** From now on that happens with each frame at the moment when it arrives. */
    public void hearing(Consumer<String> what) {
        heard = what;
    }

    private void read(Cursor.Wanted wanted) {
        try {
            cursor.supplied(wanted, wanted.backlog().next(wanted.position()));
            pump();
        } catch (Exception failed) {
            throw new AssertionError("the backlog failed", failed);
        }
    }

    private void pump() {
        if (pumping) {
            return;
        }
        pumping = true;
        while (cursor.pump() && !stalled) {
            drain();
        }
        pumping = false;
    }

    private void drain() {
        cursor.drained(taken);
        taken = 0;
    }

    /** From now on the client reads nothing: what is moved to its queue stays there. */
    public void stall() {
        stalled = true;
    }

    /** It reads on. */
    public void resume() {
        stalled = false;
        drain();
        pump();
    }

    /** What arrived since the last call. */
    public List<String> received() {
        List<String> all = List.copyOf(received);
        received.clear();
        return all;
    }

    /** The longest time for which it was not to be read, microseconds. */
    public long rested() {
        return rested;
    }

    /** The code it was closed with, 0 if it is open. */
    public int closeCode() {
        return closeCode;
    }

    /** The reason it was closed with. */
    public @Nullable String closeReason() {
        return closeReason;
    }

    @Override
    public long id() {
        return id;
    }

    @Override
    public String address() {
        return "127.0.0.1";
    }

    @Override
    public void follow(Frame greeting, Ring ring, long from, Backlog backlog) {
        cursor.follow(greeting, ring, from, backlog, this::pump);
        pump();
    }

    @Override
    public void tell(Frame frame, long after) {
        cursor.tell(frame, after);
        pump();
    }

    @Override
    public void latest(String key, Frame frame) {
        cursor.latest(key, frame);
        pump();
    }

    @Override
    public void rest(long micros) {
        rested = Math.max(rested, micros);
    }

    @Override
    public boolean behind() {
        return cursor.behind();
    }

    @Override
    public void close(int code, String reason) {
        if (closeCode == 0) {
            closeCode = code;
            closeReason = reason;
        }
    }
}
