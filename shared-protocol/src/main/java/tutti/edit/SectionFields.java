package tutti.edit;

import java.util.List;
import java.util.Optional;
import tutti.edit.Fields.Part;
import tutti.model.Limits;
import tutti.model.NodeId;
import tutti.model.PatternSlot;
import tutti.model.Section;

/** The fields of a section of the song. */
public final class SectionFields {
    private static final Fields<Section> TABLE = Fields.of("section", Section.BLANK);
    private static final Part<Section, Section> SECTION = Part.whole(TABLE, Section.class);

    public static final Field<Section, String> NAME = SECTION.add("name", Kinds.text(Limits.NAME), Section::name);
    public static final Field<Section, String> POSITION =
            SECTION.add(NodeFields.POSITION_TAG, Kinds.position(), Section::position);
    public static final Field<Section, Boolean> DELETED =
            SECTION.add(NodeFields.DELETED_TAG, Kinds.FLAG, Section::deleted);
    public static final Field<Section, PatternSlot> PATTERN = SECTION.add(
            "pattern",
            Kinds.choice(PatternSlot::name, PatternSlot::parse, List.of(PatternSlot.values())),
            Section::pattern);
    public static final Field<Section, Integer> REPEATS =
            SECTION.add("repeats", Kinds.whole(Unit.TIMES, 1, 64), Section::repeats);
    public static final Field<Section, List<NodeId>> MUTES =
            SECTION.add("mutes", Kinds.items(Kinds.node(), Limits.TRACKS), Section::mutes);
    public static final Field<Section, Optional<Integer>> TEMPO =
            SECTION.add("tempo", Kinds.maybe(SessionFields.TEMPO.kind()), Section::tempo);

    private SectionFields() {}

    /** The whole table. */
    public static Fields<Section> table() {
        return TABLE;
    }
}
