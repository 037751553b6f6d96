package tutti.sync;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import tutti.edit.Property;
import tutti.edit.Root;

/** What undo must know of the past. */
public interface History {
    /** Seq of the oldest row that is known; one more than the newest if none is. */
    long low();

    /** Seq of the newest row. */
    long high();

    /** Seq of the first row of a member's gesture, known or not, if any row of it is known. */
    OptionalLong first(MemberId member, GestureId gesture);

    /** The known rows of a member's gesture, in order. */
    List<Row> rows(MemberId member, GestureId gesture);

    /** Who set a property, and which row's value stands there. */
    Optional<Touch> touch(Property property);

    /** Whether a known row after {@code seq} forgot {@code root} with all that belonged to it. */
    boolean forgotten(Root<?> root, long seq);

    /** Who but {@code member} put anything into {@code root} after the row {@code seq}, even if it was undone since. */
    Optional<MemberId> stranger(Root<?> root, long seq, MemberId member);
}
