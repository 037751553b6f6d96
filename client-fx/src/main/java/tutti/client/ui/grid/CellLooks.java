package tutti.client.ui.grid;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tutti.client.ui.Catalogue.Sound;
import tutti.client.ui.Focus.Spot;
import tutti.model.Condition;
import tutti.model.Lane;
import tutti.model.NodeId;
import tutti.model.Step;
import tutti.model.Track;
import tutti.music.Notes;

/**
 * From the document to what the cells of a row show.
 *
 * @param sound the track's, if it is known here
 * @param flats whether the key is written with flats
 * @param chosen selected steps of all rows
 * @param speaking a step under a drag, which says its velocity; −1: none
 */
record CellLooks(
        NodeId id, Track track, Lane lane, Optional<Sound> sound, boolean flats, Set<Spot> chosen, int speaking) {
    List<CellLook> on(LaneShape shape) {
        List<CellLook> looks = new ArrayList<>();
        for (int i = shape.first(); i < shape.last(); i++) {
            looks.add(look(shape, i));
        }
        return looks;
    }

    private CellLook look(LaneShape shape, int index) {
        Step step = lane.steps().at(index);
        double x = shape.x(index);
        double lead = index == shape.first() ? 0 : x - shape.end(index - 1);
        List<String> words = step.on() ? words(step, index) : List.of();
        return new CellLook(
                x,
                shape.width(index),
                lead,
                index < lane.length(),
                shape.light(index),
                step.on(),
                step.velocity(),
                step.accent(),
                words.isEmpty() ? "" : words.getFirst(),
                words.size() < 2 ? "" : words.get(1),
                step.ratchet(),
                !step.locks().all().isEmpty(),
                step.nudge(),
                step.tie(),
                chosen.contains(new Spot(id, index)),
                track.colour());
    }

    private List<String> words(Step step, int index) {
        List<String> words = new ArrayList<>();
        if (index == speaking) {
            words.add(Integer.toString(step.velocity()));
            return words;
        }
        pitch(step).ifPresent(words::add);
        if (step.chance() < 100) {
            words.add(step.chance() + "%");
        }
        if (!step.condition().equals(Condition.ALWAYS)) {
            words.add(brief(step.condition()));
        }
        return words;
    }

    /** The note of a pitched sound, or how far a drum is from its own. */
    private Optional<String> pitch(Step step) {
        int offset = step.pitch() + track.transpose();
        if (sound.isPresent() && sound.get().pitched()) {
            return Optional.of(Notes.name(sound.get().root() + offset, flats));
        }
        return step.pitch() == 0
                ? Optional.empty()
                : Optional.of(step.pitch() > 0 ? "+" + step.pitch() : "−" + -step.pitch());
    }

    private static String brief(Condition condition) {
        String not = condition.not() ? "!" : "";
        return switch (condition.test()) {
            case ALWAYS -> "";
            case LAP -> condition.code();
            case FIRST -> not + "1st";
            case PREVIOUS -> not + "pre";
            case NEIGHBOUR -> not + "nei";
            case FILL -> not + "fil";
        };
    }
}
