package tutti.music;

/** When somebody in the room holds "fill". */
@FunctionalInterface
public interface Fill {
    /** Nobody ever does. */
    Fill NEVER = tick -> false;

    /** Whether the written moment {@code tick}, in ticks since the launch, lies in a fill. */
    boolean at(long tick);
}
