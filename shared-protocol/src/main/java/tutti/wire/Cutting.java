package tutti.wire;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import tutti.edit.Part;
import tutti.edit.Part.Placed;
import tutti.sync.Chain;
import tutti.sync.Limits;
import tutti.sync.ServerMessage.Snapshot;

/** Cuts a document into messages while they are taken, so that it is never there cut as a whole. Not thread-safe. */
final class Cutting implements Iterator<Snapshot> {
    private final long seq;
    private final Chain chain;
    private final Iterator<Part> parts;
    private Part part = new Part("", List.of());
    /** Of the part, the value that comes next. */
    private int at;

    private boolean isDone;

    Cutting(long seq, Chain chain, Iterator<Part> parts) {
        this.seq = seq;
        this.chain = chain;
        this.parts = parts;
    }

    @Override
    public boolean hasNext() {
        return !isDone;
    }

    /** At least one message, and at least one value in each, if there is one. */
    @Override
    public Snapshot next() {
        if (isDone) {
            throw new NoSuchElementException();
        }
        List<Part> pieces = new ArrayList<>();
        List<Placed<?>> piece = new ArrayList<>();
        int room = Limits.PART_BYTES;
        boolean isFirst = true;
        while (isAtValue()) {
            int size = size();
            if (size > room && !isFirst) {
                break;
            }
            isFirst = false;
            room -= size;
            piece.add(part.values().get(at++));
            if (at == part.values().size()) {
                pieces.add(new Part(part.name(), piece));
                piece.clear();
            }
        }
        if (!piece.isEmpty()) {
            pieces.add(new Part(part.name(), piece));
        }
        isDone = !isAtValue();
        return new Snapshot(seq, chain, pieces, isDone);
    }

    /** Goes on to the next part where this one is over; false at the end. */
    private boolean isAtValue() {
        while (at >= part.values().size() && parts.hasNext()) {
            part = parts.next();
            at = 0;
        }
        return at < part.values().size();
    }

    private int size() {
        Part piece = new Part(part.name(), List.of(part.values().get(at)));
        return Shapes.of(Part.class).write(piece).text().getBytes(StandardCharsets.UTF_8).length + 1;
    }
}
