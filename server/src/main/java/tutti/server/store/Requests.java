package tutti.server.store;

import java.util.ArrayList;
import java.util.List;

/**
 * The newest client-made ids of askings, so that each can be sent twice and is done once.
 *
 * @param text them all, oldest first, with a space between
 */
record Requests(String text) {
    static final Requests NONE = new Requests("");

    private List<String> all() {
        return text.isEmpty() ? List.of() : List.of(text.split(" "));
    }

    boolean has(String request) {
        return all().contains(request);
    }

    Requests with(String request) {
        List<String> more = new ArrayList<>(all());
        more.add(request);
        return new Requests(String.join(" ", more.subList(Math.max(0, more.size() - Limits.REQUESTS), more.size())));
    }
}
