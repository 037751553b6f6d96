package tutti.server.http;

import java.util.Optional;

/**
 * One session in the list.
 *
 * @param id the session's id
 * @param name its name, for people
 * @param members how many are in now
 * @param seq number of its last row
 * @param frozen whether it is published, and so changes no more
 * @param source what it was copied from, if that is known
 * @param old whether it is still a record of the old web system: the first who opens it makes a session of it
 */
public record Listing(
        String id, String name, int members, long seq, boolean frozen, Optional<Source> source, boolean old) {
    /** One that is a session. */
    public Listing(String id, String name, int members, long seq, boolean frozen, Optional<Source> source) {
        this(id, name, members, seq, frozen, source, false);
    }

    /**
     * A session that was copied.
     *
     * @param name what it was called then
     * @param seq number of its last row then
     */
    public record Source(String id, String name, long seq) {}
}
