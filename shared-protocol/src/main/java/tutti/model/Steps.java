package tutti.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/** The steps of a lane, 0 to 127, kept sparse: a step that was never set is {@link Step#BLANK}. Immutable. */
public final class Steps {
    /** No step set. */
    public static final Steps NONE = new Steps(List.of());

    private final List<Step> cells;

    private Steps(List<Step> cells) {
        this.cells = cells;
    }

    /** The step at {@code index}, 0 to 127. */
    public Step at(int index) {
        return index < cells.size() ? cells.get(index) : Step.BLANK;
    }

    /** One more than the highest index that holds a step which is not blank; 0 if there is none. */
    public int extent() {
        return cells.size();
    }

    /** The indices of the steps that anybody touched, in order. */
    public IntStream touched() {
        return IntStream.range(0, extent()).filter(i -> !at(i).equals(Step.BLANK));
    }

    /** These steps with {@code step} at {@code index}, 0 to 127. */
    public Steps with(int index, Step step) {
        List<Step> next = new ArrayList<>(cells);
        while (next.size() <= index) {
            next.add(Step.BLANK);
        }
        next.set(index, step);
        while (!next.isEmpty() && next.getLast().equals(Step.BLANK)) {
            next.removeLast();
        }
        return next.isEmpty() ? NONE : new Steps(Collections.unmodifiableList(next));
    }

    @Override
    public boolean equals(Object other) {
        return this == other || (other instanceof Steps steps && cells.equals(steps.cells));
    }

    @Override
    public int hashCode() {
        return cells.hashCode();
    }

    @Override
    public String toString() {
        return cells.toString();
    }
}
