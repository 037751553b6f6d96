package tutti.server.store;

import java.util.List;

/**
 * What a session keeps of its authors.
 *
 * @param damaged authors whose name is not as it was written, and so not in {@code whole}
 */
public record Faces(List<Face> whole, List<Damage> damaged) {
    /** Nobody is known. */
    public static final Faces NONE = new Faces(List.of(), List.of());

    /** Keeps copies. */
    public Faces {
        whole = List.copyOf(whole);
        damaged = List.copyOf(damaged);
    }
}
