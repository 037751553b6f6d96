package tutti.server.http;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Remembers what was asked and answers what a test wants. */
final class FakeApi implements Api {
    final List<String> asked = new ArrayList<>();
    private List<Listing> listings = List.of();
    private Supplier<Answer> next = () -> new Answer.Found("{}", "tag");

    void answers(Answer answer) {
        next = () -> answer;
    }

    void answers(Supplier<Answer> answer) {
        next = answer;
    }

    void has(List<Listing> sessions) {
        listings = List.copyOf(sessions);
    }

    @Override
    public synchronized List<Listing> sessions() {
        return listings;
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
