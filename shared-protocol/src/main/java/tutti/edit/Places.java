package tutti.edit;

import java.util.Optional;
import tutti.model.Limits;
import tutti.model.NodeId;
import tutti.model.PatternSlot;

/** Reads places from their paths. */
public final class Places {
    private static final int LONGEST = 64;
    private static final int INDEX_DIGITS = 3;

    private Places() {}

    /** The place whose {@link Place#path} is {@code path}, or nothing. */
    public static Optional<Place<?>> parse(String path) {
        if (path.length() > LONGEST) {
            return Optional.empty();
        }
        String[] parts = path.split("/", -1);
        return switch (parts.length) {
            case 1 -> single(path);
            case 2 ->
                parts[0].equals("pattern")
                        ? pattern(parts[1])
                        : root(parts[0], parts[1]).map(r -> r);
            case 3 -> lane(parts);
            case 4 -> step(parts);
            default -> Optional.empty();
        };
    }

    private static Optional<Place<?>> single(String path) {
        return switch (path) {
            case "session" -> Optional.of(new Place.OfSession());
            case "effects" -> Optional.of(new Place.OfEffects());
            default -> Optional.empty();
        };
    }

    private static Optional<Place<?>> pattern(String slot) {
        return PatternSlot.parse(slot).map(Place.OfPattern::new);
    }

    private static Optional<Root<?>> root(String type, String text) {
        Optional<NodeId> id = NodeId.parse(text);
        return switch (type) {
            case "track" -> id.map(Root.OfTrack::new);
            case "section" -> id.map(Root.OfSection::new);
            case "muteset" -> id.map(Root.OfMuteSet::new);
            case "moment" -> id.map(Root.OfMoment::new);
            default -> Optional.empty();
        };
    }

    private static Optional<Place<?>> lane(String[] parts) {
        Optional<PatternSlot> slot = PatternSlot.parse(parts[1]);
        Optional<NodeId> track = NodeId.parse(parts[2]);
        return parts[0].equals("lane") && slot.isPresent() && track.isPresent()
                ? Optional.of(new Place.OfLane(slot.get(), track.get()))
                : Optional.empty();
    }

    private static Optional<Place<?>> step(String[] parts) {
        Optional<PatternSlot> slot = PatternSlot.parse(parts[1]);
        Optional<NodeId> track = NodeId.parse(parts[2]);
        return parts[0].equals("step") && slot.isPresent() && track.isPresent() && index(parts[3])
                ? Optional.of(new Place.OfStep(slot.get(), track.get(), Integer.parseInt(parts[3])))
                : Optional.empty();
    }

    private static boolean index(String text) {
        boolean digits =
                !text.isEmpty() && text.length() <= INDEX_DIGITS && text.chars().allMatch(c -> c >= '0' && c <= '9');
        boolean shortest = text.length() == 1 || !text.startsWith("0");
        return digits && shortest && Integer.parseInt(text) < Limits.STEPS;
    }
}
