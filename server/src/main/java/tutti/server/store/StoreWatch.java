package tutti.server.store;

/** Is told when the store is lost and when it is well again. Called on threads of the store; must not block. */
public interface StoreWatch {
    /** The store failed and was dropped: every room drops its state and says that it is paused. */
    void lost(String reason);

    /** The store is open again: rooms reload and welcome everyone. */
    void well();
}
