package tutti.model;

/**
 * One of the sixteen patterns: a lane for each track. A lane that was never touched is {@link Lane#BLANK}.
 *
 * @param name what people call it; may be empty
 * @param bars its length in bars of the room's meter, for launching, drawing and songs
 * @param lanes by the id of their track; blank lanes are left out
 */
public record Pattern(String name, int bars, Shelf<Lane> lanes) {
    /** All defaults. */
    public static final Pattern BLANK = new Pattern("", 1, Shelf.empty());

    /** The lane of that track. */
    public Lane lane(NodeId track) {
        return lanes.get(track).orElse(Lane.BLANK);
    }

    /** This pattern with {@code lane} for that track. */
    public Pattern with(NodeId track, Lane lane) {
        return new Pattern(name, bars, lane.equals(Lane.BLANK) ? lanes.without(track) : lanes.with(track, lane));
    }
}
