package tutti.wire;

import java.util.Optional;
import tutti.model.Session;

/**
 * A whole document that was read.
 *
 * @param stamp where it comes from; a document that somebody wrote by hand has none, or only its id
 * @param session its content, within every bound of the model
 */
public record Document(Optional<Stamp> stamp, Session session) {}
