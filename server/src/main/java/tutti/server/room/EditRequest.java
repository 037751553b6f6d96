package tutti.server.room;

import tutti.sync.Edit;
import tutti.sync.OutboxId;

/** The body of an edit over HTTP. Public, since the codec reads it by its components. */
public record EditRequest(OutboxId outbox, Edit edit) {}
