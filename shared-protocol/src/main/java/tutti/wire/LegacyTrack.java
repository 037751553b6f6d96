package tutti.wire;

import tutti.model.Lane;
import tutti.model.NodeId;
import tutti.model.Track;

/** A track of an old record, and its lane. */
record LegacyTrack(NodeId id, Track track, Lane lane) {}
