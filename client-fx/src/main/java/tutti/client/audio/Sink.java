package tutti.client.audio;

/** Where frames go: a sound card, or a test. */
interface Sink {
    /** Frames a second that it takes. */
    int rate();

    /** Frames that it keeps before they are heard. */
    int bufferFrames();

    /**
     * Takes interleaved 16-bit stereo frames, blocking while it has no room. Returns how many frames it took; fewer
     * than given if it is gone.
     */
    int write(byte[] bytes, int frames);
}
