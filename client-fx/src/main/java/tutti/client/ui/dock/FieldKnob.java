package tutti.client.ui.dock;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;
import javafx.scene.paint.Color;
import tutti.client.ui.Dial;
import tutti.client.ui.Hands;
import tutti.client.ui.kit.Hand;
import tutti.client.ui.kit.Handle;
import tutti.client.ui.kit.Knob;
import tutti.client.ui.kit.NumberHandle;
import tutti.edit.Field;
import tutti.edit.Mutation;
import tutti.edit.Place;
import tutti.edit.TrackFields;
import tutti.model.Step;

/**
 * A knob that comes from a row of a field table: bounds, unit, words and default are the field's.
 *
 * @param <N> the node type
 * @param <T> the field's values
 */
final class FieldKnob<N, T> {
    /** Names that are too long to stand below a knob. */
    private static final Map<String, String> SHORT =
            Map.of("transpose", "pitch", "resonance", "reso", "envelope", "env", "condition", "when");

    private final Field<N, T> field;
    private final Dial dial;
    private final Handle handle;
    private IntUnaryOperator offered = IntUnaryOperator.identity();

    private FieldKnob(Field<N, T> field, Dial dial, boolean round, Hands hands, Supplier<Collection<Place<N>>> places) {
        this.field = field;
        this.dial = dial;
        Hand hand = new Turning(hands, places);
        String name = name(field.tag());
        this.handle = round ? new Knob(dial.span(), name, hand) : new NumberHandle(dial.span(), "", hand);
        handle.say(name);
    }

    /** The knob of a field, if its kind can be turned; {@code places} are where a turn puts its value. */
    static <N, T> Optional<FieldKnob<N, T>> of(Field<N, T> field, Hands hands, Supplier<Collection<Place<N>>> places) {
        return dial(field).map(dial -> new FieldKnob<>(field, dial, true, hands, places));
    }

    /** The same as a number without a knob. */
    static <N, T> Optional<FieldKnob<N, T>> number(
            Field<N, T> field, Hands hands, Supplier<Collection<Place<N>>> places) {
        return dial(field).map(dial -> new FieldKnob<>(field, dial, false, hands, places));
    }

    private static Optional<Dial> dial(Field<?, ?> field) {
        return Dial.of(field).map(dial -> dial.saying(field == TrackFields.PAN ? FieldKnob::side : FieldKnob::brief));
    }

    /** Turns only to positions that {@code nearest} gives. */
    void offer(IntUnaryOperator nearest) {
        offered = nearest;
    }

    Handle handle() {
        return handle;
    }

    void show(N node, Color tint) {
        if (handle instanceof Knob knob) {
            knob.tint(tint);
        }
        handle.show(dial.values().of(field.kind().write(field.get(node))));
    }

    /** Whether the step that is selected locks this control. */
    void locked(Step step) {
        if (handle instanceof Knob knob) {
            knob.locked(step.locks().get(field.tag()).isPresent());
        }
    }

    /** "filter.cutoff" as "Cutoff". */
    static String name(String tag) {
        String last = tag.substring(tag.lastIndexOf('.') + 1);
        String word = SHORT.getOrDefault(last, last);
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    /** Per cents to the left or right in words. */
    private static String side(String words) {
        String amount =
                words.replace("−", "").replace("-", "").replace(".0", "").replace(" %", "");
        return amount.equals("0") ? "centre" : (words.equals(words.replace("−", "")) ? "R " : "L ") + amount;
    }

    /** Words that fit under a knob. */
    private static String brief(String words) {
        return words.replace("previous", "prev").replace("neighbour", "neigh");
    }

    private List<Mutation> puts(Collection<Place<N>> places, int position) {
        List<Mutation> puts = new ArrayList<>();
        field.read(dial.values().at(offered.applyAsInt(position)))
                .ifPresent(value -> places.forEach(place -> puts.add(new Mutation.Put<>(place, value))));
        return puts;
    }

    private final class Turning implements Hand {
        private final Hands hands;
        private final Supplier<Collection<Place<N>>> places;

        Turning(Hands hands, Supplier<Collection<Place<N>>> places) {
            this.hands = hands;
            this.places = places;
        }

        @Override
        public void turn(int position) {
            hands.hold(field.tag(), puts(places.get(), position));
        }

        @Override
        public void let() {
            hands.let();
        }

        @Override
        public void cancel(int origin) {
            hands.cancel();
        }
    }
}
