package tutti.server.http;

/**
 * How the server is, for /healthz.
 *
 * @param well whether it takes edits
 * @param words fixed public words
 */
public record Wellness(boolean well, String words) {}
