package tutti.client.ui;

import tutti.model.PatternSlot;

/** What can be done with whole patterns. FX thread. */
public interface Patterns {
    /** Copies it. */
    void copy(PatternSlot pattern);

    /** Pastes what was copied into it, and looks at it. */
    void paste(PatternSlot pattern);
}
