package tutti.client.audio;

import java.util.List;
import tutti.model.Track;

/**
 * Eight sounds that go together, in the order of tracks.
 *
 * @param slots each track as it is when it gets this sound: name, instrument, volume, pan, choke group
 */
public record Kit(String id, String name, List<Track> slots) {
    /** Copies the list. */
    public Kit {
        slots = List.copyOf(slots);
    }
}
