package tutti.sync;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Verdicts in words for their author: one notice for all that was refused of one gesture. */
final class Notices {
    private Notices() {}

    static List<Notice> of(List<Verdict> verdicts, Map<Long, Edit> asked) {
        Map<GestureId, List<Verdict>> refused = new LinkedHashMap<>();
        List<Notice> notices = new ArrayList<>();
        for (Verdict verdict : verdicts) {
            GestureId gesture = edit(asked, verdict).gesture();
            if (verdict.refusal().isPresent()) {
                refused.computeIfAbsent(gesture, g -> new ArrayList<>()).add(verdict);
            } else if (!verdict.skipped().isEmpty()) {
                notices.add(new Notice.Skipped(gesture, verdict.skipped()));
            }
        }
        refused.forEach((gesture, all) -> notices.add(refusal(gesture, all, asked)));
        return notices;
    }

    private static Notice refusal(GestureId gesture, List<Verdict> verdicts, Map<Long, Edit> asked) {
        List<Edit> edits =
                verdicts.stream().map(verdict -> edit(asked, verdict)).toList();
        List<Skip> skipped =
                verdicts.stream().flatMap(verdict -> verdict.skipped().stream()).toList();
        return new Notice.Refused(gesture, edits, verdicts.getFirst().refusal().orElseThrow(), skipped);
    }

    private static Edit edit(Map<Long, Edit> asked, Verdict verdict) {
        Edit edit = asked.get(verdict.n());
        if (edit == null) {
            throw new IllegalArgumentException("a verdict on " + verdict.n() + " that was never asked");
        }
        return edit;
    }
}
