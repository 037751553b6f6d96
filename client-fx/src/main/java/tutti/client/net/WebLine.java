package tutti.client.net;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A line over WebSocket. One thread of its own dials; each connection has the library's threads. */
public final class WebLine implements Line {
    private static final Logger LOG = LoggerFactory.getLogger(WebLine.class);

    private final Dialler dialler;
    private final Listener listener;
    private final Backoff backoff;
    private final ScheduledExecutorService dialling;
    private final AtomicReference<Optional<Call>> call = new AtomicReference<>(Optional.empty());

    /** Begins to dial. */
    public WebLine(Dialler dialler, Listener listener, RandomGenerator random) {
        this.dialler = dialler;
        this.listener = listener;
        this.backoff = new Backoff(random);
        this.dialling = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("tutti-dial").factory());
        dialling.execute(this::attempt);
    }

    @Override
    public void send(String frame) {
        call.get().ifPresent(current -> current.sendIfOpen(frame));
    }

    @Override
    public void again() {
        call.get().ifPresent(Call::drop);
    }

    @Override
    public void close() {
        dialling.shutdownNow();
        call.getAndSet(Optional.empty()).ifPresent(Call::hangUp);
    }

    private void attempt() {
        try {
            URI address = dialler.dial();
            Call next = new Call(address, new Ends());
            call.set(Optional.of(next));
            next.begin();
        } catch (IOException e) {
            String why = e.getMessage();
            lost(why == null ? "no server" : why);
        } catch (RuntimeException e) {
            LOG.error("dialling failed", e);
            lost("cannot connect: " + e);
        }
    }

    private void lost(String why) {
        if (!dialling.isShutdown()) {
            listener.broken(why);
            dialling.schedule(this::attempt, backoff.next(), TimeUnit.MILLISECONDS);
        }
    }

    /** Hears one connection, and only while it is the current one. */
    private final class Ends implements Call.Hearing {
        @Override
        public void opened(Call from) {
            if (current(from)) {
                backoff.reset();
                listener.opened();
            }
        }

        @Override
        public void frame(Call from, String text) {
            if (current(from)) {
                listener.frame(text);
            }
        }

        @Override
        public void closed(Call from, String why) {
            Optional<Call> now = call.get();
            if (now.filter(c -> c == from).isPresent() && call.compareAndSet(now, Optional.empty())) {
                lost(why);
            }
        }

        private boolean current(Call from) {
            return call.get().filter(c -> c == from).isPresent();
        }
    }
}
