package tutti.client.audio;

import java.lang.management.ManagementFactory;
import java.util.Set;
import tutti.client.state.Figures;
import tutti.model.PatternSlot;
import tutti.model.Session;

/**
 * What the engine costs: {@code figure NAME VALUE UNIT} lines. "Times" is how much faster than real time one core
 * renders. Each figure is the best of some runs, since the machine may be busy with other things.
 */
public final class EngineBench {
    private static final Figures FIGURES = new Figures("engine");
    private static final int RUNS = 7;
    private static final int STEPS = 20_000_000;

    private EngineBench() {}

    /** Prints the figures. */
    public static void main(String[] arguments) {
        Instruments instruments = new Instruments(SoundCatalogue.load());
        FIGURES.say("machine", machine(), "ns");
        FIGURES.say("realtime.demo", best(score(instruments, Studio.demo("first-light")), 20), "times");
        FIGURES.say("realtime.64-recordings", best(score(instruments, full("sample:bass-woodsy-c")), 5), "times");
        FIGURES.say("realtime.64-subtractive", best(score(instruments, full("sub")), 5), "times");
        FIGURES.say("realtime.64-mixed", best(score(instruments, mixed()), 5), "times");
        Session demo = Studio.demo("first-light");
        OfflineRenderer renderer = new OfflineRenderer(instruments);
        long start = System.nanoTime();
        renderer.render(demo, PatternSlot.A, 128 * 72_000 / 122 * 10);
        FIGURES.say("export.128-steps", (System.nanoTime() - start) / 1e6, "ms");
        compile(instruments, demo);
    }

    /** A multiplication and an addition that wait for those before: by how much this machine is slow now. */
    private static double machine() {
        double best = Double.MAX_VALUE;
        double sum = 0;
        for (int run = 0; run < RUNS; run++) {
            long start = processorTime();
            for (int i = 0; i < STEPS; i++) {
                sum = sum * 0.999 + i;
            }
            best = Math.min(best, (processorTime() - start) / (double) STEPS);
        }
        return sum > 0 ? best : Double.NaN;
    }

    private static void compile(Instruments instruments, Session demo) {
        ScoreCompiler compiler = new ScoreCompiler(instruments);
        double best = Double.MAX_VALUE;
        for (int run = 0; run < 2_000; run++) {
            long start = System.nanoTime();
            compiler.compile(demo, tutti.music.Timeline.startingAt(0, demo.tempo()), Studio.launched());
            best = Math.min(best, (System.nanoTime() - start) / 1e3);
        }
        FIGURES.say("compile", best, "us");
    }

    private static Score score(Instruments instruments, Session session) {
        return Studio.score(instruments, session);
    }

    /** Sixteen tracks whose long notes keep all voices busy. */
    private static Session full(String instrument) {
        return Studio.session(tracks(instrument, instrument));
    }

    private static Session mixed() {
        return Studio.session(tracks("sub", "sample:key-c4"));
    }

    private static String tracks(String even, String odd) {
        StringBuilder text = new StringBuilder("tempo 14000\n");
        for (int i = 0; i < 16; i++) {
            text.append("track t")
                    .append(i)
                    .append(' ')
                    .append(i % 2 == 0 ? even : odd)
                    .append(" T\n");
            text.append("set volume -24000 sub.sustain 900 filter.type low filter.cutoff 4000\nsteps xxxxxxxx\n");
            text.append("all gate 400 pitch ").append(i - 8).append('\n');
        }
        return text.toString();
    }

    private static double best(Score score, int seconds) {
        double best = 0;
        for (int run = 0; run < RUNS; run++) {
            AudioEngine engine = new AudioEngine(0);
            engine.listen(new Ears(0, false, Set.of(), Set.of()));
            engine.play(score);
            float[] left = new float[128];
            float[] right = new float[128];
            long start = processorTime();
            for (int frames = 0; frames < seconds * Studio.RATE; frames += 128) {
                engine.render(left, right, 128);
            }
            best = Math.max(best, seconds * 1e9 / (processorTime() - start));
        }
        return best;
    }

    /** Of this thread: what others do on the machine does not count. */
    private static long processorTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
