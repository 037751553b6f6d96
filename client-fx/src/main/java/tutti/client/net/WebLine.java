package tutti.client.net;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tutti.client.state.Line;
import tutti.sync.CloseReason;

/** A line over WebSocket. One thread of its own dials; each connection has the library's threads. */
public final class WebLine implements Line {
    private static final Logger LOG = LoggerFactory.getLogger(WebLine.class);

    /**
     * How long a server may say nothing.
     *
     * @param opening milliseconds from the dial to the open WebSocket
     * @param first milliseconds from there to the first frame, for which a room may have to be read
     */
    record Waits(long opening, long first) {
        private static final Waits USUAL = new Waits(10_000, 30_000);
    }

    private final Waits waits;
    private final Dialler dialler;
    private final Listener listener;
    private final Backoff backoff;
    private final ScheduledExecutorService dialling;
    private final AtomicReference<@Nullable Call> call = new AtomicReference<>();
    /** Guards the step from a dialled address to a call, which a close must not fall into. */
    private final ReentrantLock connecting = new ReentrantLock();

    private boolean closed;
    private volatile boolean well;
    private volatile Future<?> next = CompletableFuture.completedFuture(null);

    /** Begins to dial. */
    public WebLine(Dialler dialler, Listener listener, RandomGenerator random) {
        this(Waits.USUAL, dialler, listener, random);
    }

    WebLine(Waits waits, Dialler dialler, Listener listener, RandomGenerator random) {
        this.waits = waits;
        this.dialler = dialler;
        this.listener = listener;
        this.backoff = new Backoff(random);
        this.dialling = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("tutti-dial").factory());
        dialling.execute(this::attempt);
    }

    @Override
    public void send(String frame) {
        Call current = call.get();
        if (current != null) {
            current.sendIfOpen(frame);
        }
    }

    @Override
    public void well() {
        well = true;
    }

    @Override
    public void again() {
        Call current = call.get();
        if (current != null) {
            current.drop();
        }
    }

    @Override
    public void close() {
        connecting.lock();
        try {
            closed = true;
            next.cancel(false);
            dialling.shutdownNow();
            Call current = call.getAndSet(null);
            if (current != null) {
                current.hangUp();
            }
        } finally {
            connecting.unlock();
        }
    }

    private void attempt() {
        try {
            connect(new Call(dialler.dial(), new Ends()));
        } catch (IOException e) {
            String why = e.getMessage();
            lost(why == null ? "no server" : why);
        } catch (RuntimeException | Error e) {
            LOG.error("dialling failed", e);
            lost("cannot connect: " + e);
        }
    }

    private void connect(Call fresh) {
        connecting.lock();
        try {
            if (!closed) {
                call.set(fresh);
                expect(fresh, waits.opening());
                fresh.begin();
            }
        } finally {
            connecting.unlock();
        }
    }

    /** Gives {@code from} up unless its server says something within {@code millis}: the library waits for ever. */
    private void expect(Call from, long millis) {
        connecting.lock();
        try {
            if (!closed) {
                Runnable end = () -> from.abandon("the server does not answer");
                from.until(dialling.schedule(end, millis, TimeUnit.MILLISECONDS));
            }
        } finally {
            connecting.unlock();
        }
    }

    private void lost(String why) {
        connecting.lock();
        try {
            if (!closed) {
                listener.broken(why);
                if (well) {
                    backoff.reset();
                    well = false;
                }
                next = dialling.schedule(this::attempt, backoff.next(), TimeUnit.MILLISECONDS);
            }
        } finally {
            connecting.unlock();
        }
    }

    /** Two that hold one outbox would turn each other out for ever. */
    private void replaced() {
        connecting.lock();
        try {
            if (!closed) {
                listener.replaced();
            }
        } finally {
            connecting.unlock();
        }
    }

    /** Hears one connection, and only while it is the current one. */
    private final class Ends implements Call.Hearing {
        @Override
        public void opened(Call from) {
            if (current(from)) {
                expect(from, waits.first());
                listener.opened();
            }
        }

        @Override
        public void frame(Call from, String text) {
            if (current(from)) {
                from.heard();
                listener.frame(text);
            }
        }

        @Override
        public void closed(Call from, int code, String why) {
            if (call.compareAndSet(from, null)) {
                if (code == CloseReason.REPLACED.code()) {
                    replaced();
                } else {
                    lost(why);
                }
            }
        }

        private boolean current(Call from) {
            return call.get() == from;
        }
    }
}
