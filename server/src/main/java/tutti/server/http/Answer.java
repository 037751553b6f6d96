package tutti.server.http;

/** What the rooms answer to one HTTP request. */
public sealed interface Answer {
    /**
     * 200: what stands there.
     *
     * @param json text of the body
     * @param tag for {@code ETag}, without quotes; empty for none
     */
    record Found(String json, String tag) implements Answer {}

    /** 201: made now, or by the same request before. */
    record Made(String id, String json) implements Answer {}

    /** 200: the verdict on an edit, the text of a {@code Settled}. */
    record Settled(String json) implements Answer {}

    /** 409: the edit's number is not the next; says up to which all are settled. */
    record Ahead(long settled) implements Answer {}

    /**
     * A refusal in fixed public words.
     *
     * @param where the place in what was sent, such as {@code /tracks/0/name}; empty for the whole request
     */
    record Refused(Problem problem, String where) implements Answer {}
}
