package tutti.sync;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tutti.edit.Part;
import tutti.edit.Parts;
import tutti.model.Session;

/** The document that the room has confirmed, as this client has it. Not thread-safe. */
final class Confirmed {
    private final Form form;
    private Session session;
    private Window window;
    private Optional<List<Part>> incoming = Optional.empty();
    private long incomingBytes;

    Confirmed(Base base, Form form) {
        this.form = form;
        this.session = base.session();
        this.window = new Window(base.seq(), base.chain(), form);
    }

    Session session() {
        return session;
    }

    Window window() {
        return window;
    }

    /** A snapshot will follow: nothing else is to be read before it is whole. */
    void expectSnapshot() {
        incoming = Optional.of(new ArrayList<>());
        incomingBytes = 0;
    }

    Base base() {
        return new Base(session, window.high(), window.chain());
    }

    /** Whether no snapshot is on its way. */
    boolean whole() {
        return incoming.isEmpty();
    }

    void expectRows() {
        incoming = Optional.empty();
    }

    /** Takes a piece of a snapshot; returns what does not fit, in words: none of it is kept then. */
    Optional<String> take(ServerMessage.Snapshot snapshot) {
        if (incoming.isEmpty()) {
            expectSnapshot();
        }
        for (Part part : snapshot.parts()) {
            incomingBytes += form.size(part);
        }
        if (incomingBytes > Limits.DOCUMENT) {
            incoming = Optional.of(new ArrayList<>());
            return Optional.of("a snapshot of more than " + Limits.DOCUMENT + " bytes");
        }
        List<Part> parts = incoming.orElseThrow();
        parts.addAll(snapshot.parts());
        if (snapshot.last()) {
            session = Parts.join(parts);
            window = new Window(snapshot.seq(), snapshot.chain(), form);
            incoming = Optional.empty();
        }
        return Optional.empty();
    }

    /** Takes rows that continue what is here; returns what does not fit, in words. */
    Optional<String> take(ServerMessage.Rows rows) {
        if (incoming.isPresent()) {
            return Optional.of("rows before the snapshot was whole");
        }
        List<Chained> fresh = new ArrayList<>();
        Chain chain = window.chain();
        long next = window.high() + 1;
        for (Row row : rows.rows()) {
            if (row.seq() > next) {
                return Optional.of("row " + row.seq() + " came where " + next + " was due");
            }
            if (row.seq() == next) {
                String text = form.row(row);
                chain = chain.then(text);
                fresh.add(new Chained(row, chain, text));
                next++;
            }
        }
        if (!fresh.isEmpty() && !chain.equals(rows.chain())) {
            return Optional.of("rows up to " + (next - 1) + " do not continue the chain");
        }
        return fold(fresh);
    }

    private Optional<String> fold(List<Chained> fresh) {
        for (Chained chained : fresh) {
            switch (Writing.of(session, chained.row().mutations())) {
                case Writing.Refused refused -> {
                    window = new Window(0, Chain.NONE, form);
                    return Optional.of("row " + chained.row().seq() + " does not apply: " + refused.refusal());
                }
                case Writing.Written written -> {
                    session = written.next();
                    window.add(chained);
                }
            }
        }
        return Optional.empty();
    }
}
