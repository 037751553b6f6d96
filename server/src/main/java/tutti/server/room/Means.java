package tutti.server.room;

import java.util.concurrent.Executor;
import java.util.function.Supplier;
import tutti.server.kv.SnapshotStore;
import tutti.server.store.Journal;
import tutti.wire.Codec;

/**
 * What every room works with. Tests give clocks, timers and executors of their own.
 *
 * @param turns runs the rooms' turns; a turn does not block
 * @param errands runs what blocks on a disk
 * @param scribes work on whole documents
 * @param ids random ids that cannot be guessed
 */
record Means(
        Journal journal,
        SnapshotStore files,
        Codec codec,
        RoomTime time,
        Timers timers,
        Executor turns,
        Executor errands,
        Scribes scribes,
        Supplier<String> ids,
        Tally tally) {}
