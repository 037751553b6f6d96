package tutti.server.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

/** Remembers what was asked and answers what a test wants. */
final class FakeApi implements Api {
    final List<String> asked = new ArrayList<>();
    private boolean down;
    private Optional<String> tag = Optional.empty();
    private List<Listing> listings = List.of();
    private Supplier<Answer> next = () -> new Answer.Found("{}", "tag");

    void answers(Answer answer) {
        next = () -> answer;
    }

    void answers(Supplier<Answer> answer) {
        next = answer;
    }

    void knowsTag(String known) {
        tag = Optional.of(known);
    }

    void goesDown() {
        down = true;
    }

    void has(List<Listing> sessions) {
        listings = List.copyOf(sessions);
    }

    @Override
    public synchronized Paged<Listing> sessions(Optional<String> after) {
        return paged(listings, after);
    }

    @Override
    public Paged<Binned> bin(Optional<String> after) {
        return paged(List.of(new Binned("b", "Old", 1, 2)), after);
    }

    private <T> Paged<T> paged(List<T> items, Optional<String> after) {
        return down ? new Paged.Refused<>(Problem.PAUSED, "") : new Paged.Page<>(items, after.map(id -> "after-" + id));
    }

    @Override
    public Optional<String> tag(String id, OptionalLong seq) {
        return tag;
    }

    @Override
    public Answer delete(String id, String secret, String request) {
        return answer("delete " + id + " by " + secret + ": " + request);
    }

    @Override
    public Answer bringBack(String id, String secret, String request) {
        return answer("bring back " + id + " by " + secret + ": " + request);
    }

    @Override
    public Answer purge(String id, String secret, String request) {
        return answer("purge " + id + " by " + secret + ": " + request);
    }

    @Override
    public Answer create(String body) {
        return answer("create " + body.length());
    }

    @Override
    public Answer read(String id) {
        return answer("read " + id);
    }

    @Override
    public Answer read(String id, long seq) {
        return answer("read " + id + " at " + seq);
    }

    @Override
    public Answer history(String id, long before, int limit, boolean acts) {
        return answer("history of " + id + " before " + before + ", " + limit + " rows" + (acts ? " and acts" : ""));
    }

    @Override
    public Answer edit(String id, String secret, String body) {
        return answer("edit " + id + " by " + secret + ": " + body);
    }

    private Answer answer(String question) {
        synchronized (this) {
            asked.add(question);
        }
        return next.get();
    }
}
