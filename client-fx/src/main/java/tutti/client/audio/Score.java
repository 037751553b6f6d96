package tutti.client.audio;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tutti.model.NodeId;
import tutti.music.Timeline;

/**
 * Everything that the engine has to know of the room, in one immutable value: the tracks by slot, what plays and when,
 * the master. A change of any of it is a new score that shares all that did not change.
 */
public final class Score {
    private final Timeline timeline;
    private final @Nullable TrackScore[] tracks;
    private final List<Part> parts;
    private final Master master;

    /**
     * The room's master.
     *
     * @param gain linear
     * @param ceiling of the limiter, linear
     * @param release of the limiter: the part of the way back each frame
     * @param beatTicks of the meter
     * @param beats of a bar
     */
    record Master(float gain, double ceiling, double release, int beatTicks, int beats) {}

    Score(Timeline timeline, @Nullable TrackScore[] tracks, List<Part> parts, Master master) {
        this.timeline = timeline;
        this.tracks = tracks;
        this.parts = List.copyOf(parts);
        this.master = master;
    }

    Timeline timeline() {
        return timeline;
    }

    @Nullable
    TrackScore track(int slot) {
        return tracks[slot];
    }

    /** What plays, at most {@link Scheduler#PARTS}, in order of time. */
    List<Part> parts() {
        return parts;
    }

    Master master() {
        return master;
    }

    /** The slot in which that track plays, which is also that of its meter; −1 if it plays in none. Any thread. */
    public int slot(NodeId track) {
        for (int slot = 0; slot < tracks.length; slot++) {
            TrackScore candidate = tracks[slot];
            if (candidate != null && candidate.id().equals(track)) {
                return slot;
            }
        }
        return -1;
    }
}
