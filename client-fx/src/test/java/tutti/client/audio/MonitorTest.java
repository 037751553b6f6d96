package tutti.client.audio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tutti.client.app.MonitorPlayer;
import tutti.model.Session;

/**
 * A real device, a real recording: PulseAudio with a null sink, whose monitor is recorded while a JVM of its own plays
 * the demo as a window does. Needs Debian's pulseaudio, pulseaudio-utils and libasound2-plugins. Where they are missing
 * it is left out, with the reason; with {@code -Dtutti.monitor=true} that is a failure.
 */
@Tag("long")
class MonitorTest {
    private static final int BARS = 16;
    /** For so long the device is the same before play is pressed: its buffer grows while it has gaps. */
    private static final int SECONDS_BEFORE = 12;
    /** 16 bars at 122 BPM take 31.5 s. */
    private static final int SECONDS = 34;

    /** The null sink's clock runs 265 ppm fast against the machine's, and the engine follows it. */
    private static final double MOST_SLOPE = 500e-6;

    /** What is wrong with the sound is so each time; a gap that a busy machine makes is not. */
    private static final int ATTEMPTS = 3;

    @TempDir
    private Path folder;

    private Path home = Path.of("");
    private final List<Process> processes = new ArrayList<>();

    @AfterEach
    void end() throws InterruptedException {
        for (Process process : processes.reversed()) {
            process.destroy();
            process.waitFor(10, TimeUnit.SECONDS);
        }
        processes.clear();
    }

    private Process start(Path output, String... command) throws IOException {
        List<String> words = new ArrayList<>(List.of(command));
        words.addAll(0, first(command[0].endsWith("java") ? 3 : 4));
        ProcessBuilder builder =
                new ProcessBuilder(words).redirectErrorStream(output.toString().endsWith(".log"));
        builder.redirectOutput(output.toFile());
        builder.environment().put("HOME", home.toString());
        builder.environment().put("XDG_RUNTIME_DIR", home.toString());
        builder.environment().put("PULSE_SERVER", "unix:" + home.resolve("native"));
        Process process = builder.start();
        processes.add(process);
        return process;
    }

    /**
     * A machine that is busy with other things must not judge the sound: before all ordinary programs, where we may.
     * The sound server comes before the player, whose compiler else takes its time.
     */
    private static List<String> first(int priority) {
        return installed("chrt") && "root".equals(System.getProperty("user.name"))
                ? List.of("chrt", "-r", "" + priority)
                : List.of();
    }

    private static boolean installed(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    /** Leaves the test out, or fails where it was asked for. */
    private static void needs(boolean there, String what) {
        assertTrue(there || !Boolean.getBoolean("tutti.monitor"), what);
        assumeTrue(there, what);
    }

    @Test
    void the_demo_is_recorded_where_the_document_says_within_one_block() throws IOException, InterruptedException {
        needs(installed("pulseaudio") && installed("parec"), "no pulseaudio and parec here");
        Session session = Studio.demo("first-light");
        List<Onsets.Due> due = Onsets.due(session, SoundCatalogue.load(), BARS);
        List<String> wrong = List.of("nothing was played");
        for (int attempt = 0; attempt < ATTEMPTS && !wrong.isEmpty(); attempt++) {
            home = Files.createDirectory(folder.resolve("attempt-" + attempt));
            wrong = wrong(session, due, new Onsets(frames(recorded())));
            end();
        }
        assertEquals(List.of(), wrong);
    }

    /** What is not within a block of where the document says, by the device's own clock. */
    private static List<String> wrong(Session session, List<Onsets.Due> all, Onsets recording) {
        int launch = recording.launch(session, all);
        List<Onsets.Due> due = recording.after(all, launch);
        if (due.size() < all.size() / 2) {
            return List.of("the demo was hardly played");
        }
        List<Onsets.Found> found = recording.find(due, launch);
        Line line = Line.through(found.stream().filter(Onsets.Found::heard).toList());
        List<String> wrong = new ArrayList<>();
        if (Math.abs(line.slope()) > MOST_SLOPE) {
            wrong.add("no device's clock is wrong by so much: " + line.slope());
        }
        double worst = 0;
        for (Onsets.Found note : found) {
            double late = note.late() - line.at(note.due().frame());
            worst = note.heard() ? Math.max(worst, Math.abs(late)) : worst;
            if (!note.heard() || Math.abs(late) > OutputLoop.BLOCK) {
                wrong.add(note.due().track() + ", step " + note.due().step() + ": "
                        + (note.heard() ? Math.round(late) + " frames late" : "not heard"));
            }
        }
        System.out.println(due.size() + " drums due, " + Math.round(worst) + " frames at most from their places; "
                + "the device's clock is " + Math.round(line.slope() * 1e6) + " ppm fast");
        return wrong;
    }

    /** When the launch was, and how fast the device's clock runs, of which a recording's frames are: least squares. */
    private record Line(double start, double slope) {
        static Line through(List<Onsets.Found> found) {
            double x =
                    found.stream().mapToDouble(n -> n.due().frame()).average().orElseThrow();
            double y = found.stream().mapToDouble(Onsets.Found::late).average().orElseThrow();
            double xx = 0;
            double xy = 0;
            for (Onsets.Found note : found) {
                xx += (note.due().frame() - x) * (note.due().frame() - x);
                xy += (note.due().frame() - x) * (note.late() - y);
            }
            return new Line(y - xy / xx * x, xy / xx);
        }

        double at(long frame) {
            return start + slope * frame;
        }
    }

    private byte[] recorded() throws IOException, InterruptedException {
        Files.writeString(home.resolve(".asoundrc"), "pcm.!default { type pulse }\nctl.!default { type pulse }\n");
        start(
                home.resolve("pulse.log"),
                "pulseaudio",
                "--daemonize=no",
                "-n",
                "--exit-idle-time=-1",
                "-L",
                "module-null-sink sink_name=tutti rate=48000",
                "-L",
                "module-native-protocol-unix auth-anonymous=1 socket=" + home.resolve("native"));
        Await.until(() -> Files.exists(home.resolve("native")));
        Path recording = home.resolve("monitor.raw");
        start(recording, "parec", "-d", "tutti.monitor", "--rate=48000", "--channels=2", "--format=s16le", "--raw");
        Path said = home.resolve("player.log");
        Process player = start(
                said,
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                MonitorPlayer.class.getName(),
                "" + SECONDS_BEFORE,
                "" + SECONDS);
        assertTrue(player.waitFor(150, TimeUnit.SECONDS), "the player ends");
        String state = Files.readString(said);
        needs(state.contains("Playing["), "Java Sound finds no device through ALSA: " + state);
        return Files.readAllBytes(recording);
    }

    private static float[] frames(byte[] raw) {
        ByteBuffer samples = ByteBuffer.wrap(raw).order(ByteOrder.LITTLE_ENDIAN);
        float[][] sides = new float[2][raw.length / 4];
        for (int i = 0; i < sides[0].length; i++) {
            sides[0][i] = samples.getShort(4 * i) / 32_768f;
            sides[1][i] = samples.getShort(4 * i + 2) / 32_768f;
        }
        return Studio.mono(sides);
    }
}
