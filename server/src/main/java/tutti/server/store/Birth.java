package tutti.server.store;

import java.util.SortedMap;

/**
 * How a session begins: a whole snapshot, without a row.
 *
 * @param start seq (0, unless adopted or imported further on) and a random chain start
 * @param parts the document by path; the map is copied
 * @param name its name in listings
 * @param lineage canonical bytes that say what it was copied from; the store does not read them
 * @param request client-made id of the asking, so that a create can be sent twice; may be empty
 * @param frozen published: takes no edits, ever
 * @param createdMillis wall time for people, ms since 1970
 */
public record Birth(
        Mark start,
        SortedMap<String, Bytes> parts,
        String name,
        Bytes lineage,
        String request,
        Origin origin,
        boolean frozen,
        long createdMillis) {
    /** @throws IllegalArgumentException if something is over its limit */
    public Birth {
        parts = Checks.parts(parts);
        Checks.name(name);
        Checks.within(lineage.size(), Limits.LINEAGE_BYTES, "bytes of lineage");
        Checks.within(request.length(), Limits.REQUEST, "characters of request id");
    }
}
