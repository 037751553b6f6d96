package tutti.wire;

import java.util.Optional;
import tutti.model.Session;
import tutti.model.SessionId;

/**
 * The body of a request for a new session: <code>{"id":…}</code>, or <code>{"document":{…},"id":…}</code>.
 *
 * @param id made by the client
 * @param document what it begins with; nothing for an empty one
 */
public record Creation(SessionId id, Optional<Session> document) {}
