package tutti.sync;

import tutti.edit.Mutation;

/** The canonical form of rows, as the codec writes it. Pure; any thread. */
public interface Form {
    /** The canonical UTF-8 bytes of a row. */
    byte[] row(Row row);

    /** Bytes that a mutation takes in a row. */
    int size(Mutation mutation);
}
