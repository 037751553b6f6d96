package tutti.server.http;

/**
 * One session in the bin.
 *
 * @param id the session's id
 * @param name its name, for people
 * @param deleted since when it is there, milliseconds since 1970
 * @param until when it is purged, milliseconds since 1970
 */
public record Binned(String id, String name, long deleted, long until) {}
