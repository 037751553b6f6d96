package tutti.server.http;

/**
 * Everything that can be wrong with a request, in fixed public words. Nothing from the inside (paths, exceptions, SQL)
 * ever joins them.
 */
public enum Problem {
    MALFORMED(400, "The request cannot be read.", "Send what docs/protocol.md describes."),
    BAD_PARAMETER(400, "A parameter of the address cannot be used.", "docs/protocol.md lists them with their bounds."),
    NO_SECRET(401, "The member secret is missing.", "Send it as Authorization: Bearer SECRET."),
    FOREIGN_HOST(403, "This host name is not served here.", "Use an IP address, localhost or a .local name."),
    FOREIGN_ORIGIN(403, "Pages of other sites may not ask here.", "Use the Tutti app, or a tool of your own."),
    UNKNOWN_SESSION(404, "There is no such session.", "GET /api/sessions lists those that exist."),
    NO_MOMENT(404, "This session has no such moment.", "Ask for its history, which names those that there are."),
    UNKNOWN_PATH(404, "There is nothing at this address.", "docs/protocol.md lists the addresses."),
    WRONG_METHOD(405, "This address does not take that method.", "See the Allow header."),
    NOT_DELETED(409, "This session is not in the bin.", "Delete it first."),
    AHEAD(409, "The number of this edit is not the next one.", "Send the edits after the settled one, in order."),
    CROWDED(409, "This session has had too many outboxes, or too many of yours.", "Take one that you had before."),
    TAKEN(409, "This id belongs to another session.", "Make a new random id."),
    DELETED(410, "This session was deleted.", "Bring it back from the bin, where it stays for 30 days."),
    GONE(410, "This session was deleted for ever.", "Make another one under a new random id."),
    TRIMMED(410, "This session's history was trimmed.", "Its history says when, and up to which edit."),
    TOO_LARGE(413, "The request is too large.", "Send less; docs/protocol.md names the limits."),
    NOT_JSON(415, "The body is not JSON.", "Send Content-Type: application/json."),
    REFUSED(422, "The rules of the document refuse this.", "Look at the place that is named."),
    BROKEN(500, "Something broke on the server.", "Try again; the server's log says what it was."),
    DAMAGED(
            500,
            "What is stored of this session is damaged.",
            "Trying again is no help. Who runs the server can name the damage with verify, and import a record."),
    UNKNOWN_OUTCOME(503, "Whether this was saved is not known.", "Send the same again."),
    BUSY(503, "The server has too much to do.", "Try again in a moment."),
    PAUSED(503, "The store cannot write.", "Ask who runs the server to look at its disk.");

    private static final int RETRY = 503;

    private final int status;
    private final String what;
    private final String todo;

    Problem(int status, String what, String todo) {
        this.status = status;
        this.what = what;
        this.todo = todo;
    }

    /** HTTP status. */
    public int status() {
        return status;
    }

    /** Whether the same request may do better in a moment: the answer then says in how many seconds to try again. */
    public boolean passes() {
        return status == RETRY;
    }

    /** What is wrong, one sentence. */
    public String what() {
        return what;
    }

    /** What to do about it, one sentence. */
    public String todo() {
        return todo;
    }
}
