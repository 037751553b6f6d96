package tutti.client.audio;

/** Where an engine's sound goes. Any thread; nothing blocks but {@link #close}. */
public interface Output extends AutoCloseable {
    /** How it stands. */
    OutputState state();

    /** The room frame that is heard at {@code nanoTime}; the room's own time where nothing sounds. For the playhead. */
    long heardFrame(long nanoTime);

    /** Falls silent and gives the device back. Waits for its thread, at most a second. */
    @Override
    void close();
}
