package tutti.server.room;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tutti.server.store.Compacted;
import tutti.server.verify.Folders;
import tutti.server.verify.Verifier;

@Tag("slow")
@Tag("fault")
@DisplayName("One flipped bit in the store's file")
class FlippedBitsTest {
    private static final int SHORT = 40;
    private static final int LONG = 300;
    private static final int CUTS = 8;
    private static final int SESSIONS = 24;
    private static final int BURIED = 4;

    @TempDir
    static Path temporary;

    /** A folder and all that it says while it is whole. */
    private record Base(Path data, Truth truth) {
        static Base of(Path data) throws IOException {
            Compacted.store(data);
            assertEquals(List.of(), verified(data), "verify finds damage where there is none");
            return new Base(data, Truth.of(data));
        }
    }

    /** One with a long history, and one with many small sessions, where most is catalogue. */
    private static List<Base> bases;

    @BeforeAll
    static void make() throws IOException {
        Path made = temporary.resolve("made");
        CorpusMaker.main(new String[] {made.toString()});
        bases = List.of(
                Base.of(made.resolve("data")), Base.of(CorpusMaker.many(temporary.resolve("many"), SESSIONS, BURIED)));
    }

    @Test
    @DisplayName("is named or harms nobody: what is served is the truth, and others go on")
    void few() throws IOException {
        flip(SHORT, 1);
    }

    @Test
    @Tag("long")
    @DisplayName("is named or harms nobody, in three hundred places")
    void many() throws IOException {
        flip(LONG, 2);
    }

    private void flip(int times, long seed) throws IOException {
        Random random = new Random(seed);
        SortedMap<String, Integer> verdicts = new TreeMap<>();
        List<String> lies = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            Base base = bases.get(i % bases.size());
            long bits = 8 * Files.size(Compacted.file(base.data()));
            long bit = bits * i / times + random.nextLong(bits / times);
            Path copy = Folders.copy(base.data(), temporary.resolve("flipped-" + times + "-" + i));
            List<String> verified = verified(flipped(copy, bit));
            Truth.Verdict verdict = base.truth().hold(copy);
            boolean harmless = verdict.word().equals(Truth.HARMLESS);
            verdicts.merge(harmless && !verified.isEmpty() ? "for verify alone" : verdict.word(), 1, Integer::sum);
            if (!harmless && verified.isEmpty()) {
                lies.add("bit " + bit + ": it is " + verdict.word() + ", but verify found nothing");
            }
            verdict.lies().forEach(lie -> lies.add(base.data().getFileName() + " bit " + bit + ": " + lie));
            Folders.delete(copy);
        }
        assertEquals(List.of(), lies, "seed " + seed + ", " + verdicts);
        System.out.println("fault\tflipped bit in the store's file\tone bit of a copy, over all regions, seed " + seed
                + ": " + verdicts + "\t" + times + "\t" + rows(times) + "\t0\t-");
    }

    @Test
    @DisplayName("or a tail that is gone: a file cut off anywhere is refused, or is the truth")
    void cut() throws IOException {
        Random random = new Random(3);
        List<String> lies = new ArrayList<>();
        SortedMap<String, Integer> verdicts = new TreeMap<>();
        for (int i = 0; i < CUTS; i++) {
            Base base = bases.get(i % bases.size());
            Path copy = Folders.copy(base.data(), temporary.resolve("cut-" + i));
            Path file = Compacted.file(copy);
            long length = i < 2 ? 0 : random.nextLong(Files.size(file));
            try (FileChannel store = FileChannel.open(file, StandardOpenOption.WRITE)) {
                store.truncate(length);
            }
            Truth.Verdict verdict = base.truth().hold(copy);
            verdicts.merge(verdict.word(), 1, Integer::sum);
            verdict.lies().forEach(lie -> lies.add("cut at " + length + ": " + lie));
            Folders.delete(copy);
        }
        assertEquals(List.of(), lies, verdicts.toString());
        System.out.println("fault\ttruncated store file\tcut off at a random length, seed 3: " + verdicts + "\t" + CUTS
                + "\t" + rows(CUTS) + "\t0\t-");
    }

    /** The damage that {@code verify} finds. */
    private static List<String> verified(Path copy) throws IOException {
        Path scratch = Files.createDirectories(temporary.resolve("scratch"));
        return Verifier.of(copy, scratch, (done, all) -> true).all().stream()
                .flatMap(finding -> finding.damage().stream().map(words -> finding.what() + ": " + words))
                .toList();
    }

    private static int rows(int times) {
        return times * bases.stream().mapToInt(base -> base.truth().rows()).sum() / bases.size();
    }

    private static Path flipped(Path folder, long bit) throws IOException {
        Path file = Compacted.file(folder);
        byte[] content = Files.readAllBytes(file);
        content[(int) (bit / 8)] ^= (byte) (1 << bit % 8);
        Files.write(file, content);
        return folder;
    }
}
