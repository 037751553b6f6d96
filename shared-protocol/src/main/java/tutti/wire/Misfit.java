package tutti.wire;

import java.io.Serial;
import tutti.wire.Parsed.Malformed;

/**
 * Carries a fault from deep inside a text out to the door, where it becomes {@link Malformed}; never leaves this
 * package. It has no stack trace, as it says nothing about our own code and may be made often by a hostile sender.
 */
final class Misfit extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    private final String what;
    private final String where;

    /** @param what in words, without any of the sender's text */
    Misfit(String what) {
        this(what, "");
    }

    private Misfit(String what, String where) {
        super(what, null, false, false);
        this.what = what;
        this.where = where;
    }

    /** The same fault, seen from the object that has it under {@code name}. */
    Misfit in(String name) {
        return new Misfit(what, where.isEmpty() || where.startsWith("[") ? name + where : name + "." + where);
    }

    /** The same fault, seen from the list that has it at {@code index}. */
    Misfit in(int index) {
        return new Misfit(what, "[" + index + "]" + (where.isEmpty() || where.startsWith("[") ? "" : ".") + where);
    }

    <T> Malformed<T> malformed() {
        return new Malformed<>(what, where);
    }
}
