package tutti.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tutti.model.Limits;

/** What values a field may have: bounds, text form, wire form. A value is legal by its kind or it does not exist. */
public sealed interface Kind<T> {
    /** Whether {@code value} is within the bounds. */
    boolean legal(T value);

    /** The value's wire form. */
    Wire write(T value);

    /** The legal value that {@code wire} holds, or nothing. */
    Optional<T> read(Wire wire);

    /** As people read it, with its unit. */
    String text(T value);

    /** What a value that is not the default weighs: 1, and more for a long text. */
    default int weight(T value) {
        return 1 + write(value).bytes() / Limits.WEIGHED_BYTES;
    }

    /** In words, what values there are: "a whole number from 1 to 127". */
    String hint();

    /** A legal value that depends on {@code seed} only; all legal values or a fair choice of them come up. */
    T sample(long seed);

    /** How a control's travel maps to the range. */
    enum Taper {
        LINEAR,
        LOG
    }

    /** A whole number of {@code unit} from {@code min} to {@code max}, both included. */
    record Whole(Unit unit, int min, int max, Taper taper) implements Kind<Integer> {
        @Override
        public boolean legal(Integer value) {
            return value >= min && value <= max;
        }

        @Override
        public Wire write(Integer value) {
            return new Wire.Num(value);
        }

        @Override
        public Optional<Integer> read(Wire wire) {
            return wire instanceof Wire.Num num && num.value() >= min && num.value() <= max
                    ? Optional.of((int) num.value())
                    : Optional.empty();
        }

        @Override
        public String text(Integer value) {
            return unit.text(value);
        }

        @Override
        public String hint() {
            return "a whole number from " + min + " to " + max;
        }

        @Override
        public Integer sample(long seed) {
            return (int) (min + Math.floorMod(Samples.mix(seed), (long) max - min + 1));
        }
    }

    /** True or false. */
    record Flag() implements Kind<Boolean> {
        @Override
        public boolean legal(Boolean value) {
            return true;
        }

        @Override
        public Wire write(Boolean value) {
            return new Wire.Bool(value);
        }

        @Override
        public Optional<Boolean> read(Wire wire) {
            return wire instanceof Wire.Bool bool ? Optional.of(bool.value()) : Optional.empty();
        }

        @Override
        public String text(Boolean value) {
            return value ? "on" : "off";
        }

        @Override
        public String hint() {
            return "true or false";
        }

        @Override
        public Boolean sample(long seed) {
            return (Samples.mix(seed) & 1) == 0;
        }
    }

    /** Something that is written as text: a choice, an id, a name. */
    record Coded<T>(String hint, Function<T, String> code, Function<String, Optional<T>> parse, List<T> samples)
            implements Kind<T> {
        /** The same, with other words for what there is. */
        Coded<T> hinted(String other) {
            return new Coded<>(other, code, parse, samples);
        }

        @Override
        public boolean legal(T value) {
            return parse.apply(code.apply(value)).filter(value::equals).isPresent();
        }

        @Override
        public Wire write(T value) {
            return new Wire.Str(code.apply(value));
        }

        @Override
        public Optional<T> read(Wire wire) {
            return wire instanceof Wire.Str str ? parse.apply(str.value()) : Optional.empty();
        }

        @Override
        public String text(T value) {
            return code.apply(value);
        }

        @Override
        public T sample(long seed) {
            return samples.get((int) Math.floorMod(Samples.mix(seed), (long) samples.size()));
        }
    }

    /** At most {@code max} values of one kind, in order. */
    record Items<T>(Kind<T> item, int max) implements Kind<List<T>> {
        @Override
        public boolean legal(List<T> value) {
            return value.size() <= max && value.stream().allMatch(item::legal);
        }

        @Override
        public Wire write(List<T> value) {
            return new Wire.Arr(value.stream().map(item::write).toList());
        }

        @Override
        public Optional<List<T>> read(Wire wire) {
            if (!(wire instanceof Wire.Arr arr) || arr.items().size() > max) {
                return Optional.empty();
            }
            List<T> read = arr.items().stream()
                    .map(item::read)
                    .flatMap(Optional::stream)
                    .toList();
            return read.size() == arr.items().size() ? Optional.of(read) : Optional.empty();
        }

        @Override
        public String text(List<T> value) {
            return value.isEmpty()
                    ? "none"
                    : String.join(", ", value.stream().map(item::text).toList());
        }

        @Override
        public String hint() {
            return "at most " + max + ", each " + item.hint();
        }

        @Override
        public List<T> sample(long seed) {
            int size = (int) Math.floorMod(Samples.mix(seed), max + 1L);
            List<T> some = new ArrayList<>();
            for (int i = 1; i <= size; i++) {
                some.add(item.sample(seed + i));
            }
            return List.copyOf(some);
        }
    }

    /** A value or none. */
    record Maybe<T>(Kind<T> some) implements Kind<Optional<T>> {
        @Override
        public boolean legal(Optional<T> value) {
            return value.map(some::legal).orElse(true);
        }

        @Override
        public Wire write(Optional<T> value) {
            return value.map(some::write).orElse(new Wire.Nil());
        }

        @Override
        public Optional<Optional<T>> read(Wire wire) {
            if (wire instanceof Wire.Nil) {
                return Optional.of(Optional.empty());
            }
            Optional<T> read = some.read(wire);
            return read.isPresent() ? Optional.of(read) : Optional.empty();
        }

        @Override
        public String text(Optional<T> value) {
            return value.map(some::text).orElse("none");
        }

        @Override
        public String hint() {
            return "nothing, or " + some.hint();
        }

        @Override
        public Optional<T> sample(long seed) {
            return Math.floorMod(Samples.mix(seed), 4L) == 0 ? Optional.empty() : Optional.of(some.sample(seed + 1));
        }
    }
}
