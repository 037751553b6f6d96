package tutti.client.audio;

import java.util.ArrayList;
import java.util.List;

/**
 * A sound card in simulated time: it takes frames at its own rate, keeps a buffer, blocks while that is full, and loses
 * time when it runs dry. It remembers when each sound was heard.
 */
final class SimulatedSink implements Sink {
    private static final double SECOND = 1e9;

    private final int rate;
    private final double trueRate;
    private final int buffer;
    private double now;
    private double emptyAt;
    private int frames;
    private int left = Integer.MAX_VALUE;
    private final List<Double> heard = new ArrayList<>();

    /** A card that says {@code rate} and takes {@code trueRate} frames a second. */
    SimulatedSink(int rate, double trueRate, int buffer) {
        this.rate = rate;
        this.trueRate = trueRate;
        this.buffer = buffer;
    }

    /** It goes away after so many frames. */
    SimulatedSink goingAfter(int frames) {
        left = frames;
        return this;
    }

    long nanoTime() {
        return (long) now;
    }

    void stall(double seconds) {
        now += seconds * SECOND;
    }

    /** The nanoTimes at which a sample over a thousandth was heard that came after silence. */
    List<Double> heard() {
        return heard;
    }

    int frames() {
        return frames;
    }

    @Override
    public int rate() {
        return rate;
    }

    @Override
    public int bufferFrames() {
        return buffer;
    }

    @Override
    public int write(byte[] bytes, int count) {
        if (left < count) {
            return 0;
        }
        left -= count;
        emptyAt = Math.max(emptyAt, now);
        for (int i = 0; i < count; i++) {
            int sample = bytes[4 * i + 1] * 256 + (bytes[4 * i] & 0xFF);
            if (Math.abs(sample) > 300) {
                heard.add(emptyAt + i * SECOND / trueRate);
            }
        }
        emptyAt += count * SECOND / trueRate;
        now = Math.max(now, emptyAt - buffer * SECOND / trueRate);
        frames += count;
        return count;
    }
}
