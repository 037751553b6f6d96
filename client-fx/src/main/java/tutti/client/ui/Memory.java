package tutti.client.ui;

import tutti.sync.Scope;

/** What a person can ask of the room's past. Called on the FX thread; nothing here blocks. */
public interface Memory {
    /** Begins to read, the newest first, and stays at what is new; again after a problem. */
    void open();

    /** Reads further back. */
    void older();

    /** Stops reading; what was read stays. */
    void halt();

    /** Nobody looks at the past any more. */
    void close();

    /** Shows the room as it was after a deed. */
    void see(Past.Deed deed);

    /** Shows the room as it is. */
    void now();

    /** Makes {@code scope} what it was in the moment that is looked at, for everybody, and shows the room as it is. */
    void restore(Scope scope);
}
