package tutti.server.room;

import java.util.Optional;
import tutti.model.SessionId;

/**
 * The body of a request for a copy. Public, since the codec reads it by its components.
 *
 * @param id of the session that is to be made
 * @param copyOf of the session that is copied
 * @param seq as it was after that row; else as it is
 * @param name of the copy, if it is to be called otherwise
 * @param frozen whether the copy is published: nobody can change it, ever
 */
public record CopyRequest(SessionId id, SessionId copyOf, Optional<Long> seq, Optional<String> name, boolean frozen) {}
