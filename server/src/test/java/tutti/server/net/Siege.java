package tutti.server.net;

import java.io.IOException;

/** What goes on for a whole round of an attack. One thread. */
interface Siege extends AutoCloseable {
    /** Begins one. */
    @FunctionalInterface
    interface Camp {
        /** The enemies are there from now on. */
        Siege pitch(Attack attack) throws IOException;
    }

    /** One pass of an attack that begins anew each time; fails if the server let it through. */
    @FunctionalInterface
    interface Strike {
        /** The whole of it. */
        void once(Attack attack) throws IOException;
    }

    /** What they do again and again; fails if the server lets it through. */
    void press() throws IOException;

    /** They go; fails unless the server has held its bound for all that time. */
    @Override
    void close() throws IOException;

    /** The same pass again and again. */
    static Camp of(Strike strike) {
        return attack -> new Siege() {
            @Override
            public void press() throws IOException {
                strike.once(attack);
            }

            @Override
            public void close() {}
        };
    }
}
