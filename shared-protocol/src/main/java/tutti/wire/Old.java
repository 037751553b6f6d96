package tutti.wire;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Looks into a record of the old web system, which may be damaged anywhere: what is not there or not what it should be
 * is simply absent.
 *
 * @param members the object that is looked into
 */
record Old(Json.Obj members) {
    private static final BigDecimal NOT_FINITE = new BigDecimal("1.7976931348623157e308");
    private static final BigDecimal MOST = BigDecimal.valueOf(1L << 53);

    static Optional<Old> of(Json json) {
        return json instanceof Json.Obj obj ? Optional.of(new Old(obj)) : Optional.empty();
    }

    Optional<Json> get(String name) {
        return members.get(name);
    }

    /** The object under {@code name}; an empty one if there is none. */
    Old object(String name) {
        return get(name).flatMap(Old::of).orElse(new Old(Json.Obj.EMPTY));
    }

    Optional<List<Json>> list(String name) {
        return get(name)
                .flatMap(json -> json instanceof Json.Arr(List<Json> items) ? Optional.of(items) : Optional.empty());
    }

    Optional<String> text(String name) {
        return get(name).flatMap(json -> json instanceof Json.Str(String text) ? Optional.of(text) : Optional.empty());
    }

    /** Whether {@code name} is true; false if it is anything else. */
    boolean flag(String name) {
        return get(name).filter(new Json.Bool(true)::equals).isPresent();
    }

    /**
     * The number under {@code name}, times {@code times}, rounded to a whole one (halves away from zero) and cut to 53
     * bits. Absent if it is no number, or one that was infinite there.
     */
    OptionalLong number(String name, int times) {
        Optional<Json> json = get(name);
        return json.isPresent() && json.get() instanceof Json.Spelt(String digits)
                ? scaled(digits, times)
                : OptionalLong.empty();
    }

    private static OptionalLong scaled(String digits, int times) {
        try {
            BigDecimal value = new BigDecimal(digits);
            if (value.abs().compareTo(NOT_FINITE) > 0) {
                return OptionalLong.empty();
            }
            BigDecimal cut = value.max(MOST.negate()).min(MOST);
            boolean tiny = cut.scale() > 40;
            return OptionalLong.of(
                    tiny
                            ? 0
                            : cut.multiply(BigDecimal.valueOf(times))
                                    .setScale(0, RoundingMode.HALF_UP)
                                    .longValue());
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }
}
