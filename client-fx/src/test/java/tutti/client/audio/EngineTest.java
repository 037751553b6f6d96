package tutti.client.audio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tutti.model.NodeId;
import tutti.model.Session;

/** The engine as a whole: the same samples however it is asked, nothing allocated, the same bits on every machine. */
class EngineTest {
    private static final Session EVERYTHING = Studio.session(
            "tempo 17300",
            "swing 370",
            "seed 5",
            "track a sample:synth/hat-closed A",
            "set volume 0 choke 1 filter.type band filter.cutoff 6000",
            "steps xxXxoxx",
            "lane value 1/32",
            "all ratchet 3 ramp 40 pitch 3",
            "2 chance 40 nudge -300",
            "track b sub B",
            "set pan 300 sub.resonance 700 sub.noise 200 drive 9000",
            "steps x-xxx--x",
            "1 gate 250",
            "3 tie true",
            "4 tie true",
            "5 condition !neighbour",
            "track c sample:synth/hat-open C",
            "set choke 1 swing 0",
            "steps x-x",
            "lane value 1/8T",
            "all pitch -7",
            "track d sample:key-c4 D",
            "set transpose 5",
            "steps x---x",
            "lane restart 1",
            "all gate 380");

    private static Score score(Session session) {
        return Studio.score(new Instruments(SoundCatalogue.load()), session);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 32, 128, 255})
    void samples_do_not_depend_on_how_blocks_are_cut(int block) {
        Score score = score(EVERYTHING);
        int frames = block == 1 ? 48_000 : 240_000;
        float[][] whole = OfflineRenderer.render(score, 0, frames, Limits.CHUNK, new Sinc());
        float[][] cut = OfflineRenderer.render(score, 0, frames, block, new Sinc());
        assertArrayEquals(whole[0], cut[0]);
        assertArrayEquals(whole[1], cut[1]);
    }

    @Test
    void a_block_of_1000_frames_is_the_same_as_any_other() {
        float[][] one = listen(1_000, 96);
        float[][] other = listen(32, 3_000);
        assertArrayEquals(one[0], other[0]);
        assertArrayEquals(one[1], other[1]);
    }

    private static float[][] listen(int block, int blocks) {
        AudioEngine engine = new AudioEngine(0);
        engine.listen(new Ears(-3_000, true, Set.of(), Set.of()));
        engine.play(score(EVERYTHING));
        float[][] all = new float[2][block * blocks];
        float[] left = new float[block];
        float[] right = new float[block];
        for (int i = 0; i < blocks; i++) {
            engine.render(left, right, block);
            System.arraycopy(left, 0, all[0], i * block, block);
            System.arraycopy(right, 0, all[1], i * block, block);
        }
        return all;
    }

    @Test
    void ten_seconds_allocate_nothing() {
        AudioEngine engine = new AudioEngine(0);
        engine.listen(new Ears(0, true, Set.of(new NodeId("c")), Set.of()));
        Score first = score(EVERYTHING);
        Score second = score(Studio.demo("slow-burn"));
        float[] left = new float[480];
        float[] right = new float[480];
        List<Score> scores = List.of(first, second);
        assertEquals(0, allocated(block -> {
            engine.play(scores.get(block / 100 % 2));
            engine.render(left, right, 480);
        }));
    }

    @Test
    void a_voice_that_allocates_in_one_block_of_a_thousand_is_seen() {
        AudioEngine engine = new AudioEngine(0);
        engine.play(score(EVERYTHING));
        float[] left = new float[480];
        float[][] kept = new float[1][];
        long seen = allocated(block -> {
            engine.render(left, left, 480);
            kept[0] = block == 500 ? new float[1] : kept[0];
        });
        assertTrue(seen >= Float.BYTES, seen + " bytes");
    }

    /**
     * Bytes that this thread allocates while it renders ten seconds, in the best of five windows: what the compiler
     * itself moves does not count.
     */
    private static long allocated(IntConsumer render) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        for (int window = 0; window < 5 && least > 0; window++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int block = 0; block < 1_000; block++) {
                render.accept(block);
            }
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        return least;
    }

    @Test
    void a_bar_is_the_same_bits_on_every_machine() throws NoSuchAlgorithmException {
        assertEquals("742c392474caf422", hash(score(Studio.demo("first-light")), 94_500));
        assertEquals("afc0d018724248a8", hash(score(EVERYTHING), 94_500));
    }

    private static String hash(Score score, int frames) throws NoSuchAlgorithmException {
        float[][] sound = OfflineRenderer.render(score, 0, frames, Limits.CHUNK, new Sinc());
        ByteBuffer bytes = ByteBuffer.allocate(8 * frames);
        for (int i = 0; i < frames; i++) {
            bytes.putInt(Float.floatToRawIntBits(sound[0][i])).putInt(Float.floatToRawIntBits(sound[1][i]));
        }
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes.array());
        return HexFormat.of().formatHex(digest, 0, 8);
    }

    @Test
    void solo_and_mute_are_my_ears_own() {
        Session session =
                Studio.session("track a sample:impulse A", "steps x---", "track b sample:impulse B", "steps --x-");
        assertEquals(2, heard(session, Set.of(), Set.of()));
        assertEquals(1, heard(session, Set.of(new NodeId("a")), Set.of()));
        assertEquals(1, heard(session, Set.of(new NodeId("a")), Set.of(new NodeId("a"))));
        assertEquals(0, heard(session, Set.of(), Set.of(new NodeId("elsewhere"))));
    }

    private static int heard(Session session, Set<NodeId> muted, Set<NodeId> solo) {
        AudioEngine engine = new AudioEngine(0);
        engine.listen(new Ears(0, false, muted, solo));
        engine.play(Studio.score(Studio.instruments(), session));
        float[] left = new float[20_000];
        engine.render(left, new float[20_000], 20_000);
        return Studio.onsets(left).size();
    }

    @Test
    void the_click_is_on_every_beat_and_only_for_me() {
        AudioEngine engine = new AudioEngine(0);
        engine.listen(new Ears(0, true, Set.of(), Set.of()));
        engine.play(Studio.score(Studio.instruments(), Studio.track("impulse", "steps -")));
        float[] left = new float[96_000];
        engine.render(left, new float[96_000], 96_000);
        for (int beat = 0; beat < 4; beat++) {
            assertEquals(0, left[Math.max(0, beat * 24_000 - 1)], 1e-6);
            assertTrue(Math.abs(left[beat * 24_000 + 10]) > 0.05, "beat " + beat);
        }
        assertEquals(0, engine.meters().takeMasterPeak(), 1e-6);
    }
}
