package tutti.client.ui;

import java.util.List;
import java.util.Optional;
import tutti.edit.Field;
import tutti.edit.Mutation;
import tutti.edit.Place;

/** A region's hands on the document: it numbers gestures and sends their edits. One for each region. */
public final class Hands {
    /** Mutations of an edit at most, so that it is never too large to be sent. */
    private static final int ONE_EDIT = 256;

    private final Desk desk;
    private final Numbers numbers;
    private Optional<Gesture> open = Optional.empty();
    private Optional<Runnable> tied = Optional.empty();
    /** A hold was broken by tying and its hand has not let go yet: the rest of it is nobody's gesture. */
    private boolean broken;

    /** Counts the gestures of one window. */
    public static final class Numbers {
        private long last;

        private long next() {
            return ++last;
        }
    }

    public Hands(Desk desk, Numbers numbers) {
        this.desk = desk;
        this.numbers = numbers;
    }

    /**
     * Nothing can be edited from now on, and {@code instead} is run when somebody tries; empty: it can. A hold that is
     * open ends, and does not go on however long the hand still drags.
     */
    public void tie(Optional<Runnable> instead) {
        boolean holding = broken || open.isPresent();
        let();
        broken = holding;
        tied = instead;
    }

    /** Edits within the hold that is open, or opens one called {@code words}. */
    public void hold(String words, List<Mutation> mutations) {
        if (tied.isPresent()) {
            tied.get().run();
            return;
        }
        if (broken) {
            return;
        }
        if (open.isEmpty()) {
            open = Optional.of(new Gesture(numbers.next(), words));
        }
        open.filter(g -> !mutations.isEmpty()).ifPresent(g -> desk.edit(g, mutations));
    }

    /** Ends the hold that is open. */
    public void let() {
        broken = false;
        if (open.isPresent()) {
            open = Optional.empty();
            desk.endGesture();
        }
    }

    /** Takes the hold that is open back, as if it had not been. */
    public void cancel() {
        Optional<Gesture> held = open;
        open = Optional.empty();
        broken = false;
        held.ifPresent(desk::cancel);
    }

    /** A whole gesture at once; nothing if there is nothing to change. */
    public void once(String words, List<Mutation> mutations) {
        let();
        for (int i = 0; i < mutations.size(); i += ONE_EDIT) {
            hold(words, mutations.subList(i, Math.min(i + ONE_EDIT, mutations.size())));
        }
        let();
    }

    /** A whole gesture that puts one value. */
    public <N, T> void once(String words, Place<N> place, Field<N, T> field, T value) {
        once(words, List.of(Mutation.put(place, field, value)));
    }
}
