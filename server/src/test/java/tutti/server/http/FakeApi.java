package tutti.server.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Remembers what was asked and answers what a test wants. */
final class FakeApi implements Api {
    final List<String> asked = new ArrayList<>();
    private boolean down;
    private List<Listing> listings = List.of();
    private Supplier<Answer> next = () -> new Answer.Found("{}", "tag");

    void answers(Answer answer) {
        next = () -> answer;
    }

    void answers(Supplier<Answer> answer) {
        next = answer;
    }

    void goesDown() {
        down = true;
    }

    void has(List<Listing> sessions) {
        listings = List.copyOf(sessions);
    }

    @Override
    public synchronized Optional<List<Listing>> sessions() {
        return down ? Optional.empty() : Optional.of(listings);
    }

    @Override
    public Optional<List<Binned>> bin() {
        return down ? Optional.empty() : Optional.of(List.of(new Binned("b", "Old", 1, 2)));
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
