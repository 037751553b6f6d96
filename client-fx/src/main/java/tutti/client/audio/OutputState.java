package tutti.client.audio;

/** How it stands with the sound. Every case is something to say to the person who listens. */
public sealed interface OutputState {
    /** The device is being tried. */
    record Opening() implements OutputState {}

    /**
     * It sounds.
     *
     * @param rate frames a second of the device
     * @param bufferFrames of the device, which is the latency that we know of
     * @param realtime whether the audio thread is scheduled before all others
     */
    record Playing(int rate, int bufferFrames, boolean realtime) implements OutputState {}

    /** There is no device, or none that works; the music goes on silently. */
    record NoDevice(String reason) implements OutputState {}

    /** It was closed. */
    record Closed() implements OutputState {}
}
