package tutti.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tutti.model.Limits;

@DisplayName("a kind of value")
class KindLawsTest {
    private static final List<Wire> ODD = List.of(
            new Wire.Num(Long.MAX_VALUE),
            new Wire.Num(Long.MIN_VALUE),
            new Wire.Num(1L << 32),
            new Wire.Bool(true),
            new Wire.Str(""),
            new Wire.Str("\u0007"),
            new Wire.Str("\ud800"),
            new Wire.Str("x".repeat(5_000)),
            new Wire.Arr(List.of()),
            new Wire.Arr(Collections.nCopies(1_000, new Wire.Num(1))),
            new Wire.Arr(List.of(new Wire.Nil())),
            new Wire.Nil());

    static Stream<Field<?, ?>> fields() {
        return Chaos.places().stream().flatMap(place -> place.fields().all().stream());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("fields")
    @DisplayName("has samples that are legal and come back from the wire")
    void samples(Field<?, ?> field) {
        for (long seed = 0; seed < Seeds.of(100); seed++) {
            sample(field.kind(), seed);
        }
    }

    private static <T> void sample(Kind<T> kind, long seed) {
        T value = kind.sample(seed);
        assertTrue(kind.legal(value), kind.hint());
        assertEquals(Optional.of(value), kind.read(kind.write(value)), "seed " + seed);
        assertFalse(kind.text(value) == null || kind.hint().isBlank());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("fields")
    @DisplayName("reads only what it would write")
    void strict(Field<?, ?> field) {
        ODD.forEach(wire -> strict(field.kind(), wire));
    }

    private static <T> void strict(Kind<T> kind, Wire wire) {
        kind.read(wire).ifPresent(value -> {
            assertTrue(kind.legal(value), kind.hint() + " reads " + wire);
            assertEquals(wire, kind.write(value), kind.hint());
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("fields")
    @DisplayName("of a number refuses one less than the least and one more than the most")
    void bounds(Field<?, ?> field) {
        bounds(field.kind());
    }

    private static void bounds(Kind<?> kind) {
        switch (kind) {
            case Kind.Whole whole -> {
                assertTrue(whole.legal(whole.min()) && whole.legal(whole.max()));
                assertEquals(Optional.empty(), whole.read(new Wire.Num(whole.min() - 1L)));
                assertEquals(Optional.empty(), whole.read(new Wire.Num(whole.max() + 1L)));
            }
            case Kind.Maybe<?> maybe -> bounds(maybe.some());
            case Kind.Items<?> items -> tooMany(items);
            case Kind.Coded<?> coded -> assertEquals(Optional.empty(), coded.read(new Wire.Num(0)));
            case Kind.Flag flag -> assertEquals(Optional.empty(), flag.read(new Wire.Num(0)));
        }
    }

    private static <T> void tooMany(Kind.Items<T> items) {
        T item = items.item().sample(1);
        assertTrue(items.legal(Collections.nCopies(items.max(), item)));
        assertFalse(items.legal(Collections.nCopies(items.max() + 1, item)));
        Wire one = items.item().write(item);
        assertEquals(Optional.empty(), items.read(new Wire.Arr(Collections.nCopies(items.max() + 1, one))));
    }

    @Test
    @DisplayName("of text takes neither lone surrogates nor control characters nor more than its bound")
    void texts() {
        assertTrue(TrackFields.NAME.kind().legal("𝄞".repeat(Limits.NAME / 2)));
        for (String bad : List.of("\ud834", "\udd1e", "a\nb", "\u0000", "\u009f", "x".repeat(Limits.NAME + 1))) {
            assertFalse(TrackFields.NAME.kind().legal(bad), "legal: " + bad);
            assertEquals(Optional.empty(), TrackFields.NAME.read(new Wire.Str(bad)));
        }
    }

    @Test
    @DisplayName("lets no illegal value exist")
    void illegal() {
        assertThrows(IllegalArgumentException.class, () -> SessionFields.TEMPO.of(1_999));
        assertThrows(IllegalArgumentException.class, () -> SessionFields.TEMPO.of(30_001));
        assertThrows(IllegalArgumentException.class, () -> StepFields.CHORD.of(List.of(1, 2, 3, 4)));
    }
}
