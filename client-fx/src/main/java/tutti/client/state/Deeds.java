package tutti.client.state;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tutti.edit.Mutation;
import tutti.edit.Place;
import tutti.edit.Property;
import tutti.edit.Root;
import tutti.edit.TrackFields;
import tutti.sync.MemberId;
import tutti.sync.Muted;
import tutti.sync.Row;

/**
 * Who changed what last, as far as the Welcome and the rows since have told. The session thread writes; any thread
 * reads.
 * At most as many entries as the document can have values.
 */
public final class Deeds {
    private final Map<Property, MemberId> properties = new ConcurrentHashMap<>();
    private final Map<Place<?>, MemberId> places = new ConcurrentHashMap<>();
    private volatile Optional<Row> restored = Optional.empty();

    void add(Row row) {
        if (row.gesture().restored().isPresent() && row.seq() == row.first()) {
            restored = Optional.of(row);
        }
        for (Mutation mutation : row.mutations()) {
            places.put(mutation.place(), row.by());
            if (mutation instanceof Mutation.Put<?, ?> put) {
                properties.put(put.property(), row.by());
            }
        }
    }

    void add(Muted muted) {
        properties.put(new Property(new Root.OfTrack(muted.track()), TrackFields.MUTE), muted.by());
    }

    void clear() {
        properties.clear();
        places.clear();
    }

    /** Who set that property last. */
    public Optional<MemberId> last(Property property) {
        return Optional.ofNullable(properties.get(property));
    }

    /** The newest row in which something was made what it once was, if one came since I am here. */
    public Optional<Row> restored() {
        return restored;
    }

    /** Who changed anything of that place last. */
    public Optional<MemberId> last(Place<?> place) {
        return Optional.ofNullable(places.get(place));
    }
}
