package tutti.server.http;

/**
 * One session in the list.
 *
 * @param id the session's id
 * @param name its name, for people
 * @param members how many are in now
 * @param seq number of its last row
 * @param frozen whether it is published, and so changes no more
 */
public record Listing(String id, String name, int members, long seq, boolean frozen) {}
