package tutti.sync;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tutti.edit.Mutation;
import tutti.edit.Mutation.Insert;
import tutti.edit.Mutation.Put;
import tutti.edit.Outcome;
import tutti.edit.Property;
import tutti.edit.Reducer;
import tutti.edit.Refusal;
import tutti.edit.Root;
import tutti.model.Session;

/** What a list of mutations makes of a document, before it is a row. */
sealed interface Writing {
    /**
     * It can be done.
     *
     * @param weight how much heavier the document becomes
     * @param was each property that is put and its value before, in order of the first put
     */
    record Written(Session next, int weight, Map<Property, Put<?, ?>> was) implements Writing {}

    /** It cannot be done. */
    record Refused(Refusal refusal) implements Writing {}

    /** Reduces all mutations in order, all or nothing. */
    static Writing of(Session session, List<Mutation> mutations) {
        Session next = session;
        int weight = 0;
        Map<Property, Put<?, ?>> was = new LinkedHashMap<>();
        for (Mutation mutation : mutations) {
            switch (Reducer.reduce(next, mutation)) {
                case Outcome.Refused refused -> {
                    return new Refused(refused.refusal());
                }
                case Outcome.Changed changed -> {
                    next = changed.next();
                    weight += changed.weight();
                    changed.before().forEach(put -> was.putIfAbsent(put.property(), put));
                }
            }
        }
        return new Written(next, weight, was);
    }

    /** The traces of a row that writes these properties; {@code left} names older rows whose values it restores. */
    static List<Trace> traces(History history, long seq, Map<Property, Put<?, ?>> was, Map<Property, Long> left) {
        List<Trace> traces = new ArrayList<>();
        was.forEach((property, put) -> {
            long before = history.touch(property).map(Touch::seq).orElse(0L);
            traces.add(new Trace(put, before, left.getOrDefault(property, seq)));
        });
        return traces;
    }

    /** Whether {@code row} puts anything into {@code root} or what belongs to it. */
    static boolean enters(Row row, Root<?> root) {
        return row.mutations().stream()
                .anyMatch(mutation -> mutation instanceof Put<?, ?> put
                        && put.place().root().filter(root::equals).isPresent());
    }

    /** The inserted nodes that {@code row} made visible. */
    static List<Root<?>> shown(Row row) {
        List<Root<?>> shown = new ArrayList<>();
        for (Mutation mutation : row.mutations()) {
            switch (mutation) {
                case Insert<?> insert -> shown.add(insert.place());
                case Put<?, ?> put -> {
                    if (put.place() instanceof Root<?> root && put.equals(Mutation.bringBack(root))) {
                        shown.add(root);
                    }
                }
                case Mutation.Forget forget -> shown.remove(forget.place());
            }
        }
        return shown;
    }
}
