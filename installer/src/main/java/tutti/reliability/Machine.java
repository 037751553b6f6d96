package tutti.reliability;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Locale;

/** What the suites ran on; without its name. */
record Machine(int cores, long memoryBytes, String system, String jdk) {
    private static final long GIB = 1L << 30;

    static Machine here() {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return new Machine(
                system.getAvailableProcessors(),
                system.getTotalMemorySize(),
                "%s %s (%s)".formatted(system.getName(), system.getVersion(), system.getArch()),
                "JDK " + Runtime.version());
    }

    String words() {
        return String.format(Locale.ROOT, "%d cores, %d GiB of memory, %s, %s", cores, memoryBytes / GIB, system, jdk);
    }
}
