package tutti.server.http;

import java.util.List;
import java.util.Optional;

/**
 * What HTTP asks of the rooms. Each call comes on a virtual thread of its own and may block (it should answer within
 * {@link Limits#ANSWER_MILLIS}); many at a time. An exception is a bug or a broken device: it is logged and answered
 * with 500 in fixed words.
 */
public interface Api {
    /** The sessions that exist, busy ones and new ones first; nothing while the store cannot say. */
    Optional<List<Listing>> sessions();

    /** The sessions that are deleted, the newest first; nothing while the store cannot say. */
    Optional<List<Binned>> bin();

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
