package tutti.server.room;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import tutti.server.store.StoreWatch;

/**
 * Carries what the store says of itself to the rooms, which are made after it: the store is opened with a bell, and the
 * bell is hung into the {@link RoomHost}. Any thread.
 */
public final class StoreBell implements StoreWatch {
    private final AtomicReference<@Nullable StoreWatch> ears = new AtomicReference<>();

    /** From now on {@code listener} is told. */
    void hang(StoreWatch listener) {
        ears.set(listener);
    }

    @Override
    public void lost(String reason) {
        StoreWatch listener = ears.get();
        if (listener != null) {
            listener.lost(reason);
        }
    }

    @Override
    public void well() {
        StoreWatch listener = ears.get();
        if (listener != null) {
            listener.well();
        }
    }
}
