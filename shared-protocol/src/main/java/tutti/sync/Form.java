package tutti.sync;

import tutti.edit.Mutation;

/** The canonical form of rows, as the codec writes it. Pure; any thread. */
public interface Form {
    /** The canonical text of a row. */
    String row(Row row);

    /** Bytes that a mutation takes in a row. */
    int size(Mutation mutation);
}
