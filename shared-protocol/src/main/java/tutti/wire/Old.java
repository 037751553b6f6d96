package tutti.wire;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Looks into an object of a record of the old web system, which may be damaged anywhere. What is not there is absent.
 * What is there and not what it should be counts as absent too, and that is said, once for each member.
 */
final class Old {
    private static final BigDecimal NOT_FINITE = new BigDecimal("1.7976931348623157e308");
    private static final BigDecimal MOST = BigDecimal.valueOf(1L << 53);

    private final Json.Obj members;
    private final Repair repair;
    private final String of;
    private final Set<String> said = new HashSet<>();

    /**
     * Looks into {@code members}.
     *
     * @param of what the object is, as it stands behind a member's name: " of a step"; empty for the subject itself
     */
    Old(Json.Obj members, Repair repair, String of) {
        this.members = members;
        this.repair = repair;
        this.of = of;
    }

    Optional<Json> get(String name) {
        return members.get(name);
    }

    /** The object under {@code name}; an empty one if there is none, or null. */
    Old object(String name) {
        Json.Obj inside = Json.Obj.EMPTY;
        Optional<Json> json = get(name).filter(there -> !(there instanceof Json.Nil));
        if (json.isPresent() && json.get() instanceof Json.Obj obj) {
            inside = obj;
        } else if (json.isPresent()) {
            wrong(name, "an object", "left out");
        }
        return new Old(inside, repair, " of the " + name);
    }

    /** The list under {@code name}. Says nothing. */
    Optional<List<Json>> list(String name) {
        return get(name)
                .flatMap(json -> json instanceof Json.Arr(List<Json> items) ? Optional.of(items) : Optional.empty());
    }

    /** The text under {@code name}, which may be null. */
    Optional<String> text(String name) {
        Optional<Json> json = get(name).filter(there -> !(there instanceof Json.Nil));
        Optional<String> text = json.flatMap(Old::text);
        if (json.isPresent() && text.isEmpty()) {
            wrong(name, "a text", "left out");
        }
        return text;
    }

    /** That text, if it is one. Says nothing. */
    static Optional<String> text(Json json) {
        return json instanceof Json.Str(String text) ? Optional.of(text) : Optional.empty();
    }

    /** Whether {@code name} is true; false if it is not there. What can mean only one of the two is read so. */
    boolean flag(String name) {
        Optional<Json> json = get(name);
        if (json.isPresent() && !(json.get() instanceof Json.Bool)) {
            wrong(
                    name,
                    "true or false",
                    meant(json.get()).map(on -> "read as " + on).orElse("left out"));
        }
        return json.flatMap(Old::meant).orElse(false);
    }

    /** Whether that means true or false; nothing if it may mean either. Says nothing. */
    static Optional<Boolean> meant(Json json) {
        return switch (json) {
            case Json.Bool(boolean value) -> Optional.of(value);
            case Json.Spelt(String digits) -> meant(digits, "1", "0");
            case Json.Str(String text) -> meant(text, "true", "false");
            case Json.Num _, Json.Nil _, Json.Arr _, Json.Obj _ -> Optional.empty();
        };
    }

    private static Optional<Boolean> meant(String text, String yes, String no) {
        return text.equals(yes) || text.equals(no) ? Optional.of(text.equals(yes)) : Optional.empty();
    }

    /**
     * The number under {@code name}, times {@code times}, rounded to a whole one (halves away from zero) and cut to 53
     * bits. Absent if it is no number, or one that was infinite there.
     */
    OptionalLong number(String name, int times) {
        Optional<Json> json = get(name);
        OptionalLong number = json.isPresent() ? number(json.get(), times) : OptionalLong.empty();
        if (json.isPresent() && number.isEmpty()) {
            wrong(name, "a number", "left out");
        }
        return number;
    }

    /** That number, if it is one. Says nothing. */
    static OptionalLong number(Json json, int times) {
        return json instanceof Json.Spelt(String digits) ? scaled(digits, times) : OptionalLong.empty();
    }

    private void wrong(String name, String kind, String became) {
        if (said.add(name)) {
            repair.say("had something else than " + kind + " as “" + name + "”" + of + "; it was " + became);
        }
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
