package tutti.bench;

/** Something to be measured. */
public interface Benchmark {

    /** What {@code ./tutti bench NAME} calls it; its figures' names begin with it. */
    String name();

    /** What it measures, in a line for people. */
    String summary();

    /**
     * Measures; it may take a minute and blocks until it is done.
     *
     * @throws Exception whatever keeps it from measuring: a benchmark has nobody to recover for
     */
    void run(Figures figures) throws Exception;
}
