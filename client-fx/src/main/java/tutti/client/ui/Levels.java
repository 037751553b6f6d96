package tutti.client.ui;

import tutti.model.NodeId;

/** How loud each track is right now. Asked once a frame; any thread. */
public interface Levels {
    /** Of a room in which nothing sounds. */
    Levels SILENCE = track -> 0;

    /** Peak since the last frame, 0 to 1. */
    double of(NodeId track);
}
