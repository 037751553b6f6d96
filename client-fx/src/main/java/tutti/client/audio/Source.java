package tutti.client.audio;

/** What makes the samples of one note. Lives in a {@link Voice}, is used again for every note, never allocates. */
sealed interface Source permits Sampler, Subtractor {
    /** Writes the next {@code frames} samples to the beginning of {@code out}. Audio thread. */
    void render(float[] out, int frames);

    /** The key was let go: {@code render} goes on with what follows. */
    void release();

    /** Nothing more will come. */
    boolean ended();
}
