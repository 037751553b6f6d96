package tutti.sync;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tutti.edit.Property;
import tutti.edit.Root;

/** The rows that a client expects from its waiting edits, on top of the window that it knows. Not thread-safe. */
final class Layer implements History {
    private final History base;
    private final List<Row> rows = new ArrayList<>();
    private final Touches touches = new Touches();

    Layer(History base) {
        this.base = base;
    }

    void add(Row row) {
        rows.add(row);
        touches.add(row);
    }

    @Override
    public long low() {
        return base.low();
    }

    @Override
    public long high() {
        return base.high() + rows.size();
    }

    @Override
    public List<Row> rows(MemberId member, GestureId gesture) {
        return Stream.concat(base.rows(member, gesture).stream(), touches.rows(member, gesture).stream())
                .toList();
    }

    @Override
    public Optional<Touch> touch(Property property) {
        return touches.touch(property).or(() -> base.touch(property));
    }

    /** No client expects to forget: only a room does that. */
    @Override
    public boolean forgotten(Root<?> root, long seq) {
        return base.forgotten(root, seq);
    }

    @Override
    public Optional<MemberId> stranger(Root<?> root, long seq, MemberId member) {
        return rows.stream()
                .filter(row -> row.seq() > seq && !row.by().equals(member) && Writing.enters(row, root))
                .map(Row::by)
                .findFirst()
                .or(() -> base.stranger(root, seq, member));
    }
}
