package tutti.server.room;

import java.util.concurrent.TimeUnit;

/** The two clocks of a server. Any thread. */
public interface RoomTime {
    /** Steady microseconds; only differences mean anything. */
    long micros();

    /** Milliseconds since 1970, for people to read. */
    long wall();

    /** The clocks of this machine; the steady one begins with the server. */
    static RoomTime system() {
        long start = System.nanoTime();
        return new RoomTime() {
            @Override
            public long micros() {
                return TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - start);
            }

            @Override
            public long wall() {
                return System.currentTimeMillis();
            }
        };
    }
}
