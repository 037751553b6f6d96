package tutti.edit;

import java.util.List;
import tutti.edit.Fields.Part;
import tutti.model.Limits;
import tutti.model.MuteSet;
import tutti.model.NodeId;

/** The fields of a mute set. */
public final class MuteSetFields {
    private static final Fields<MuteSet> TABLE = Fields.of("mute set", MuteSet.BLANK);
    private static final Part<MuteSet, MuteSet> SET = Part.whole(TABLE, MuteSet.class);

    public static final Field<MuteSet, String> NAME = SET.add("name", Kinds.text(Limits.NAME), MuteSet::name);
    public static final Field<MuteSet, String> POSITION =
            SET.add(NodeFields.POSITION_TAG, Kinds.position(), MuteSet::position);
    public static final Field<MuteSet, Boolean> DELETED = SET.add(NodeFields.DELETED_TAG, Kinds.FLAG, MuteSet::deleted);
    public static final Field<MuteSet, List<NodeId>> MUTES =
            SET.add("mutes", Kinds.items(Kinds.node(), Limits.TRACKS), MuteSet::mutes);

    private MuteSetFields() {}

    /** The whole table. */
    public static Fields<MuteSet> table() {
        return TABLE;
    }
}
