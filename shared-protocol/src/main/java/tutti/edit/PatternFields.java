package tutti.edit;

import tutti.edit.Fields.Part;
import tutti.model.Limits;
import tutti.model.Pattern;

/** The fields of a pattern. */
public final class PatternFields {
    private static final Fields<Pattern> TABLE = Fields.of("pattern", Pattern.BLANK);
    private static final Part<Pattern, Pattern> PATTERN = Part.whole(TABLE, Pattern.class);

    public static final Field<Pattern, String> NAME = PATTERN.add("name", Kinds.text(Limits.NAME), Pattern::name);
    public static final Field<Pattern, Integer> BARS =
            PATTERN.add("bars", Kinds.whole(Unit.BARS, 1, Limits.BARS), Pattern::bars);

    private PatternFields() {}

    /** The whole table. */
    public static Fields<Pattern> table() {
        return TABLE;
    }
}
