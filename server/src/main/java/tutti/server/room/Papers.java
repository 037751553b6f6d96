package tutti.server.room;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import tutti.edit.Part;
import tutti.edit.Parts;
import tutti.model.Session;
import tutti.model.SessionId;
import tutti.server.kv.Stamp;
import tutti.server.kv.Stamps;
import tutti.server.store.Act;
import tutti.server.store.Birth;
import tutti.server.store.Bytes;
import tutti.server.store.Mark;
import tutti.server.store.Origin;
import tutti.server.store.OutboxState;
import tutti.server.store.Row;
import tutti.sync.Chain;
import tutti.sync.Chained;
import tutti.sync.HistoryPage;
import tutti.sync.Landing;
import tutti.sync.Verdict;
import tutti.wire.Codec;
import tutti.wire.Documents;
import tutti.wire.LegacyRecord;
import tutti.wire.Parsed;
import tutti.wire.Seal;

/** Between the values of the rooms and the bytes of the store. Pure; any thread. */
public final class Papers {
    /** Bytes that one row's text may have. */
    private static final int ROW = tutti.server.store.Limits.ROW_BYTES;

    private static final int OUTBOX = tutti.server.store.Limits.VERDICT_BYTES;

    private Papers() {}

    /** What reads and writes all that rooms say and store. */
    static Codec codec() {
        return new Codec(EditRequest.class, CopyRequest.class, HistoryPage.class, Landing.class);
    }

    /** What a stored text says is not what it should be: damage, or a bug. */
    public static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        /** What it is, and where it stands, in words for the operator. */
        public Unreadable(String what) {
            super(what);
        }
    }

    /** A point of a room's history as the store writes it. */
    public static Mark mark(long seq, Chain chain) {
        return new Mark(seq, tutti.server.store.Chain.ofHex(chain.hex()));
    }

    /** The point that a document says it shows; nothing if no store counts so far. */
    public static Optional<Mark> place(tutti.wire.Stamp stamp) {
        return stamp.seq() > tutti.server.store.Limits.SEQ
                ? Optional.empty()
                : Optional.of(mark(stamp.seq(), stamp.chain()));
    }

    /** The chain at such a point as the room writes it. */
    public static Chain chain(Mark mark) {
        return new Chain(mark.chain().hex());
    }

    static Row row(Chained chained) {
        return new Row(mark(chained.row().seq(), chained.chain()), Bytes.utf8(chained.text()));
    }

    /** A stored row. @throws Unreadable if its text is none */
    public static Chained chained(Codec codec, Row row) throws Unreadable {
        String text = row.bytes().text();
        tutti.sync.Row read = need(codec.read(tutti.sync.Row.class, text, ROW), "row " + row.seq());
        return new Chained(read, chain(row.at()), text);
    }

    /** With as many of the newest verdicts as the store takes. */
    static OutboxState outbox(Codec codec, tutti.sync.OutboxState state) {
        tutti.sync.OutboxState fits = state;
        Bytes bytes = bytes(codec, fits);
        while (bytes.size() > Limits.STORED_VERDICT_BYTES) {
            List<Verdict> newest = fits.verdicts().subList(1, fits.verdicts().size());
            fits = new tutti.sync.OutboxState(state.member(), state.outbox(), state.settled(), newest);
            bytes = bytes(codec, fits);
        }
        return new OutboxState(state.member().text(), state.outbox().text(), state.settled(), bytes);
    }

    private static Bytes bytes(Codec codec, tutti.sync.OutboxState state) {
        return Bytes.utf8(codec.text(tutti.sync.OutboxState.class, state));
    }

    /** What is stored of an outbox. @throws Unreadable if its text is none */
    public static tutti.sync.OutboxState outbox(Codec codec, OutboxState state) throws Unreadable {
        return need(
                codec.read(tutti.sync.OutboxState.class, state.verdicts().text(), OUTBOX), "outbox " + state.outbox());
    }

    /** A document's parts as they are stored. */
    public static SortedMap<String, Bytes> parts(Session session) {
        SortedMap<String, Bytes> parts = new TreeMap<>();
        Parts.of(session).forEach(part -> parts.put(part.name(), part(part)));
        return parts;
    }

    static Bytes part(Part part) {
        return Bytes.utf8(Documents.part(part));
    }

    /** The document of these stored parts. @throws Unreadable if a part's text is none */
    public static Session session(SortedMap<String, Bytes> parts) throws Unreadable {
        List<Part> nodes = new ArrayList<>();
        List<Part> lanes = new ArrayList<>();
        for (Map.Entry<String, Bytes> part : parts.entrySet()) {
            Part read = need(Documents.readPart(part.getKey(), part.getValue().text()), "part " + part.getKey());
            (part.getKey().startsWith("lane/") ? lanes : nodes).add(read);
        }
        nodes.addAll(lanes);
        return Parts.join(nodes);
    }

    static Act act(Codec codec, Landing landing, long wall) {
        return new Act(wall, landing.at(), landing.by().text(), Bytes.utf8(codec.text(Landing.class, landing)));
    }

    static Landing landing(Codec codec, Act act) throws Unreadable {
        return need(codec.read(Landing.class, act.what().text(), tutti.server.store.Limits.ACT_BYTES), "an act");
    }

    /**
     * How a session begins that nobody asked for.
     *
     * @param created milliseconds since 1970
     */
    public static Birth birth(Mark start, Session session, Origin origin, long created) {
        return birth(
                start, session, new Lineage(session.copiedFrom(), Optional.empty(), List.of()), "", origin, created);
    }

    /** How a session begins that is made of an old record. */
    public static Birth birth(Mark start, LegacyRecord record) {
        return birth(start, record.session(), Lineage.of(record), "", Origin.ADOPTED, record.created());
    }

    /** How a session begins that knows where it comes from. */
    static Birth birth(Mark start, Session session, Lineage lineage, String request, Origin origin, long created) {
        return new Birth(
                start, parts(session), session.name(), lineage.bytes(), request, origin, session.frozen(), created);
    }

    /** The text of a KV file and of a GET. */
    static String document(SessionId id, String storeId, Reading reading) {
        tutti.wire.Stamp stamp = new tutti.wire.Stamp(id, reading.seq(), reading.chain(), storeId);
        return Documents.text(stamp, reading.session());
    }

    /** Reads what a document says of itself, and seals it while it lies in a file. */
    public static Stamps stamps() {
        return new Stamps() {
            @Override
            public Optional<Stamp> stampOf(Bytes document) {
                return switch (Documents.stamp(document.toArray())) {
                    case Parsed.Of<tutti.wire.Stamp>(tutti.wire.Stamp stamp) ->
                        place(stamp).map(at -> new Stamp(at, stamp.store()));
                    case Parsed.Malformed<tutti.wire.Stamp> malformed -> Optional.empty();
                };
            }

            @Override
            public Bytes sealed(Bytes document) {
                return Bytes.of(Seal.on(document.toArray()));
            }

            @Override
            public Optional<Bytes> opened(Bytes file) {
                return Seal.off(file.toArray()).map(Bytes::of);
            }
        };
    }

    private static <T> T need(Parsed<T> parsed, String what) throws Unreadable {
        return switch (parsed) {
            case Parsed.Of<T>(T value) -> value;
            case Parsed.Malformed<T> malformed -> throw new Unreadable(what + ": " + malformed.text());
        };
    }
}
