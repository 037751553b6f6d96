package tutti.server.http;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * What HTTP asks of the rooms. Each call comes on a virtual thread of its own and may block (it should answer within
 * {@link Limits#ANSWER_MILLIS}); many at a time. An exception is a bug or a broken device: it is logged and answered
 * with 500 in fixed words.
 */
public interface Api {
    /**
     * The sessions that exist, the newest first, at most {@link Limits#LISTED} at once.
     *
     * @param after id of the session that the page before ended with; nothing for the first page
     */
    Paged<Listing> sessions(Optional<String> after);

    /** The sessions that are deleted, those of late first; the parameter is that of {@link #sessions}. */
    Paged<Binned> bin(Optional<String> after);

    /**
     * Makes a session under a client-made id: empty, from a document in the form of the KV file, or as a copy of
     * another one. Sent twice, it is answered twice the same.
     *
     * @param body JSON text of the request, not yet parsed
     */
    Answer create(String body);

    /**
     * Puts a session into the bin. Who is in hears it and goes.
     *
     * @param secret of a member, from {@code Authorization: Bearer}
     * @param request client-made id of this asking; sent twice, it is done once
     */
    Answer delete(String id, String secret, String request);

    /** Takes a session out of the bin again; the parameters are those of {@link #delete}. */
    Answer bringBack(String id, String secret, String request);

    /** Deletes for ever what is in the bin; the parameters are those of {@link #delete}. */
    Answer purge(String id, String secret, String request);

    /**
     * The tag that {@link #read} would give now, without the work that a document is; nothing where that is not known.
     *
     * @param seq of the row after which it is read; nothing for the newest
     */
    Optional<String> tag(String id, OptionalLong seq);

    /** The document, of the live room where there is one; wakes nothing. */
    Answer read(String id);

    /** The document as it was after the row {@code seq}; wakes nothing. */
    Answer read(String id, long seq);

    /**
     * Rows, newest first; wakes nothing.
     *
     * @param before only rows before this one
     * @param limit at most so many
     * @param acts also what was played, launched and stopped meanwhile
     */
    Answer history(String id, long before, int limit, boolean acts);

    /**
     * An edit with outbox and number.
     *
     * @param secret of the member, from {@code Authorization: Bearer}
     * @param body JSON text of the request, not yet parsed
     */
    Answer edit(String id, String secret, String body);
}
