package tutti.sync;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import tutti.edit.Mutation;
import tutti.edit.Property;
import tutti.edit.Root;

/** What a window says, worked out anew from all rows at each question. */
record PlainWindow(List<Chained> all, Chain birth, Window.Bounds bounds) {
    long low() {
        long bytes = 0;
        int first = all.size();
        while (first > 0 && all.size() - first < bounds.rows()) {
            bytes += all.get(first - 1).text().length();
            if (bytes > bounds.bytes()) {
                break;
            }
            first--;
        }
        return first + 1;
    }

    private List<Chained> held() {
        return all.subList((int) low() - 1, all.size());
    }

    private List<Row> rows() {
        return held().stream().map(Chained::row).toList();
    }

    List<Chained> after(long seq) {
        return held().stream().filter(chained -> chained.row().seq() > seq).toList();
    }

    Optional<Chain> chain(long seq) {
        if (seq < low() - 1 || seq > all.size()) {
            return Optional.empty();
        }
        return Optional.of(seq == 0 ? birth : all.get((int) seq - 1).chain());
    }

    List<Row> rows(MemberId member, GestureId gesture) {
        return rows().stream()
                .filter(row -> row.by().equals(member) && row.gesture().equals(gesture))
                .toList();
    }

    Optional<Touch> touch(Property property) {
        Optional<Touch> touch = Optional.empty();
        for (Row row : rows()) {
            if (row.mutations().stream()
                    .anyMatch(mutation -> mutation instanceof Mutation.Forget(Root<?> root)
                            && property.place().root().filter(root::equals).isPresent())) {
                touch = Optional.empty();
            }
            for (Trace trace : row.traces()) {
                if (trace.was().property().equals(property)) {
                    touch = Optional.of(new Touch(row.seq(), trace.after(), row.by()));
                }
            }
        }
        return touch;
    }

    boolean forgotten(Root<?> root, long seq) {
        return rows().stream()
                .filter(row -> row.seq() > seq)
                .flatMap(row -> row.mutations().stream())
                .anyMatch(mutation -> mutation instanceof Mutation.Forget(Root<?> gone) && gone.equals(root));
    }

    Optional<MemberId> stranger(Root<?> root, long seq, MemberId member) {
        List<Row> rows = rows();
        return IntStream.iterate(rows.size() - 1, i -> i >= 0, i -> i - 1)
                .mapToObj(rows::get)
                .filter(row -> row.seq() > seq && !row.by().equals(member) && Writing.enters(row, root))
                .map(Row::by)
                .findFirst();
    }
}
