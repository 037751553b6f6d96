package tutti.server.store;

/** What became of copying a store. */
public sealed interface Copied {
    /**
     * It is done, synced and verified.
     *
     * @param sessions living ones
     * @param rows of them all
     * @param packed how many of those are packed
     * @param bytesBefore size of the file that was copied
     * @param bytesAfter size of the new file
     * @param legacy legacy records beside the store that were copied, too
     * @param pauseNanos how long no edit could be committed
     */
    record Done(long sessions, long rows, long packed, long bytesBefore, long bytesAfter, long legacy, long pauseNanos)
            implements Copied {
        Done after(long pause) {
            return new Done(sessions, rows, packed, bytesBefore, bytesAfter, legacy, pause);
        }

        Done with(long records) {
            return new Done(sessions, rows, packed, bytesBefore, bytesAfter, records, pauseNanos);
        }
    }

    /** Its follower ended it, or the store was closed. Nothing of it is left. */
    record Cancelled() implements Copied {}
}
