package tutti.music;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tutti.edit.Field;
import tutti.edit.Fields;
import tutti.edit.LaneFields;
import tutti.edit.Order;
import tutti.edit.SessionFields;
import tutti.edit.StepFields;
import tutti.edit.TrackFields;
import tutti.edit.Value;
import tutti.edit.Wire;
import tutti.model.Instrument;
import tutti.model.Lane;
import tutti.model.NodeId;
import tutti.model.Pattern;
import tutti.model.PatternSlot;
import tutti.model.Session;
import tutti.model.Shelf;
import tutti.model.Step;
import tutti.model.Track;

/**
 * A groove in a text that people write, as the demos are kept. Fields stand under their tags, so a new field needs no
 * code here:
 *
 * <pre>
 * name First light                          a field of the session; the value is the rest of the line
 * track hat sample:synth/hat-closed Closed  begins a track: id, instrument, name
 * set volume -3000 pan 100 choke 1          fields of the track
 * steps xg-oxg-oxg-oxg-x                    its lane in pattern A: X 120, x 100, o 72, g 44, - off
 * lane value 1/8                            fields of the lane
 * all gate 90 pitch -5                      fields of every step that is on
 * 16 ratchet 3 condition 2:2                fields of one step, counted from 1
 * # a remark
 * </pre>
 */
public final class DemoText {
    private static final String LEVELS = "goxX";
    private static final List<Integer> VELOCITIES = List.of(44, 72, 100, 120);

    private Session session = Session.BLANK;
    private final List<NodeId> ids = new ArrayList<>();
    private final List<Track> tracks = new ArrayList<>();
    private final List<Lane> lanes = new ArrayList<>();

    private DemoText() {}

    /**
     * The session that {@code text} describes.
     *
     * @throws IllegalArgumentException naming the line that cannot be read
     */
    public static Session parse(String text) {
        DemoText demo = new DemoText();
        for (String line : text.lines().map(String::strip).toList()) {
            if (!line.isEmpty() && !line.startsWith("#")) {
                demo.read(line, List.of(line.split(" +")));
            }
        }
        return demo.session();
    }

    private void read(String line, List<String> words) {
        String verb = words.getFirst();
        switch (verb) {
            case "track" -> begin(line, words);
            case "set" -> set(tracks, with(line, TrackFields.table(), last(line, tracks), words));
            case "lane" -> set(lanes, with(line, LaneFields.table(), last(line, lanes), words));
            case "steps" -> set(lanes, steps(line, last(line, lanes), words.getLast()));
            case "all" -> set(lanes, all(line, last(line, lanes), words));
            default -> other(line, verb, words);
        }
    }

    private void other(String line, String verb, List<String> words) {
        if (!verb.chars().allMatch(Character::isDigit)) {
            String value = line.substring(verb.length()).strip();
            session = with(line, SessionFields.table(), session, List.of("", verb, value));
            return;
        }
        Lane lane = last(line, lanes);
        int index = Integer.parseInt(verb) - 1;
        require(line, index >= 0 && index < lane.length());
        set(lanes, lane.with(index, with(line, StepFields.table(), lane.steps().at(index), words)));
    }

    private void begin(String line, List<String> words) {
        require(line, words.size() >= 4);
        ids.add(new NodeId(words.get(1)));
        Track track = TrackFields.INSTRUMENT.of(new Instrument(words.get(2))).into(Track.BLANK);
        String name = String.join(" ", words.subList(3, words.size()));
        tracks.add(TrackFields.NAME.of(name).into(track));
        lanes.add(Lane.BLANK);
    }

    private static Lane steps(String line, Lane lane, String cells) {
        Lane next = LaneFields.LENGTH.of(cells.length()).into(lane);
        for (int i = 0; i < cells.length(); i++) {
            if (cells.charAt(i) != '-') {
                int level = LEVELS.indexOf(cells.charAt(i));
                require(line, level >= 0);
                Step on = StepFields.ON.of(true).into(Step.BLANK);
                next = next.with(
                        i, StepFields.VELOCITY.of(VELOCITIES.get(level)).into(on));
            }
        }
        return next;
    }

    private static Lane all(String line, Lane lane, List<String> words) {
        Lane next = lane;
        for (int i = 0; i < lane.length(); i++) {
            Step step = lane.steps().at(i);
            next = step.on() ? next.with(i, with(line, StepFields.table(), step, words)) : next;
        }
        return next;
    }

    /** {@code node} with the fields that follow the first word, each as its tag and its value. */
    private static <N> N with(String line, Fields<N> fields, N node, List<String> words) {
        require(line, words.size() % 2 == 1);
        N next = node;
        for (int i = 1; i < words.size(); i += 2) {
            Optional<Field<N, ?>> field = fields.find(words.get(i));
            Wire wire = wire(words.get(i + 1));
            Optional<? extends Value<N, ?>> value = field.flatMap(found -> found.read(wire));
            require(line, value.isPresent());
            next = value.get().into(next);
        }
        return next;
    }

    private static Wire wire(String word) {
        if (word.equals("true") || word.equals("false")) {
            return new Wire.Bool(word.equals("true"));
        }
        return word.matches("-?\\d{1,9}") ? new Wire.Num(Long.parseLong(word)) : new Wire.Str(word);
    }

    private static <T> T last(String line, List<T> list) {
        require(line, !list.isEmpty());
        return list.getLast();
    }

    private static <T> void set(List<T> list, T value) {
        list.set(list.size() - 1, value);
    }

    private static void require(String line, boolean fits) {
        if (!fits) {
            throw new IllegalArgumentException("not a line of a demo: " + line);
        }
    }

    private Session session() {
        Shelf<Track> shelf = session.tracks();
        Pattern pattern = session.pattern(PatternSlot.A);
        for (int i = 0; i < ids.size(); i++) {
            NodeId id = ids.get(i);
            String position = Order.spread(id, i, ids.size());
            shelf = shelf.with(id, TrackFields.POSITION.of(position).into(tracks.get(i)));
            pattern = pattern.with(id, lanes.get(i));
        }
        return session.withTracks(shelf).with(PatternSlot.A, pattern);
    }
}
