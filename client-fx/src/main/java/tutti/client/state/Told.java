package tutti.client.state;

import tutti.sync.Notice;

/**
 * A notice that the person has not put away.
 *
 * @param id counts up
 */
public record Told(long id, Notice notice) {}
