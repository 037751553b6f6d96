package tutti.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tutti.model.Duck;
import tutti.model.Effects;
import tutti.model.FilterSettings;
import tutti.model.Fm;
import tutti.model.Lfo;
import tutti.model.Sampling;
import tutti.model.Sends;
import tutti.model.Subtractive;

@DisplayName("the table of a node type")
class FieldLawsTest {
    /** What holds other nodes; they have tables of their own. */
    private static final Set<String> CONTAINERS = Set.of(
            "Session.effects",
            "Session.tracks",
            "Session.sections",
            "Session.muteSets",
            "Session.moments",
            "Session.patterns",
            "Pattern.lanes",
            "Lane.steps");

    /** Records that are parts of a node, not values. */
    private static final Set<Class<?>> PARTS = Set.of(
            Effects.Reverb.class,
            Effects.Delay.class,
            Effects.Chorus.class,
            Effects.Distortion.class,
            Effects.Compressor.class,
            Effects.Limiter.class,
            FilterSettings.class,
            Sends.class,
            Duck.class,
            Lfo.class,
            Sampling.class,
            Subtractive.class,
            Fm.class);

    static Stream<Fields<?>> tables() {
        return Chaos.places().stream().map(Place::fields);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tables")
    @DisplayName("has a field for every component but those that hold other nodes")
    void complete(Fields<?> table) throws ReflectiveOperationException {
        Set<String> changed = changed(table);
        Set<String> all = new TreeSet<>();
        components((Record) table.blank(), table.blank().getClass().getSimpleName(), all);
        all.removeAll(CONTAINERS);
        assertEquals(all, changed);
    }

    private static void components(Record record, String path, Set<String> into) throws ReflectiveOperationException {
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            String name = path + "." + component.getName();
            if (PARTS.contains(component.getType())) {
                components((Record) component.getAccessor().invoke(record), name, into);
            } else {
                into.add(name);
            }
        }
    }

    private static <N> Set<String> changed(Fields<N> table) throws ReflectiveOperationException {
        Set<String> changed = new TreeSet<>();
        for (Field<N, ?> field : table.all()) {
            Set<String> now = new TreeSet<>();
            for (long seed = 0; seed < Seeds.of(40); seed++) {
                N next = field.sample(seed).into(table.blank());
                differ(
                        (Record) table.blank(),
                        (Record) next,
                        table.blank().getClass().getSimpleName(),
                        now);
            }
            assertEquals(1, now.size(), field + " changes " + now);
            changed.addAll(now);
        }
        return changed;
    }

    private static void differ(Record a, Record b, String path, Set<String> into) throws ReflectiveOperationException {
        for (RecordComponent component : a.getClass().getRecordComponents()) {
            Object left = component.getAccessor().invoke(a);
            Object right = component.getAccessor().invoke(b);
            String name = path + "." + component.getName();
            if (PARTS.contains(component.getType())) {
                differ((Record) left, (Record) right, name, into);
            } else if (!left.equals(right)) {
                into.add(name);
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tables")
    @DisplayName("has fields of which each leaves all others alone, and whose old value restores the node")
    void apart(Fields<?> table) {
        for (long seed = 0; seed < Seeds.of(30); seed++) {
            apart(table, seed);
        }
    }

    private static <N> void apart(Fields<N> table, long seed) {
        N node = table.blank();
        for (Field<N, ?> field : table.all()) {
            node = seed % 3 == 0 ? field.sample(seed).into(node) : node;
        }
        for (Field<N, ?> field : table.all()) {
            Value<N, ?> value = field.sample(seed + 1);
            N next = value.into(node);
            assertEquals(value, field.in(next), "seed " + seed);
            assertEquals(node, field.in(node).into(next), "seed " + seed + ": " + field);
            for (Field<N, ?> other : table.all()) {
                assertTrue(other == field || other.in(next).equals(other.in(node)), field + " moves " + other);
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tables")
    @DisplayName("has defaults that are legal, and finds every field by its tag")
    void tags(Fields<?> table) {
        tagsOf(table);
    }

    private static <N> void tagsOf(Fields<N> table) {
        for (Field<N, ?> field : table.all()) {
            assertEquals(table.blank(), field.in(table.blank()).into(table.blank()));
            assertTrue(table.find(field.tag()).filter(found -> found == field).isPresent(), field.tag());
        }
        assertEquals(List.of(), table.set(table.blank()));
    }
}
