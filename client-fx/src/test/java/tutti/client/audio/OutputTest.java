package tutti.client.audio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import javax.sound.sampled.LineUnavailableException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Frames are heard when the room's clock says, whatever the device does; in simulated time. */
class OutputTest {
    private static final long SECOND = 1_000_000_000L;
    private static final int BEAT = 24_000;
    /** The room's time began this long before the machine's. */
    private static final long ORIGIN = -7_654_321_987L;

    private final RoomClock clock = RoomClock.alone(ORIGIN);
    private final AudioEngine engine = new AudioEngine(0);
    private final AudioEngineLoop made = new AudioEngineLoop();

    /** The loop reads the time of whichever sink is played. */
    private final class AudioEngineLoop {
        private SimulatedSink sink = new SimulatedSink(48_000, 48_000, 512);
        private final OutputLoop loop = new OutputLoop(engine, clock, () -> sink.nanoTime());
    }

    private OutputLoop.End play(SimulatedSink sink, double seconds, double stallAt) {
        made.sink = sink;
        engine.listen(new Ears(0, false, Set.of(), Set.of()));
        engine.play(Studio.score(Studio.instruments(), Studio.track("impulse", "steps x---")));
        boolean[] stalled = {false};
        return made.loop.run(sink, () -> {
            if (!stalled[0] && stallAt > 0 && sink.nanoTime() > stallAt * SECOND) {
                stalled[0] = true;
                sink.stall(0.3);
            }
            return sink.nanoTime() < seconds * SECOND;
        });
    }

    /** How far from a beat of the room each beat was heard, in milliseconds, from the {@code from}th on. */
    private static double worst(List<Double> heard, int from) {
        double worst = 0;
        for (double nano : heard.subList(from, heard.size())) {
            double beats = (nano - ORIGIN) / SECOND * 48_000 / BEAT;
            worst = Math.max(worst, Math.abs(beats - Math.rint(beats)) * BEAT / 48);
        }
        return worst;
    }

    @Test
    void a_true_device_is_in_time_from_the_first_beat() {
        SimulatedSink sink = new SimulatedSink(48_000, 48_000, 1_024);
        assertEquals(OutputLoop.End.CLOSED, play(sink, 20, 0));
        assertEquals(40, sink.heard().size(), 1);
        assertTrue(worst(sink.heard(), 0) < 0.1, worst(sink.heard(), 0) + " ms");
    }

    @Test
    @Tag("slow")
    void a_device_whose_clock_is_off_by_200_ppm_stays_within_a_few_ms_and_loses_no_beat() {
        for (double ppm : new double[] {-200, 200}) {
            SimulatedSink sink = new SimulatedSink(48_000, 48_000 * (1 + ppm / 1e6), 1_024);
            play(sink, 120, 0);
            assertEquals(240, sink.heard().size(), 1);
            assertTrue(worst(sink.heard(), 0) < 6.1, ppm + " ppm: " + worst(sink.heard(), 0) + " ms");
        }
    }

    @Test
    @Tag("slow")
    void after_a_gap_it_is_in_time_again_within_a_second() {
        SimulatedSink sink = new SimulatedSink(48_000, 48_000, 1_024);
        assertEquals(OutputLoop.End.CLOSED, play(sink, 20, 5.1));
        assertTrue(worst(sink.heard().subList(0, 10), 0) < 0.1);
        assertTrue(worst(sink.heard(), 13) < 0.1, worst(sink.heard(), 13) + " ms");
    }

    @Test
    void an_estimate_that_moves_by_three_ms_moves_no_beat_by_more_than_a_block() {
        SimulatedSink sink = new SimulatedSink(48_000, 48_000, 1_024);
        RoomClock settling = nano -> clock.frameAt(nano) + (sink.nanoTime() > 5 * SECOND ? 140 : 0);
        engine.play(Studio.score(Studio.instruments(), Studio.track("impulse", "steps x---")));
        new OutputLoop(engine, settling, sink::nanoTime).run(sink, () -> sink.nanoTime() < 20 * SECOND);
        assertEquals(40, sink.heard().size(), 1);
        double apart = worst(sink.heard(), 0) * 48;
        assertTrue(apart > 140 - 97 && apart < OutputLoop.BLOCK, apart + " frames");
    }

    @Test
    @Tag("slow")
    void a_device_of_44100_is_fed_in_between() {
        SimulatedSink sink = new SimulatedSink(44_100, 44_100, 1_024);
        play(sink, 20, 0);
        assertTrue(worst(sink.heard(), 0) < 0.3, worst(sink.heard(), 0) + " ms");
    }

    @Test
    void a_device_that_starves_in_silence_is_found_out_in_little_more_than_a_second() {
        SimulatedSink sink = new SimulatedSink(48_000, 48_000 * 0.08, 128);
        assertEquals(OutputLoop.End.STARVED, play(sink, 20, 0));
        assertTrue(sink.nanoTime() < 1.2 * SECOND);
    }

    @Test
    void a_device_that_goes_away_is_said_to_be_gone() {
        SimulatedSink sink = new SimulatedSink(48_000, 48_000, 1_024).goingAfter(100_000);
        assertEquals(OutputLoop.End.GONE, play(sink, 20, 0));
    }

    @Test
    void the_playhead_shows_what_is_heard() {
        SimulatedSink sink = new SimulatedSink(48_000, 48_000, 4_096);
        play(sink, 3, 0);
        long now = sink.nanoTime();
        assertEquals(clock.frameAt(now), made.loop.heardFrame(now), 5);
    }

    @Test
    void frames_and_nanoseconds_are_the_same_time() {
        assertEquals(48_000, RoomClock.alone(ORIGIN).frameAt(ORIGIN + SECOND));
        assertEquals(-1, RoomClock.framesIn(-1));
        assertEquals(SECOND, RoomClock.nanosOf(48_000));
    }

    /** A card that takes some frames and is gone then, or goes on. */
    private record Plugged(SimulatedSink sink, CountDownLatch heard) implements AudioDevice.Card {
        @Override
        public int rate() {
            return sink.rate();
        }

        @Override
        public int bufferFrames() {
            return sink.bufferFrames();
        }

        @Override
        public int write(byte[] bytes, int frames) {
            heard.countDown();
            return sink.write(bytes, frames);
        }

        @Override
        public void close() {
            heard.countDown();
        }
    }

    @Test
    @Timeout(60)
    void a_device_that_is_plugged_in_later_or_goes_and_comes_again_sounds_by_itself() throws InterruptedException {
        CountDownLatch first = new CountDownLatch(1);
        CountDownLatch second = new CountDownLatch(1);
        List<String> tried = new ArrayList<>();
        AudioDevice.Cards cards = frames -> {
            tried.add("try");
            switch (tried.size()) {
                case 1 -> throw new IllegalArgumentException("nothing there");
                case 2 -> throw new LineUnavailableException("busy");
                case 3 -> throw new IllegalStateException("a driver's fault");
                case 4 -> {
                    return new Plugged(new SimulatedSink(48_000, 48_000, 512).goingAfter(10_000), first);
                }
                default -> {
                    return new Plugged(new SimulatedSink(48_000, 48_000, 512), second);
                }
            }
        };
        Score score = Studio.score(Studio.instruments(), Studio.track("impulse", "steps x---"));
        AudioDevice device = new AudioDevice(new AudioEngine(0), clock, 512, score, cards, 1);
        try (device) {
            first.await();
            second.await();
            assertEquals(new OutputState.Playing(48_000, 512, false), heard(device.state()));
        }
        assertEquals(5, tried.size());
        assertEquals(new OutputState.Closed(), device.state());
    }

    private static OutputState heard(OutputState state) {
        return state instanceof OutputState.Playing(int rate, int frames, boolean first)
                ? new OutputState.Playing(rate, frames, false)
                : state;
    }

    @Test
    @Tag("slow")
    void this_machine_plays_or_says_why_not_and_keeps_the_room_s_time() {
        Score score = Studio.score(Studio.instruments(), Studio.track("impulse", "steps x---"));
        try (AudioDevice device = AudioDevice.open(new AudioEngine(0), clock, 1_024, score)) {
            Await.until(() -> !(device.state() instanceof OutputState.Opening));
            boolean said = device.state() instanceof OutputState.NoDevice none
                    && !none.reason().isBlank();
            assertTrue(said || device.state() instanceof OutputState.Playing, "" + device.state());
            long now = System.nanoTime();
            assertEquals(clock.frameAt(now), device.heardFrame(now), 48_000);
        }
    }
}
