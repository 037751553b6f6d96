package tutti.wire;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;
import tutti.edit.PatternFields;
import tutti.edit.SessionFields;
import tutti.model.LoopRegion;
import tutti.model.Pattern;
import tutti.model.PatternSlot;
import tutti.model.Scale;
import tutti.model.Session;
import tutti.model.SessionId;
import tutti.wire.JsonReader.Dialect;
import tutti.wire.Parsed.Malformed;

/**
 * A session of the old web step sequencer, read into a document of ours. Damage is repaired where the sound can be kept
 * as it was, and said; a record is refused only where there is nothing to keep. Decimals are read as text, never as
 * floating point. {@code docs/decisions/0051-wire.md} says how levels and swing are kept.
 *
 * @param session all lanes in pattern A
 * @param copied what the session was called that this is a copy of, if it is one and the record says
 * @param created milliseconds since 1970, 0 if unknown
 * @param report what was repaired and what cannot be held, in sentences for the person who opens it
 */
public record LegacyRecord(Session session, Optional<String> copied, long created, List<String> report) {
    private static final int SIXTEENTHS = 16;
    private static final int MOST_TRACKS = 16;
    private static final int LEAST_TEMPO = 6_000;
    private static final int MOST_TEMPO = 18_000;
    private static final List<String> ROOTS = List.of("C", "C#", "D", "D#", "E", "F", "F#", "G", "G#", "A", "A#", "B");

    /** Keeps a copy. */
    public LegacyRecord {
        report = List.copyOf(report);
    }

    /** The record in {@code bytes}, which lay under the key {@code id}. */
    public static Parsed<LegacyRecord> read(SessionId id, byte[] bytes) {
        return JsonReader.read(bytes, Limits.LEGACY_RECORD, Dialect.OLD).then(json -> {
            if (!(json instanceof Json.Obj record)
                    || !(record.get("state").orElse(new Json.Nil()) instanceof Json.Obj inside)) {
                return new Malformed<>("a record without its state", "state");
            }
            Repair repair = new Repair(new Report(), "The session");
            Old state = new Old(inside, repair, "");
            return state.list("tracks").isEmpty()
                    ? new Malformed<>("a record without a list of tracks", "state.tracks")
                    : new Parsed.Of<>(read(id, new Old(record, repair, ""), state, repair));
        });
    }

    private static LegacyRecord read(SessionId id, Old record, Old state, Repair repair) {
        if (record.text("id").filter(own -> !own.equals(id.text())).isPresent()) {
            repair.say("lay under another name than its own id");
        }
        Session session = tracks(state, head(record, state, repair), repair);
        session = effects(state, session, repair);
        Optional<String> copied = copied(record, session, repair);
        long copies = record.number("remixCount", 1).orElse(0);
        if (copies != 0) {
            repair.say("was copied " + copies + (copies == 1 ? " time" : " times") + "; Tutti does not count copies");
        }
        long created = record.number("createdAt", 1).orElse(0);
        if (created < 0) {
            repair.say("was made before 1970, it said; when it was made is not known");
        }
        return new LegacyRecord(
                session, copied, Math.max(0, created), repair.report().lines());
    }

    /** What the source was called; known only together with its id. */
    private static Optional<String> copied(Old record, Session session, Repair repair) {
        Optional<String> name = record.text("remixedFromName")
                .map(written -> repair.text("remixedFromName", Optional.of(written), tutti.model.Limits.NAME));
        boolean known = !session.copiedFrom().isEmpty();
        if (!known && name.isPresent()) {
            repair.say("was a copy of “" + name.get() + "”, without an id that can be read; that was left out");
        } else if (!known && record.text("remixedFrom").isPresent()) {
            repair.say("was a copy of something without an id that can be read; that was left out");
        }
        return known ? name : Optional.empty();
    }

    private static Session head(Old record, Old state, Repair repair) {
        Session session = SessionFields.NAME.with(
                Session.BLANK, repair.text("name", record.text("name"), tutti.model.Limits.NAME));
        session = SessionFields.TEMPO.with(session, tempo(state, repair));
        session = SessionFields.SWING.with(
                session, repair.within("swing", state.number("swing", 10).orElse(0), 0, 1_000));
        session = SessionFields.LOOP.with(session, loop(state, repair));
        String from = record.text("remixedFrom")
                .flatMap(SessionId::parse)
                .map(SessionId::text)
                .orElse("");
        session = SessionFields.COPIED_FROM.with(session, from);
        session = SessionFields.FROZEN.with(session, record.flag("immutable"));
        if (state.number("version", 1).orElse(1) != 1) {
            repair.say("is of a version that this program does not know; it was read as version 1");
        }
        return scale(state, session, repair);
    }

    /** A missing tempo is the least one, not the default: so a damaged old session sounds as it did. */
    private static int tempo(Old state, Repair repair) {
        Optional<Json> written = state.get("tempo");
        OptionalLong tempo = written.isPresent() ? Old.number(written.get(), 100) : OptionalLong.empty();
        if (tempo.isEmpty()) {
            repair.say("had no tempo; it plays at 60 BPM, as it did");
            return LEAST_TEMPO;
        }
        return repair.within("tempo", tempo.getAsLong(), LEAST_TEMPO, MOST_TEMPO);
    }

    private static Session scale(Old state, Session session, Repair repair) {
        Old scale = state.object("scale");
        if (!(state.get("scale").orElse(new Json.Nil()) instanceof Json.Obj)) {
            return session;
        }
        int root = ROOTS.indexOf(scale.get("root").flatMap(Old::text).orElse(""));
        Optional<Scale> notes = scale.get("scaleId").flatMap(Old::text).flatMap(Scale::parse);
        if (root < 0 || notes.isEmpty()) {
            repair.say("was in a key that Tutti does not know; its key lock is off");
            return session;
        }
        Session inKey = SessionFields.SCALE.with(SessionFields.ROOT.with(session, root), notes.get());
        return SessionFields.KEY_LOCK.with(inKey, scale.flag("locked"));
    }

    private static Optional<LoopRegion> loop(Old state, Repair repair) {
        Old region = state.object("loopRegion");
        if (!(state.get("loopRegion").orElse(new Json.Nil()) instanceof Json.Obj)) {
            return Optional.empty();
        }
        long start = region.number("start", 1).orElse(-1);
        long end = region.number("end", 1).orElse(-1);
        Optional<LoopRegion> loop = LoopRegion.parse(Math.min(start, end) + "-" + Math.max(start, end));
        if (loop.isEmpty()) {
            repair.say("had a loop that is none; it was left out");
        }
        return loop;
    }

    private static Session tracks(Old state, Session head, Repair repair) {
        List<LegacyTrack> tracks = kept(state, repair);
        if (tracks.size() > MOST_TRACKS) {
            repair.say("has " + tracks.size() + " tracks, more than the 16 it could have; all are kept");
        }
        if (tracks.size() > tutti.model.Limits.TRACKS) {
            repair.say("has more than 32 tracks; those beyond are deleted, and can be brought back");
        }
        Session session = head;
        int longest = 1;
        for (LegacyTrack track : tracks) {
            session = session.withTracks(session.tracks().with(track.id(), track.track()));
            Pattern pattern = session.pattern(PatternSlot.A).with(track.id(), track.lane());
            session = session.with(PatternSlot.A, pattern);
            longest = Math.max(longest, track.lane().length());
        }
        int bars = Math.ceilDiv(longest, SIXTEENTHS);
        return session.with(PatternSlot.A, PatternFields.BARS.with(session.pattern(PatternSlot.A), bars));
    }

    /** Of two tracks with one id the first stays. */
    private static List<LegacyTrack> kept(Old state, Repair repair) {
        List<Json> all = state.list("tracks").orElse(List.of());
        List<Json.Obj> kept = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < all.size(); i++) {
            if (!(all.get(i) instanceof Json.Obj track)) {
                repair.say("had a track, number " + (i + 1) + ", that is none; it was left out");
            } else if (!ids.add(track.get("id").flatMap(Old::text).orElse("number " + i))) {
                repair.say("had two tracks with one id; the second, number " + (i + 1) + ", was left out");
            } else {
                kept.add(track);
            }
        }
        LegacyTracks reader = new LegacyTracks(state, kept.size(), repair.report());
        return IntStream.range(0, kept.size())
                .mapToObj(i -> reader.read(i, kept.get(i)))
                .toList();
    }

    private static Session effects(Old state, Session session, Repair repair) {
        return new LegacyEffects(state.object("effects"), repair).into(session);
    }
}
