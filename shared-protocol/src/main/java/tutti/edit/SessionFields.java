package tutti.edit;

import java.util.List;
import java.util.Optional;
import tutti.edit.Field.Access;
import tutti.edit.Fields.Part;
import tutti.model.Limits;
import tutti.model.LoopRegion;
import tutti.model.Meter;
import tutti.model.Scale;
import tutti.model.Session;
import tutti.model.SwingUnit;

/** The fields of the session itself. */
public final class SessionFields {
    private static final Fields<Session> TABLE = Fields.of("session", Session.BLANK);
    private static final Part<Session, Session> SESSION = Part.whole(TABLE, Session.class);

    public static final Field<Session, String> NAME = SESSION.add("name", Kinds.text(Limits.NAME), Session::name);
    /** From 20.00 to 300.00 BPM. */
    public static final Field<Session, Integer> TEMPO =
            SESSION.add("tempo", Kinds.whole(Unit.CENTI_BPM, 2_000, 30_000), Session::tempo);

    public static final Field<Session, Meter> METER = SESSION.add(
            "meter",
            new Kind.Coded<>(
                    "beats from 1 to " + Limits.BEATS + ", a slash, and 2, 4, 8 or 16",
                    Meter::code,
                    Meter::parse,
                    List.of(Meter.COMMON, new Meter(3, 4), new Meter(7, 8), new Meter(16, 16))),
            Session::meter);
    public static final Field<Session, Integer> SWING = SESSION.add("swing", Kinds.SWING, Session::swing);
    public static final Field<Session, SwingUnit> SWING_UNIT = SESSION.add(
            "swingUnit",
            Kinds.choice(SwingUnit::code, SwingUnit::parse, List.of(SwingUnit.values())),
            Session::swingUnit);
    public static final Field<Session, Integer> ROOT =
            SESSION.add("root", Kinds.whole(Unit.PLAIN, 0, 11), Session::root);
    public static final Field<Session, Scale> SCALE =
            SESSION.add("scale", Kinds.choice(Scale::code, Scale::parse, List.of(Scale.values())), Session::scale);
    public static final Field<Session, Boolean> KEY_LOCK = SESSION.add("keyLock", Kinds.FLAG, Session::keyLock);
    public static final Field<Session, Optional<LoopRegion>> LOOP = SESSION.add(
            "loop",
            Kinds.maybe(new Kind.Coded<>(
                    "first and last sixteenth from 0 to " + (Limits.STEPS - 1) + " with a minus sign between",
                    LoopRegion::code,
                    LoopRegion::parse,
                    List.of(new LoopRegion(0, 0), new LoopRegion(4, 11), new LoopRegion(0, 127)))),
            Session::loop);
    public static final Field<Session, Integer> SEED =
            SESSION.add("seed", Kinds.whole(Unit.PLAIN, 0, Integer.MAX_VALUE), Session::seed);
    public static final Field<Session, String> COPIED_FROM =
            SESSION.add("copiedFrom", Access.BIRTH, Kinds.id(Limits.SESSION_ID), Session::copiedFrom);
    public static final Field<Session, Boolean> FROZEN =
            SESSION.add("frozen", Access.BIRTH, Kinds.FLAG, Session::frozen);

    private SessionFields() {}

    /** The whole table. */
    public static Fields<Session> table() {
        return TABLE;
    }
}
