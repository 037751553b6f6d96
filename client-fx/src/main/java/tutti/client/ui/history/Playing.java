package tutti.client.ui.history;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tutti.client.ui.Past.Author;
import tutti.client.ui.Past.Played;

/** What was played after a deed, in words. */
final class Playing {
    /** So many are named in a line; of more the last ones. */
    static final int NAMED = 6;

    private Playing() {}

    /** In one line: "then Ann played A, launched B; Bob stopped". Empty if nothing was played. */
    static String line(List<Played> all) {
        if (all.isEmpty()) {
            return "";
        }
        List<Played> named = all.subList(Math.max(0, all.size() - NAMED), all.size());
        List<String> people = new ArrayList<>();
        Author last = null;
        for (Played one : named) {
            if (one.by().equals(last)) {
                people.set(people.size() - 1, people.getLast() + ", " + one.words());
            } else {
                people.add(one.by().name() + " " + one.words());
                last = one.by();
            }
        }
        int more = all.size() - named.size();
        return "then " + (more == 0 ? "" : more + " more, ") + String.join("; ", people);
    }

    /** A line for each, with its time of day. */
    static String all(List<Played> all, When when) {
        return all.stream()
                .map(one -> when.of(one.wall()) + "  " + one.by().name() + " " + one.words())
                .collect(Collectors.joining("\n"));
    }
}
