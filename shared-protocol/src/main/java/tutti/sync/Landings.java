package tutti.sync;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Finds each play, launch and stop once, when its moment has come; what was withdrawn before never lands. To be asked
 * whenever the transport is about to change, and when the {@link #next} is due. Not thread-safe.
 */
public final class Landings {
    private static final long NOTHING = -1;

    private long run;
    private long launched = NOTHING;
    private boolean halted;

    /** Nothing has landed yet. */
    public Landings() {}

    /** What has landed until {@code now}, room time in microseconds, and was not found before. */
    public List<Landing> reach(Transport transport, long now) {
        turn(transport);
        long tick = transport.timeline().tickAt(now);
        List<Landing> landed = new ArrayList<>();
        for (Launch launch : launches(transport).toList()) {
            if (launch.tick() <= tick) {
                landed.add(landing(transport, launch));
                launched = launch.tick();
            }
        }
        halt(transport)
                .filter(halt -> halt.tick() <= tick && launched != NOTHING)
                .ifPresent(halt -> {
                    landed.add(new Landing(
                            Landing.Kind.STOP, micros(transport, halt.tick()), halt.by(), Optional.empty()));
                    halted = true;
                });
        return landed;
    }

    /** When something lands next, room time in microseconds, unless the transport changes. */
    public OptionalLong next(Transport transport) {
        turn(transport);
        LongStream ticks = LongStream.concat(
                launches(transport).mapToLong(Launch::tick),
                halt(transport).stream().mapToLong(Halt::tick));
        OptionalLong soonest = ticks.min();
        return soonest.isPresent() ? OptionalLong.of(micros(transport, soonest.getAsLong())) : soonest;
    }

    /** Another run begins with nothing; a room that never played has nothing to tell. */
    private void turn(Transport transport) {
        if (transport.run() != run) {
            run = transport.run();
            launched = NOTHING;
            halted = false;
        }
        halted = halted && transport.halt().isPresent();
    }

    private Stream<Launch> launches(Transport transport) {
        long end = transport.halt().map(Halt::tick).orElse(Long.MAX_VALUE);
        return transport.launches().stream()
                .filter(launch -> run > 0 && launch.tick() > launched && launch.tick() < end);
    }

    private Optional<Halt> halt(Transport transport) {
        return transport.halt().filter(halt -> run > 0 && !halted);
    }

    private static long micros(Transport transport, long tick) {
        return transport.timeline().microsAt(tick);
    }

    private static Landing landing(Transport transport, Launch launch) {
        Landing.Kind kind = launch.tick() == 0 ? Landing.Kind.PLAY : Landing.Kind.LAUNCH;
        return new Landing(kind, micros(transport, launch.tick()), launch.by(), Optional.of(launch.pattern()));
    }
}
