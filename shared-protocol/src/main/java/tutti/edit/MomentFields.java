package tutti.edit;

import tutti.edit.Fields.Part;
import tutti.model.Limits;
import tutti.model.Moment;

/** The fields of a named moment. */
public final class MomentFields {
    private static final Fields<Moment> TABLE = Fields.of("moment", Moment.BLANK);
    private static final Part<Moment, Moment> MOMENT = Part.whole(TABLE, Moment.class);

    public static final Field<Moment, String> NAME = MOMENT.add("name", Kinds.text(Limits.NAME), Moment::name);
    public static final Field<Moment, String> POSITION =
            MOMENT.add(NodeFields.POSITION_TAG, Kinds.position(), Moment::position);
    public static final Field<Moment, Boolean> DELETED =
            MOMENT.add(NodeFields.DELETED_TAG, Kinds.FLAG, Moment::deleted);
    public static final Field<Moment, Integer> SEQ =
            MOMENT.add("seq", Kinds.whole(Unit.PLAIN, 0, Integer.MAX_VALUE), Moment::seq);

    private MomentFields() {}

    /** The whole table. */
    public static Fields<Moment> table() {
        return TABLE;
    }
}
