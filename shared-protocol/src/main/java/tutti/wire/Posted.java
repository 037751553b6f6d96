package tutti.wire;

import tutti.sync.Edit;
import tutti.sync.OutboxId;

/** The body of an edit that comes over HTTP; the member's secret stands in a header. */
public record Posted(OutboxId outbox, Edit edit) {}
