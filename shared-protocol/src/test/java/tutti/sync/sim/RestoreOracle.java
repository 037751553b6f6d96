package tutti.sync.sim;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tutti.edit.Part;
import tutti.edit.Parts;
import tutti.model.Session;
import tutti.sync.Ask;
import tutti.sync.Past;
import tutti.sync.Scope;

/** Knows what a restore must lead to, from the text of whole documents alone. */
final class RestoreOracle {
    private final Store store;

    RestoreOracle(Store store) {
        this.store = store;
    }

    /** Compares the document after a restore's last row with the one before its first and the one that it names. */
    void check(Ask.Restore restore, long first, long last) {
        Map<String, Part> before = parts(at(first - 1));
        Map<String, Part> then = parts(at(restore.seq()));
        Map<String, Part> after = parts(at(last));
        Broken.unless(!before.equals(after), "row " + first + " restores nothing");
        Set<String> names = new TreeSet<>(before.keySet());
        names.addAll(then.keySet());
        for (String name : names) {
            boolean meant = meant(restore.scope(), name);
            Part due = (meant ? then : before).get(name);
            Broken.unless(
                    !meant || isKnown(name, then) || isDeleted(name, after),
                    "row " + first + " does " + restore + ", but " + name + ", which was not there, is not deleted");
            Broken.unless(
                    (meant && unsure(restore.scope(), name, then))
                            || (meant && staysForgotten(restore.scope(), name, then, after))
                            || Objects.equals(due, after.get(name)),
                    "row " + first + " does " + restore + ", but " + name + " is " + after.get(name) + " for " + due);
        }
    }

    /** A node that was not there yet keeps what is in it; of bars, which are parts of parts, laws of their own tell. */
    private static boolean unsure(Scope scope, String name, Map<String, Part> then) {
        return scope instanceof Scope.Bars || !isKnown(owner(name), then);
    }

    /** What is forgotten comes back only with its node, if that is meant and was not deleted even then. */
    private static boolean staysForgotten(Scope scope, String name, Map<String, Part> then, Map<String, Part> after) {
        String owner = owner(name);
        boolean gone = !after.containsKey(owner) && !after.containsKey(name);
        return gone && then.containsKey(owner) && (!meant(scope, owner) || isDeleted(owner, then));
    }

    private static String owner(String name) {
        return name.startsWith("lane/") ? "track/" + name.substring("lane/A/".length()) : name;
    }

    /** Patterns and lanes are always there. */
    private static boolean isKnown(String name, Map<String, Part> then) {
        return name.startsWith("pattern/") || name.startsWith("lane/") || then.containsKey(name);
    }

    private static boolean isDeleted(String name, Map<String, Part> in) {
        return in.get(name).values().stream()
                .flatMap(placed -> placed.values().stream())
                .anyMatch(value -> value.field().tag().equals("deleted"));
    }

    private Session at(long seq) {
        return switch (store.past(seq)) {
            case Past.Known known -> known.session();
            case Past.Nowhere _, Past.Unreadable _, Past.Unasked _ -> throw new Broken("nothing is known of " + seq);
        };
    }

    private static Map<String, Part> parts(Session session) {
        Map<String, Part> parts = new TreeMap<>();
        Parts.of(session).forEach(part -> parts.put(part.name(), part));
        return parts;
    }

    private static boolean meant(Scope scope, String name) {
        return switch (scope) {
            case Scope.All _ -> true;
            case Scope.Track of ->
                name.endsWith("/" + of.track().text()) && (name.startsWith("track/") || name.startsWith("lane/"));
            case Scope.Pattern of ->
                name.equals("pattern/" + of.pattern()) || name.startsWith("lane/" + of.pattern() + "/");
            case Scope.Bars of -> name.startsWith("lane/" + of.pattern() + "/");
        };
    }
}
