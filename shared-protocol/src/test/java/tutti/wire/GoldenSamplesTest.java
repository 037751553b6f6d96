package tutti.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tutti.edit.Field;
import tutti.edit.Kind;
import tutti.edit.Mutation;
import tutti.edit.Mutation.Put;
import tutti.edit.Place;
import tutti.edit.Refusal;
import tutti.edit.Root;
import tutti.edit.Value;
import tutti.model.NodeId;
import tutti.model.PatternSlot;
import tutti.sync.Ask;
import tutti.sync.ClientMessage;
import tutti.sync.Continuity;
import tutti.sync.OutboxNote;
import tutti.sync.OutboxState;
import tutti.sync.Row;
import tutti.sync.Scope;
import tutti.sync.ServerMessage;
import tutti.sync.Verdict;

/**
 * What was ever sent or stored must be read for ever: a tag keeps its name and its meaning, and a bound only widens. A
 * line of {@code samples.txt} or {@code values.txt} is added and never changed; if one of these tests fails, the code
 * is wrong, unless the protocol version moved.
 */
@DisplayName("Golden samples")
class GoldenSamplesTest {
    private static final int MOST = 1 << 20;

    private final Codec codec = new Codec(Verdict.class);

    @Test
    @DisplayName("of messages, rows, notes and documents are read, and written again to the same bytes")
    void messages() throws IOException {
        for (Samples sample : Samples.messages()) {
            assertEquals(sample.text(), again(sample), () -> sample.family() + " " + sample.text());
        }
    }

    @Test
    @DisplayName("stand for every message, ask, note, reason and continuity that there is")
    void complete() throws IOException {
        String all =
                String.join("\n", Samples.messages().stream().map(Samples::text).toList());
        for (Class<?> family :
                List.of(ClientMessage.class, ServerMessage.class, Ask.class, Scope.class, OutboxNote.class)) {
            for (Class<?> leaf : ChoiceShape.leaves(family)) {
                assertTrue(all.contains("\"type\":\"" + leaf.getSimpleName() + "\""), "no sample of " + leaf);
            }
        }
        for (Refusal.Reason reason : Refusal.Reason.values()) {
            assertTrue(all.contains("\"reason\":\"" + reason + "\""), "no sample of " + reason);
        }
        for (Continuity continuity : Continuity.values()) {
            assertTrue(all.contains("\"continuity\":\"" + continuity + "\""), "no sample of " + continuity);
        }
        for (String verb : List.of("\"put\":", "\"insert\":", "\"forget\":true")) {
            assertTrue(all.contains(verb), "no sample of " + verb);
        }
    }

    @Test
    @DisplayName("of values are read, and written again to the same bytes: no tag was renamed, no bound narrowed")
    void values() throws IOException {
        for (String line : Samples.values()) {
            assertEquals(line, again(Mutation.class, line));
        }
    }

    @Test
    @DisplayName("of values stand for every field, and for both ends of what it can be")
    void everyField() throws IOException {
        Set<String> there = new TreeSet<>(Samples.values());
        List<String> missing = new ArrayList<>();
        for (Place<?> place : places()) {
            for (String line : extremes(place)) {
                if (!there.contains(line)) {
                    missing.add(line);
                }
            }
        }
        assertEquals("", String.join("\n", missing), "append these lines to values.txt");
    }

    @Test
    @DisplayName("are judged by tests that can fail: a renamed tag is not read")
    void planted() {
        for (String renamed :
                List.of("{\"at\":\"session\",\"put\":\"bpm\",\"to\":12000}", "{\"type\":\"Pingg\",\"sent\":1}")) {
            assertTrue(codec.read(Mutation.class, renamed, MOST) instanceof Parsed.Malformed<Mutation>);
            assertTrue(codec.readClient(renamed) instanceof Parsed.Malformed<ClientMessage>);
        }
    }

    private String again(Samples sample) {
        return switch (sample.family()) {
            case "client" -> again(ClientMessage.class, sample.text());
            case "server" -> again(ServerMessage.class, sample.text());
            case "row" -> again(Row.class, sample.text());
            case "mutation" -> again(Mutation.class, sample.text());
            case "outbox" -> again(OutboxState.class, sample.text());
            case "note" -> again(OutboxNote.class, sample.text());
            case "verdict" -> again(Verdict.class, sample.text());
            case "document" -> document(sample.text());
            default -> throw new AssertionError("no such family: " + sample.family());
        };
    }

    private <T> String again(Class<T> type, String text) {
        return switch (codec.read(type, text, MOST)) {
            case Parsed.Of<T>(T value) -> codec.text(type, value);
            case Parsed.Malformed<T> fault -> throw new AssertionError(fault.text() + " in " + text);
        };
    }

    private static String document(String text) {
        return switch (Documents.read(text.getBytes(StandardCharsets.UTF_8))) {
            case Parsed.Of<Document>(Document document) ->
                Documents.text(document.stamp().orElseThrow(), document.session());
            case Parsed.Malformed<Document> fault -> throw new AssertionError(fault.text());
        };
    }

    private static List<Place<?>> places() {
        NodeId kick = new NodeId("kick");
        return List.of(
                new Place.OfSession(),
                new Place.OfEffects(),
                new Root.OfTrack(kick),
                new Root.OfSection(new NodeId("verse")),
                new Root.OfMuteSet(new NodeId("drums")),
                new Root.OfMoment(new NodeId("drop")),
                new Place.OfPattern(PatternSlot.A),
                new Place.OfLane(PatternSlot.P, kick),
                new Place.OfStep(PatternSlot.A, kick, 0));
    }

    private <N> List<String> extremes(Place<N> place) {
        List<String> lines = new ArrayList<>();
        for (Field<N, ?> field : place.fields().all()) {
            lines.addAll(extremes(place, field));
        }
        return lines;
    }

    private <N, T> List<String> extremes(Place<N> place, Field<N, T> field) {
        List<T> ends = ends(field.kind());
        return ends.stream()
                .map(value -> codec.text(Mutation.class, new Put<>(place, new Value<>(field, value))))
                .toList();
    }

    /** The least and the greatest, or every choice; of what may be absent or a list, nothing and as much as can be. */
    private static <T> List<T> ends(Kind<T> kind) {
        return switch (kind) {
            case Kind.Coded<T> coded -> coded.samples();
            case Kind.Whole whole -> List.of(least(kind), greatest(kind));
            case Kind.Flag flag -> List.of(least(kind), greatest(kind));
            case Kind.Items<?> items -> List.of(least(kind), greatest(kind));
            case Kind.Maybe<?> maybe -> List.of(least(kind), greatest(kind));
        };
    }

    private static <T> T least(Kind<T> kind) {
        return kind.read(JsonEnds.least(kind)).orElseThrow();
    }

    private static <T> T greatest(Kind<T> kind) {
        return kind.read(JsonEnds.greatest(kind)).orElseThrow();
    }
}
