package tutti.server.net;

import java.util.concurrent.atomic.LongAdder;

/** What the gateway has seen since it opened. Any thread; the numbers only rise. */
public final class Traffic {
    private final LongAdder opened = new LongAdder();
    private final LongAdder turnedAway = new LongAdder();
    private final LongAdder breaches = new LongAdder();
    private final LongAdder silent = new LongAdder();
    private final LongAdder stuck = new LongAdder();
    private final LongAdder messages = new LongAdder();
    private final LongAdder bytesIn = new LongAdder();
    private final LongAdder bytesOut = new LongAdder();

    void opened() {
        opened.increment();
    }

    void turnedAway() {
        turnedAway.increment();
    }

    void breach() {
        breaches.increment();
    }

    void silent() {
        silent.increment();
    }

    void stuck() {
        stuck.increment();
    }

    void message() {
        messages.increment();
    }

    void received(int bytes) {
        bytesIn.add(bytes);
    }

    void sent(int bytes) {
        bytesOut.add(bytes);
    }

    /** Clients that passed the handshake. */
    public long openedTotal() {
        return opened.sum();
    }

    /** Sockets that never became a connection: too many, too slow, too long a header, a foreign host or path. */
    public long turnedAwayTotal() {
        return turnedAway.sum();
    }

    /** Connections closed because of what they sent. */
    public long breachesTotal() {
        return breaches.sum();
    }

    /** Connections closed because they said nothing for {@link Limits#SILENCE_MILLIS}. */
    public long silentTotal() {
        return silent.sum();
    }

    /** Times a sweep found frames waiting in a connection's queue; nearly always the reader is just slow. */
    public long stuckTotal() {
        return stuck.sum();
    }

    /** Messages from clients. */
    public long messagesTotal() {
        return messages.sum();
    }

    /** Bytes from clients, all layers above TCP. */
    public long bytesInTotal() {
        return bytesIn.sum();
    }

    /** Bytes to clients, all layers above TCP. */
    public long bytesOutTotal() {
        return bytesOut.sum();
    }
}
