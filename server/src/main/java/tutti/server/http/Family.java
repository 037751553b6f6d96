package tutti.server.http;

import java.util.List;
import java.util.function.Supplier;

/**
 * A metric as Prometheus reads it (text format 0.0.4). There is no registry: what is rendered is a list of suppliers,
 * each asked when somebody looks.
 *
 * @param name begins with {@code tutti_}
 * @param type of the whole family
 * @param help one line for people
 * @param samples its values now
 */
public record Family(String name, Type type, String help, List<Sample> samples) {
    private static final String PREFIX = "tutti_";

    /** What Prometheus makes of it. */
    public enum Type {
        COUNTER("counter"),
        GAUGE("gauge"),
        HISTOGRAM("histogram");

        private final String word;

        Type(String word) {
            this.word = word;
        }
    }

    /**
     * One line.
     *
     * @param suffix to the family's name
     * @param labels such as <code>{le="0.1"}</code>, or empty
     */
    public record Sample(String suffix, String labels, double value) {}

    /** Copies the samples. */
    public Family {
        if (!name.matches(PREFIX + "[a-z_]+")) {
            throw new IllegalArgumentException("a metric called " + name);
        }
        samples = List.copyOf(samples);
    }

    /** A number that only rises; its name ends in {@code _total}. */
    public static Family counter(String name, String help, double value) {
        return single(name, Type.COUNTER, help, value);
    }

    /** A number that rises and falls. */
    public static Family gauge(String name, String help, double value) {
        return single(name, Type.GAUGE, help, value);
    }

    private static Family single(String name, Type type, String help, double value) {
        return new Family(name, type, help, List.of(new Sample("", "", value)));
    }

    /** The page of all of them. */
    static String render(List<Supplier<Family>> families) {
        StringBuilder page = new StringBuilder();
        families.forEach(family -> family.get().render(page));
        return page.toString();
    }

    private void render(StringBuilder page) {
        page.append("# HELP ").append(name).append(' ').append(help).append('\n');
        page.append("# TYPE ").append(name).append(' ').append(type.word).append('\n');
        for (Sample sample : samples) {
            page.append(name).append(sample.suffix()).append(sample.labels());
            page.append(' ').append(number(sample.value())).append('\n');
        }
    }

    private static String number(double value) {
        boolean whole = value == Math.rint(value) && Math.abs(value) < 1L << 53;
        return whole ? Long.toString((long) value) : Double.toString(value);
    }
}
