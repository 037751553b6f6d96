package tutti.client.audio;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tutti.model.PatternSlot;
import tutti.model.Session;
import tutti.music.DemoText;
import tutti.music.Timeline;

/** What tests of sound share: sessions in the text form of the demos, sounds made of numbers, and ways to listen. */
final class Studio {
    /** One sample at full scale, then nothing: shows where a note begins, and its gain. */
    static final String IMPULSE = "impulse";
    /** Two seconds of full scale that a gate cuts: shows how long a note is. */
    static final String HELD = "held";
    /** The same, playing out. */
    static final String OUT = "out";
    /** Four seconds of a sine of 1 kHz, a 440th of full scale under it. */
    static final String SINE = "sine";

    static final double SINE_HERTZ = 1_000;
    static final int RATE = 48_000;

    private Studio() {}

    static Instruments instruments() {
        Map<Sound, Pcm> sounds = new LinkedHashMap<>();
        sounds.put(sound(IMPULSE, false), new Pcm(new float[] {1}));
        sounds.put(sound(HELD, true), new Pcm(ones()));
        sounds.put(sound(OUT, false), new Pcm(ones()));
        float[] sine = new float[4 * RATE];
        for (int i = 0; i < sine.length; i++) {
            sine[i] = (float) (0.5 * Math.sin(2 * Math.PI * SINE_HERTZ * i / RATE));
        }
        sounds.put(sound(SINE, false), new Pcm(sine));
        return new Instruments(SoundCatalogue.of(sounds));
    }

    private static float[] ones() {
        float[] ones = new float[2 * RATE];
        java.util.Arrays.fill(ones, 1);
        return ones;
    }

    private static Sound sound(String id, boolean held) {
        return new Sound(id, id, id, Role.PERC, held, Optional.empty(), 0, "", 0, 0);
    }

    /** A session with one track at 0 dB, 120 BPM unless told otherwise. */
    static Session track(String sound, String... lines) {
        return session("track a sample:" + sound + " A", "set volume 0", String.join("\n", lines));
    }

    static Session session(String... lines) {
        return DemoText.parse(String.join("\n", lines));
    }

    static Session demo(String name) {
        try (InputStream in = DemoText.class.getResourceAsStream("/tutti/demos/" + name + ".txt")) {
            return DemoText.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Score score(Instruments instruments, Session session) {
        Timeline timeline = Timeline.startingAt(0, session.tempo());
        return new ScoreCompiler(instruments).compile(session, timeline, launched());
    }

    static List<Launch> launched() {
        return List.of(new Launch(PatternSlot.A, 0, 0, Launch.OPEN));
    }

    /** The left side of a session's first frames, with the sounds of this class. */
    static float[] left(Session session, int frames) {
        return new OfflineRenderer(instruments()).render(session, PatternSlot.A, frames)[0];
    }

    /** Both sides together. */
    static float[] mono(float[][] sound) {
        float[] mono = new float[sound[0].length];
        for (int i = 0; i < mono.length; i++) {
            mono[i] = (sound[0][i] + sound[1][i]) / 2;
        }
        return mono;
    }

    /** Frames on which something begins that was silent on the frame before. */
    static List<Long> onsets(float[] sound) {
        List<Long> onsets = new ArrayList<>();
        for (int i = 0; i < sound.length; i++) {
            if (Math.abs(sound[i]) > 1e-4 && (i == 0 || Math.abs(sound[i - 1]) <= 1e-4)) {
                onsets.add((long) i);
            }
        }
        return onsets;
    }

    /** The frame of {@code thousandths} of a 16th after the start, exactly: floor(t · 60 · 48,000 / (4 · BPM)). */
    static long frame(long thousandths, int centiBpm) {
        return Math.floorDiv(thousandths * 72_000L, 1L * centiBpm);
    }

    static double decibels(double gain) {
        return 20 * Math.log10(gain);
    }
}
