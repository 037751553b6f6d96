package tutti.client.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tutti.edit.Field;
import tutti.edit.StepFields;
import tutti.edit.TrackFields;
import tutti.edit.Value;

@DisplayName("A knob from a field's row in the table")
class DialTest {
    static Stream<Field<?, ?>> fields() {
        return Stream.concat(StepFields.table().all().stream(), TrackFields.table().all().stream());
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("every position is a legal value and comes back as the same position")
    @MethodSource("fields")
    void roundTrip(Field<?, ?> field) {
        Dial.of(field)
                .ifPresent(dial -> positions(dial).forEach(position -> {
                    Value<?, ?> value = field.read(dial.values().at(position)).orElseThrow();
                    assertEquals(position, dial.values().of(value.wire()));
                }));
    }

    private static Stream<Integer> positions(Dial dial) {
        int low = dial.span().low();
        int high = dial.span().high();
        return Stream.iterate(low, p -> p <= high, p -> p + Math.max(1, (high - low) / 300));
    }

    @Test
    @DisplayName("every field of a step but the chord can be turned")
    void allOfStep() {
        List<String> without = StepFields.table().all().stream()
                .filter(field -> Dial.of(field).isEmpty())
                .map(Field::tag)
                .toList();
        assertEquals(List.of("chord"), without);
    }

    @Test
    @DisplayName("a double click is the field's default")
    void fallback() {
        Dial gate = Dial.of(StepFields.GATE).orElseThrow();
        assertEquals("auto", gate.span().words().write(gate.span().fallback()));
        Dial velocity = Dial.of(StepFields.VELOCITY).orElseThrow();
        assertEquals(100, velocity.span().fallback());
    }

    @Test
    @DisplayName("what a knob says can be typed back, with or without its unit")
    void typed() {
        Dial volume = Dial.of(TrackFields.VOLUME).orElseThrow();
        assertEquals(-6_000, volume.span().words().read("−6.0 dB").orElseThrow());
        assertEquals(-6_500, volume.span().words().read("-6,5").orElseThrow());
        assertTrue(volume.span().words().read("loud").isEmpty());
        Dial when = Dial.of(StepFields.CONDITION).orElseThrow();
        assertEquals(
                "2:4", when.span().words().write(when.span().words().read("2:4").orElseThrow()));
    }
}
