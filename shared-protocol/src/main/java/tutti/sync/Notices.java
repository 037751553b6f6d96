package tutti.sync;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Verdicts in words for their author: one notice for all that was refused of one gesture.
 *
 * @param refused the edits that were refused
 */
record Notices(List<Notice> all, List<Edit> refused) {
    /** Nothing to say. */
    static final Notices NONE = new Notices(List.of(), List.of());

    private record Judged(Edit edit, Verdict verdict) {}

    /** What these verdicts mean to the author of {@code asked}; verdicts on other numbers are old and mean nothing. */
    static Notices of(List<Verdict> verdicts, List<Edit> asked) {
        Map<Long, Edit> byNumber = new TreeMap<>();
        asked.forEach(edit -> byNumber.put(edit.n(), edit));
        Map<GestureId, List<Judged>> refused = new LinkedHashMap<>();
        List<Notice> notices = new ArrayList<>();
        for (Verdict verdict : verdicts) {
            Edit edit = byNumber.get(verdict.n());
            if (edit != null && verdict.refusal().isPresent()) {
                refused.computeIfAbsent(edit.gesture(), g -> new ArrayList<>()).add(new Judged(edit, verdict));
            } else if (edit != null) {
                notices.add(new Notice.Skipped(
                        edit.gesture(), verdict.skipped(), verdict.more().orElse(0)));
            }
        }
        refused.forEach((gesture, judged) -> notices.add(refusal(gesture, judged)));
        List<Edit> edits = refused.values().stream()
                .flatMap(List::stream)
                .map(Judged::edit)
                .toList();
        return new Notices(List.copyOf(notices), edits);
    }

    private static Notice refusal(GestureId gesture, List<Judged> judged) {
        List<Skip> skipped =
                judged.stream().flatMap(j -> j.verdict().skipped().stream()).toList();
        return new Notice.Refused(
                gesture,
                judged.stream().map(Judged::edit).toList(),
                judged.getFirst().verdict().refusal().orElseThrow(),
                skipped,
                judged.stream().mapToInt(j -> j.verdict().more().orElse(0)).sum());
    }
}
