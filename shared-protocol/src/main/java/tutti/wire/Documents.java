package tutti.wire;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import tutti.edit.Part;
import tutti.edit.Parts;
import tutti.model.Session;
import tutti.model.SessionId;
import tutti.sync.Chain;
import tutti.sync.ServerMessage.Snapshot;
import tutti.wire.JsonReader.Dialect;
import tutti.wire.Parsed.Malformed;

/**
 * Documents as text: part by part, as the store keeps them, and whole, as KV files and the body of a GET. Sparse: a
 * value that is absent is the default. The whole is canonical, with version and stamp at its top and the parts by name.
 */
public final class Documents {
    /** The version of the form that is written, and the only one that is read. */
    public static final int VERSION = 1;

    private static final SessionId NOWHERE = new SessionId("document");
    private static final Shape STAMP = Shapes.of(Stamp.class);
    private static final Shape ID = Shapes.of(SessionId.class);
    private static final Set<String> STAMPED = Set.of("id", "seq", "chain", "store");

    private Documents() {}

    /** The canonical text of a part, without its name. */
    public static String part(Part part) {
        return PartShape.values(part).text();
    }

    /** The part of that name and text. */
    public static Parsed<Part> readPart(String name, String text) {
        return JsonReader.read(text, tutti.sync.Limits.DOCUMENT, Dialect.OURS).then(json -> {
            try {
                return new Parsed.Of<>(PartShape.read(name, json));
            } catch (Misfit misfit) {
                return misfit.malformed();
            }
        });
    }

    /** The canonical text of a whole document. */
    public static String text(Stamp stamp, Session session) {
        SortedMap<String, String> parts = new TreeMap<>();
        Parts.of(session).forEach(part -> parts.put(part.name(), part(part)));
        return text(stamp, parts);
    }

    /** The canonical text of a whole document whose parts were written already, by name. */
    public static String text(Stamp stamp, SortedMap<String, String> parts) {
        StringBuilder out = new StringBuilder("{\"chain\":\"" + stamp.chain().hex() + "\",\"id\":\"");
        out.append(stamp.id().text()).append("\",\"parts\":{");
        String comma = "";
        for (Map.Entry<String, String> part : parts.entrySet()) {
            out.append(comma)
                    .append(new Json.Str(part.getKey()).text())
                    .append(':')
                    .append(part.getValue());
            comma = ",";
        }
        out.append("},\"seq\":").append(stamp.seq());
        out.append(",\"store\":").append(new Json.Str(stamp.store()).text());
        return out.append(",\"version\":").append(VERSION).append('}').toString();
    }

    /** What tells documents apart: a SHA-256 over the canonical text, whatever session it is of; 64 hex digits. */
    public static String hash(Session session) {
        return Chain.NONE
                .then(text(new Stamp(NOWHERE, 0, Chain.NONE, ""), session))
                .hex();
    }

    /** The document in {@code bytes}, from whomever they come. */
    public static Parsed<Document> read(byte[] bytes) {
        return JsonReader.read(bytes, tutti.sync.Limits.DOCUMENT, Dialect.OURS).then(Documents::read);
    }

    /** The document in {@code text}, from whomever it comes. */
    public static Parsed<Document> read(String text) {
        return JsonReader.read(text, tutti.sync.Limits.DOCUMENT, Dialect.OURS).then(Documents::read);
    }

    /** What a document says of itself; its parts are not looked into. */
    public static Parsed<Stamp> stamp(byte[] bytes) {
        return JsonReader.read(bytes, tutti.sync.Limits.DOCUMENT, Dialect.OURS).then(json -> {
            try {
                Optional<Stamp> stamp = stamp(top(json));
                return stamp.isPresent() ? new Parsed.Of<>(stamp.get()) : new Malformed<>("no stamp", "");
            } catch (Misfit misfit) {
                return misfit.malformed();
            }
        });
    }

    /**
     * A document as messages of at most {@link tutti.sync.Limits#PART_BYTES} of parts; a part that does not fit goes on
     * in the next. Each is made when it is asked for, of the parts that it needs.
     */
    public static Iterator<Snapshot> snapshot(long seq, Chain chain, Iterator<Part> parts) {
        return new Cutting(seq, chain, parts);
    }

    private static Parsed<Document> read(Json json) {
        try {
            return new Parsed.Of<>(document(json));
        } catch (Misfit misfit) {
            return misfit.malformed();
        }
    }

    private static Document document(Json json) throws Misfit {
        Json.Obj top = top(json);
        return new Document(stamp(top), Assembly.of(parts(top)));
    }

    private static Json.Obj top(Json json) throws Misfit {
        if (!(json instanceof Json.Obj top) || !(Nodes.member(top, "version") instanceof Json.Num(long version))) {
            throw new Misfit("not a document with a version");
        }
        if (version != VERSION) {
            throw new Misfit("a document of version " + version + ", and this program reads version " + VERSION
                            + " only: get the newest Tutti")
                    .in("version");
        }
        for (String name : top.members().keySet()) {
            if (!STAMPED.contains(name) && !name.equals("version") && !name.equals("parts")) {
                throw new Misfit("a member that a document does not have");
            }
        }
        return top;
    }

    /** All four members, or (who asks for a new session) the id alone, or none. */
    private static Optional<Stamp> stamp(Json.Obj top) throws Misfit {
        SortedMap<String, Json> stamp = new TreeMap<>(top.members());
        stamp.keySet().retainAll(STAMPED);
        if (stamp.isEmpty()) {
            return Optional.empty();
        }
        if (stamp.size() == 1 && stamp.containsKey("id")) {
            return Optional.of(new Stamp((SessionId) ID.read(Nodes.member(top, "id")), 0, Chain.NONE, ""));
        }
        return Optional.of((Stamp) STAMP.read(new Json.Obj(stamp)));
    }

    private static List<Part> parts(Json.Obj top) throws Misfit {
        if (!(top.get("parts").orElse(Json.Obj.EMPTY) instanceof Json.Obj(SortedMap<String, Json> parts))) {
            throw new Misfit("not an object").in("parts");
        }
        List<Part> read = new ArrayList<>(parts.size());
        for (Map.Entry<String, Json> part : parts.entrySet()) {
            try {
                read.add(PartShape.read(part.getKey(), part.getValue()));
            } catch (Misfit misfit) {
                throw misfit.in(part.getKey()).in("parts");
            }
        }
        return read;
    }
}
