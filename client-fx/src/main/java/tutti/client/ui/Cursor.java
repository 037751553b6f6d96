package tutti.client.ui;

import tutti.model.NodeId;
import tutti.model.PatternSlot;

/**
 * Where somebody stands.
 *
 * @param step 0 to 127
 */
public record Cursor(PatternSlot pattern, NodeId track, int step) {}
