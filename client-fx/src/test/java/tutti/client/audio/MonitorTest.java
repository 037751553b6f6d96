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

/**
 * A real device, a real recording: PulseAudio with a null sink, whose monitor is recorded while a JVM of its own plays.
 * Needs Debian's pulseaudio, pulseaudio-utils and libasound2-plugins, and is left out, with the reason, where they are
 * missing.
 */
@Tag("long")
class MonitorTest {
    private static final int BEAT = 24_000;
    private static final int SECONDS = 12;
    /** Beats of four seconds. */
    private static final int SETTLED = 8;

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
        words.addAll(0, command[0].endsWith("java") ? List.of() : first());
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
     */
    private static List<String> first() {
        return installed("chrt") && "root".equals(System.getProperty("user.name"))
                ? List.of("chrt", "-f", "4")
                : List.of();
    }

    private static boolean installed(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    @Test
    void beats_are_recorded_where_the_document_says_within_one_block() throws IOException, InterruptedException {
        assumeTrue(installed("pulseaudio") && installed("parec"), "no pulseaudio and parec here");
        int worst = Integer.MAX_VALUE;
        for (int attempt = 0; attempt < ATTEMPTS && worst > OutputLoop.BLOCK; attempt++) {
            home = Files.createDirectory(folder.resolve("attempt-" + attempt));
            worst = worst(onsets(recorded()));
            end();
        }
        System.out.println("the worst onset is off by " + worst + " frames");
        assertEquals(0, worst, OutputLoop.BLOCK, "a beat is off by so many frames");
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
                "" + SECONDS);
        assertTrue(player.waitFor(120, TimeUnit.SECONDS), "the player ends");
        String state = Files.readString(said);
        assumeTrue(state.contains("Playing["), "Java Sound finds no device through ALSA: " + state);
        return Files.readAllBytes(recording);
    }

    private static List<Integer> onsets(byte[] raw) {
        ByteBuffer frames = ByteBuffer.wrap(raw).order(ByteOrder.LITTLE_ENDIAN);
        List<Integer> onsets = new ArrayList<>();
        for (int i = 0; i < raw.length / 4; i++) {
            if (Math.abs(frames.getShort(4 * i)) > 3_000) {
                onsets.add(i);
            }
        }
        return onsets;
    }

    /** From the fourth second on, when the device's clock is known: each beat against the median of all. */
    private static int worst(List<Integer> onsets) {
        assertTrue(onsets.size() >= SECONDS, "only " + onsets.size() + " beats were heard");
        List<Integer> known = onsets.subList(SETTLED, onsets.size());
        List<Integer> late = known.stream()
                .map(onset -> onset - Math.round((float) (onset - known.getFirst()) / BEAT) * BEAT)
                .sorted()
                .toList();
        int median = late.get(late.size() / 2);
        return Math.max(median - late.getFirst(), late.getLast() - median);
    }
}
