package tutti.wire;

import java.util.Optional;
import java.util.OptionalLong;
import tutti.edit.Field;
import tutti.edit.Kind;
import tutti.model.Texts;

/**
 * Brings old values into the bounds of ours, and says so.
 *
 * @param report where it is said
 * @param who the subject of what is said: "The session", "Track Hat"
 */
record Repair(Report report, String who) {
    /** {@code node} with the number in that field, cut to its bounds; as it is if there is no number. */
    <N> N put(N node, Field<N, Integer> field, OptionalLong number) {
        return number.isPresent() ? field.with(node, within(field, number.getAsLong())) : node;
    }

    private <N> int within(Field<N, Integer> field, long number) {
        if (!(field.kind() instanceof Kind.Whole whole)) {
            throw new IllegalArgumentException(field + " is no number");
        }
        return within(field.tag(), number, whole.min(), whole.max());
    }

    /** {@code number} cut to its bounds. */
    int within(String what, long number, int least, int most) {
        int cut = Math.clamp(number, least, most);
        if (cut != number) {
            say("had a " + what + " out of bounds; it became the nearest that there is");
        }
        return cut;
    }

    /** {@code text} cut to {@code most} characters, without those that text cannot have here. */
    String text(String what, Optional<String> text, int most) {
        StringBuilder clean = new StringBuilder();
        text.orElse("")
                .codePoints()
                .filter(point -> Texts.clean(Character.toString(point), 2))
                .filter(point -> clean.length() + Character.charCount(point) <= most)
                .forEach(clean::appendCodePoint);
        if (!clean.toString().equals(text.orElse(""))) {
            say("had a " + what + " that was too long or had characters that are none; it became “" + clean + "”");
        }
        return clean.toString();
    }

    void say(String what) {
        report.add(who + " " + what + ".");
    }
}
