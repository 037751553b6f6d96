package tutti.client.history;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import tutti.edit.Field;
import tutti.edit.LaneFields;
import tutti.edit.Place;
import tutti.edit.SessionFields;
import tutti.edit.TrackFields;
import tutti.model.NodeId;
import tutti.model.PatternSlot;

/**
 * Doings in words that can follow a name: "drew 7 steps on Kick".
 *
 * @param called what a track is called
 */
record Phrases(Function<NodeId, String> called) {
    private static final int CENTI = 100;

    String of(Doing doing) {
        return switch (doing.kind()) {
            case ADDED -> "added " + tracks(doing);
            case DELETED -> "deleted " + tracks(doing);
            case BACK -> "brought " + tracks(doing) + " back";
            case STEPS -> steps(doing);
            case LANE -> lane(doing);
            case TRACK -> track(doing);
            case ROOM -> room(doing);
            case PATTERN -> "changed pattern " + patterns(doing.patterns());
            case SONG -> "changed the song";
            case FORGOTTEN -> "made room: what was deleted long ago is gone";
        };
    }

    /** How much of a document was meant. */
    String scope(Doing doing) {
        if (doing.tracks().size() == 1) {
            return tracks(doing);
        }
        boolean pattern = doing.patterns().size() == 1 && doing.kind() == Doing.Kind.STEPS;
        return pattern ? "pattern " + patterns(doing.patterns()) : "the room";
    }

    private String steps(Doing doing) {
        long on = doing.steps().values().stream().filter(is -> is).count();
        long off = doing.steps().size() - on;
        String where = " on " + tracks(doing);
        String many = on + off > 0 ? steps(doing.steps().keySet()) : steps(doing.shaped());
        if (on > 0 && off == 0) {
            return "drew " + many + where;
        }
        if (on == 0 && off > 0) {
            return "erased " + many + where;
        }
        return doing.values().size() == 1 && on + off == 0
                ? "set the " + said(only(doing.values())) + " of " + many + where
                : "changed " + many + where;
    }

    /** One by its number, counted from 1 as the window does. */
    private static String steps(Set<Place.OfStep> steps) {
        return steps.size() == 1 ? "step " + (steps.iterator().next().index() + 1) : count(steps.size(), "step");
    }

    private String lane(Doing doing) {
        boolean length = doing.values().keySet().equals(Set.of(LaneFields.LENGTH.tag()));
        return length
                ? "made " + tracks(doing) + " " + count(number(doing, LaneFields.LENGTH), "step") + " long"
                : "changed the lane of " + tracks(doing);
    }

    private String track(Doing doing) {
        if (doing.values().size() > 1) {
            return "changed " + tracks(doing);
        }
        String tag = only(doing.values());
        if (tag.equals(TrackFields.MUTE.tag())) {
            return (Boolean.TRUE.equals(doing.values().get(tag)) ? "muted " : "unmuted ") + tracks(doing);
        }
        if (tag.equals(TrackFields.NAME.tag())) {
            return "named a track “" + doing.values().get(tag) + "”";
        }
        if (tag.equals(TrackFields.INSTRUMENT.tag())) {
            return "chose another sound for " + tracks(doing);
        }
        return tag.equals(TrackFields.POSITION.tag())
                ? "moved " + tracks(doing)
                : "set the " + said(tag) + " of " + tracks(doing);
    }

    private static String room(Doing doing) {
        if (doing.values().size() != 1) {
            return "changed the room";
        }
        String tag = only(doing.values());
        if (tag.equals(SessionFields.TEMPO.tag())) {
            long tempo = number(doing, SessionFields.TEMPO);
            String part = tempo % CENTI == 0 ? "" : String.format(Locale.ROOT, ".%02d", tempo % CENTI);
            return "set the tempo to " + tempo / CENTI + part;
        }
        return tag.equals(SessionFields.NAME.tag())
                ? "named the room “" + doing.values().get(tag) + "”"
                : "set the " + said(tag);
    }

    private String tracks(Doing doing) {
        if (doing.tracks().size() != 1) {
            return count(doing.tracks().size(), "track");
        }
        NodeId id = doing.tracks().iterator().next();
        String own = doing.names().getOrDefault(id, "");
        return own.isEmpty() ? called.apply(id) : own;
    }

    private static String patterns(Set<PatternSlot> slots) {
        return String.join(", ", slots.stream().sorted().map(PatternSlot::name).toList());
    }

    private static String count(long many, String what) {
        return many == 1 ? "1 " + what : many + " " + what + "s";
    }

    private static String only(Map<String, Object> values) {
        return values.keySet().iterator().next();
    }

    private static long number(Doing doing, Field<?, ?> field) {
        return doing.values().get(field.tag()) instanceof Integer value ? value : 0;
    }

    /** "filter.cutoff" as "filter cutoff", "keyLock" as "key lock". */
    private static String said(String tag) {
        return tag.replace('.', ' ').replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
    }
}
