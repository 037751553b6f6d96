package tutti.e2e;

import java.util.List;
import java.util.stream.Stream;

/** What a fault suite says once it has passed; {@code ./tutti reliability} makes a row of it. */
record FaultLine(String fault, String injected, int times, long acknowledged, String recovery) {
    /** Nothing was lost, or the suite would not have passed. */
    void print() {
        System.out.println(String.join("\t", "fault", fault, injected, "" + times, "" + acknowledged, "0", recovery));
    }

    /** Half of the times and the longest, in words. */
    static String times(List<Long> nanos) {
        Stream<Long> sorted = nanos.stream().sorted().map(time -> time / 1_000_000);
        List<Long> millis = sorted.toList();
        return "p50 " + millis.get(millis.size() / 2) + " ms, max " + millis.getLast() + " ms";
    }
}
