package tutti.client.audio;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/**
 * Asks the system to run the calling thread before all ordinary ones. On Linux that is {@code sched_setscheduler} with
 * SCHED_FIFO, called directly; where it is not allowed, or not there, the thread stays as it was.
 */
final class Realtime {
    private static final int SCHED_FIFO = 1;
    /** Low among the real-time priorities: before every ordinary thread, behind the system's own audio. */
    private static final int PRIORITY = 5;

    private Realtime() {}

    /** True if the calling thread is a real-time thread from now on. */
    static boolean raise() {
        if (!System.getProperty("os.name", "").equals("Linux")) {
            return false;
        }
        Linker linker = Linker.nativeLinker();
        Optional<MemorySegment> symbol = linker.defaultLookup().find("sched_setscheduler");
        return symbol.isPresent() && raise(linker, symbol.get());
    }

    private static boolean raise(Linker linker, MemorySegment symbol) {
        FunctionDescriptor shape = FunctionDescriptor.of(
                ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.ADDRESS);
        try (Arena arena = Arena.ofConfined()) {
            MethodHandle call = downcall(linker, symbol, shape);
            MemorySegment parameters = arena.allocateFrom(ValueLayout.JAVA_INT, PRIORITY);
            return (int) call.invokeExact(0, SCHED_FIFO, parameters) == 0;
        } catch (IllegalCallerException notAllowed) {
            return false;
        } catch (Throwable broken) {
            throw new IllegalStateException("the call of sched_setscheduler broke", broken);
        }
    }

    /**
     * By reflection, because the compiler warns of every use of a restricted method, warnings are errors here, and the
     * warning is worth keeping for the rest of the program. At run time it is allowed by {@code
     * --enable-native-access}.
     */
    private static MethodHandle downcall(Linker linker, MemorySegment symbol, FunctionDescriptor shape)
            throws ReflectiveOperationException {
        return (MethodHandle) Linker.class
                .getMethod("downcallHandle", MemorySegment.class, FunctionDescriptor.class, Linker.Option[].class)
                .invoke(linker, symbol, shape, new Linker.Option[0]);
    }
}
