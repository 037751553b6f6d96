package tutti.client.audio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The table of sounds says what is true of each file; measured anew here. */
class SoundTableTest {
    private static float[] samples(Sound sound) throws IOException {
        return Wav.parse(Table.bytes(sound.id() + ".wav")).mono();
    }

    @Test
    void loudness_and_peak_are_those_of_the_file() throws IOException {
        for (Sound sound : SoundCatalogue.load().sounds()) {
            float[] samples = samples(sound);
            double peak = 0;
            for (float sample : samples) {
                peak = Math.max(peak, Math.abs(sample));
            }
            assertEquals(sound.peak() / 10.0, Studio.decibels(peak), 0.06, sound.id());
            assertEquals(sound.loudness() / 10.0, LoudnessMeter.momentary(samples), 0.11, sound.id());
        }
    }

    /** In the spectrum around the root, or an octave or twelfth above it, stands a peak where root and cents say. */
    @Test
    @Tag("slow")
    void each_root_is_in_the_sound() throws IOException {
        for (Sound sound : SoundCatalogue.load().sounds()) {
            if (sound.root().isPresent()) {
                double root = sound.root().get() + sound.cents() / 100.0;
                float[] samples = samples(sound);
                double nearest = 100;
                for (int partial = 1; partial <= 6 && nearest > 12; partial++) {
                    double note = root + 12 * Math.log(partial) / Math.log(2);
                    nearest = Math.min(nearest, Math.abs(Spectrum.peakNear(samples, note) - note) * 100);
                }
                assertTrue(nearest <= 12, sound.id() + " is " + nearest + " cents off");
            }
        }
    }

    @Test
    void every_file_has_a_row_and_a_licence() {
        String licences = new String(Table.bytes("LICENSES.md"), StandardCharsets.UTF_8);
        assertEquals(78, SoundCatalogue.load().sounds().size());
        for (Sound sound : SoundCatalogue.load().sounds()) {
            assertTrue(licences.contains(sound.id() + ".wav"), sound.id());
        }
        assertTrue(new String(Table.bytes("CC0-1.0.txt"), StandardCharsets.UTF_8).contains("CC0"));
    }

    @Test
    void every_drum_role_has_a_sound() {
        var roles = SoundCatalogue.load().sounds().stream().map(Sound::role).collect(Collectors.toSet());
        assertEquals(Role.values().length, roles.size());
    }

    @Test
    void a_wav_file_comes_back_as_it_was_written() throws IOException {
        float[][] sound = {{0, 0.5f, -0.25f, -1}, {0.125f, -0.75f, 0.999f, 2}};
        for (int bits : new int[] {16, 24}) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            new Wav(48_000, sound).write(out, bits);
            Wav back = Wav.parse(out.toByteArray());
            assertEquals(48_000, back.rate());
            for (int c = 0; c < 2; c++) {
                for (int i = 0; i < 4; i++) {
                    assertEquals(Math.min(1, sound[c][i]), back.channel(c)[i], Math.pow(2, -bits + 1));
                }
            }
        }
    }

    @Test
    void a_damaged_wav_file_is_an_io_error_and_nothing_else() throws IOException {
        byte[] good = Table.bytes("tick.wav");
        Random random = new Random(11);
        int refused = 0;
        for (int round = 0; round < 20_000; round++) {
            byte[] bad = Arrays.copyOf(good, random.nextInt(good.length));
            for (int i = 0; i < 3 && bad.length > 0; i++) {
                bad[random.nextInt(Math.min(60, bad.length))] = (byte) random.nextInt();
            }
            try {
                Wav.parse(bad);
            } catch (IOException expected) {
                refused++;
            }
        }
        assertTrue(refused > 5_000, refused + " of 20,000 with seed 11");
    }
}
