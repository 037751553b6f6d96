package tutti.server.kv;

import java.util.Optional;
import tutti.server.store.Bytes;

/**
 * Reads the stamp out of a document's text. The file's content is the same text that a REST read answers, so the stamp
 * is a few top-level fields of it (its seq, its chain in hex, the store's id); whoever knows that text implements this.
 */
@FunctionalInterface
public interface Stamps {
    /** The stamp, or nothing if this is not a whole document of ours. Never throws, whatever the content. */
    Optional<Stamp> stampOf(Bytes document);

    /** What is written for a document: its text, and whatever proves later that it is what was written. */
    default Bytes sealed(Bytes document) {
        return document;
    }

    /** The document in a file, or nothing if the file is not what was written. Never throws. */
    default Optional<Bytes> opened(Bytes file) {
        return Optional.of(file);
    }
}
