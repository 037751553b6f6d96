package tutti.wire;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tutti.model.Lane;
import tutti.model.NodeId;
import tutti.model.PatternSlot;
import tutti.model.Session;
import tutti.model.SessionId;
import tutti.model.Step;
import tutti.model.Track;
import tutti.wire.Parsed.Malformed;

/** Reads old records and looks into what came of them. */
final class Legacy {
    private Legacy() {}

    static Track track(Session session, String id) {
        return session.tracks().get(new NodeId(id)).orElseThrow();
    }

    static Lane lane(Session session, String id) {
        return session.pattern(PatternSlot.A).lane(new NodeId(id));
    }

    static Step step(Session session, String id, int index) {
        return lane(session, id).steps().at(index);
    }

    static List<Integer> lit(Session session, String id) {
        List<Integer> lit = new ArrayList<>();
        for (int i = 0; i < 128; i++) {
            if (step(session, id, i).on()) {
                lit.add(i);
            }
        }
        return lit;
    }

    static LegacyRecord sample(String id) throws IOException {
        return value(LegacyRecord.read(new SessionId(id), file(id)));
    }

    static byte[] file(String id) throws IOException {
        try (InputStream in = Legacy.class.getResourceAsStream("legacy/" + id + ".json")) {
            return in.readAllBytes();
        }
    }

    static LegacyRecord read(String text) {
        return value(LegacyRecord.read(new SessionId("x"), bytes(text)));
    }

    static LegacyRecord value(Parsed<LegacyRecord> parsed) {
        return switch (parsed) {
            case Parsed.Of<LegacyRecord>(LegacyRecord record) -> record;
            case Malformed<LegacyRecord> malformed -> throw new AssertionError(malformed.text());
        };
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
