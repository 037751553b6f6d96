package tutti.sync;

import tutti.edit.Mutation;
import tutti.edit.Part;

/** The canonical form of rows and parts, as the codec writes it. Pure; any thread. */
public interface Form {
    /** The canonical text of a row. */
    String row(Row row);

    /** The row of a text that {@link #row(Row)} made. */
    Row row(String text);

    /** Bytes that a mutation takes in a row. */
    int size(Mutation mutation);

    /** Bytes that a part takes in a snapshot. */
    int size(Part part);
}
