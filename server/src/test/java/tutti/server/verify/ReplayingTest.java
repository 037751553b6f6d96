package tutti.server.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tutti.edit.Field;
import tutti.edit.Mutation;
import tutti.edit.Place;
import tutti.edit.Root;
import tutti.edit.StepFields;
import tutti.edit.TrackFields;
import tutti.model.Limits;
import tutti.model.NodeId;
import tutti.model.PatternSlot;
import tutti.model.Session;
import tutti.model.Step;
import tutti.model.Track;
import tutti.sync.Chain;
import tutti.sync.Chained;
import tutti.sync.Row;
import tutti.wire.Codec;
import tutti.wire.Documents;

@Tag("slow")
@DisplayName("A history that is done again")
class ReplayingTest {
    private static final Path CORPUS =
            Path.of(System.getProperty("tutti.root"), "server/src/test/resources/tutti/server/verify/histories");

    private static final NodeId A = new NodeId("a");
    private static final NodeId B = new NodeId("b");
    private static final List<List<Root<?>>> SIBLINGS = List.of(
            List.of(new Root.OfTrack(A), new Root.OfTrack(B)),
            List.of(new Root.OfSection(A), new Root.OfSection(B)),
            List.of(new Root.OfMuteSet(A), new Root.OfMuteSet(B)),
            List.of(new Root.OfMoment(A), new Root.OfMoment(B)));

    private static List<String> lines(String name) throws IOException {
        return Files.readAllLines(CORPUS.resolve(name + ".history"));
    }

    private static Journey read(List<String> lines) throws Journey.Unreadable {
        return Journey.read(lines, new Codec());
    }

    /** Every history that was ever committed, with what it replays to. */
    static List<String> corpus() throws IOException {
        return Files.readAllLines(CORPUS.resolve("hashes.txt"));
    }

    @ParameterizedTest(name = "replays to its hash for ever: {0}")
    @MethodSource("corpus")
    void replays(String known) throws IOException, Journey.Unreadable {
        String[] words = known.split(" ");
        Journey journey = read(lines(words[0]));
        Replaying.Told told = new Replaying(journey).all();
        assertEquals(List.of(), told.breaks());
        assertEquals(
                known,
                words[0] + " " + journey.rows().size() + " "
                        + told.end().chain().hex() + " "
                        + Documents.hash(told.end().session()));
    }

    @Test
    @DisplayName("is in the corpus with its hash, each of them")
    void complete() throws IOException {
        List<String> named =
                corpus().stream().map(line -> line.split(" ")[0] + ".history").toList();
        try (Stream<Path> files = Files.list(CORPUS)) {
            assertEquals(
                    named.stream().sorted().toList(),
                    files.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith(".history"))
                            .sorted()
                            .toList());
        }
    }

    @Test
    @DisplayName("is the same text again once it was read")
    void roundTrip() throws IOException, Journey.Unreadable {
        List<String> lines = lines("busy");
        Journey read = read(lines);
        Chained last = read.rows().getLast();
        Stream<String> again = Stream.of(
                        Journey.head(read.stamp(), read.start(), read.trimmed()),
                        read.rows().stream().flatMap(row -> Journey.lines(row, read.begun(row))),
                        Stream.of(Journey.end(
                                read.begun(last).orElse(last.chain()),
                                read.rows().size())))
                .flatMap(part -> part);
        assertEquals(lines, again.toList());
    }

    /** Each breaks row 200 of the busy history in one way. */
    @ParameterizedTest(name = "tells the row that breaks the law {2}: {0} in place of {1}")
    @CsvSource({
        "'\"wall\":2', '\"wall\":1', chain, 200",
        "'  \"mutations\"', '\"mutations\"', codec, 200",
        "'\"seq\":201,', '\"seq\":200,', seq, 201",
        "'\"at\":1,\"by\"', '\"at\":19958463,\"by\"', time, 200"
    })
    void broken(String now, String old, String law, long seq) throws IOException, Journey.Unreadable {
        List<String> lines = new ArrayList<>(lines("busy"));
        String row = lines.get(200);
        String changed = row.replace(old, now);
        assertFalse(changed.equals(row), row);
        lines.set(200, changed);
        Replaying replaying = new Replaying(read(lines));
        Law broken = Law.of(law).orElseThrow();
        Replaying.Break found = replaying.first(broken).orElseThrow();
        assertEquals(Optional.of(broken), found.law());
        assertEquals(seq, found.seq());
        assertTrue(replaying.all().breaks().contains(found));
    }

    @Test
    @DisplayName("tells the row of which the values before are not those that were there")
    void before() throws IOException, Journey.Unreadable {
        List<String> lines = new ArrayList<>(lines("busy"));
        String row = lines.get(200);
        String changed = row.replace("\"was\":27", "\"was\":99");
        assertFalse(changed.equals(row), row);
        lines.set(200, changed);
        assertEquals(
                200, new Replaying(read(lines)).first(Law.BEFORE).orElseThrow().seq());
        assertEquals(Optional.empty(), new Replaying(read(lines)).first(Law.WEIGHT));
    }

    /** Undo goes by these numbers, which the reducer does not read. */
    @ParameterizedTest(name = "tells the row {1} of {0} by the law {4}: {3} in place of {2}")
    @CsvSource({
        "busy, 200, '\"before\":\\d+', '\"before\":1', touch",
        "busy, 200, '\"after\":\\d+', '\"after\":150', touch",
        "quiet, 2, '\"after\":\\d+', '\"after\":1', touch",
        "restored, 4, '\"before\":\\d+', '\"before\":2', touch",
        "trimmed, 319, '\"before\":\\d+', '\"before\":318', touch",
        "busy, 200, '\"first\":\\d+', '\"first\":198', first",
        "quiet, 2, '\"first\":\\d+', '\"first\":1', first",
    })
    void undo(String history, long seq, String old, String now, String tag) throws IOException, Journey.Unreadable {
        List<String> lines = new ArrayList<>(lines(history));
        lines.replaceAll(line -> line.contains("\"seq\":" + seq + ",\"traces\"") ? line.replaceAll(old, now) : line);
        assertFalse(lines.equals(lines(history)), "planted");
        Law law = Law.of(tag).orElseThrow();
        Replaying replaying = new Replaying(read(lines));
        assertEquals(Optional.of(seq), replaying.first(law).map(Replaying.Break::seq));
        assertEquals(Optional.empty(), replaying.first(Law.BEFORE), "the values are those that were there");
    }

    /** A quiet history, had it begun with another document. */
    private static Replaying begun(Session other) throws IOException, Journey.Unreadable {
        Journey quiet = read(lines("quiet"));
        return new Replaying(new Journey(quiet.stamp(), other, Optional.empty(), quiet.rows(), new TreeMap<>()));
    }

    @Test
    @DisplayName("tells a step with more locks than it has room for")
    void locks() throws IOException, Journey.Unreadable {
        Root.OfTrack kick = new Root.OfTrack(new NodeId("kick"));
        Session session = kick.put(Session.BLANK, TrackFields.POSITION.with(Track.BLANK, "V.kick"));
        Place.OfStep place = new Place.OfStep(PatternSlot.C, kick.id(), 7);
        Step step = Step.BLANK;
        for (Field<Step, Optional<Integer>> lock : StepFields.LOCKS.subList(0, Limits.LOCKS + 1)) {
            step = lock.with(step, Optional.of(0));
        }
        Replaying.Break found = begun(place.put(session, step)).first(Law.LOCKS).orElseThrow();
        assertEquals("step/C/kick/7 holds 9", found.why());
        assertEquals(0, found.seq());
    }

    @Test
    @DisplayName("tells a document that would not be read again")
    void document() throws IOException, Journey.Unreadable {
        Session session = Session.BLANK;
        for (int i = 0; i <= Limits.TRACKS; i++) {
            Root.OfTrack track = new Root.OfTrack(new NodeId("t" + i));
            session = track.put(session, TrackFields.POSITION.with(Track.BLANK, "V.t" + i));
        }
        assertEquals(0, begun(session).first(Law.DOCUMENT).orElseThrow().seq());
        assertEquals(Optional.empty(), begun(session).first(Law.PARTS), "part by part it is");
    }

    @Test
    @DisplayName("tells the row that does not apply, and goes no further")
    void stuck() throws IOException, Journey.Unreadable {
        List<String> lines = new ArrayList<>(lines("busy"));
        lines.set(200, lines.get(200).replace("step/A/kick/", "step/A/nobody/"));
        Replaying.Told told = new Replaying(read(lines)).all();
        assertEquals(199, told.end().seq());
        assertEquals(200, told.breaks().getLast().seq());
        assertEquals(Optional.empty(), told.breaks().getLast().law());
    }

    @ParameterizedTest(name = "that is whole keeps the law {0} by itself, too")
    @EnumSource
    void kept(Law law) throws IOException, Journey.Unreadable {
        assertEquals(Optional.empty(), new Replaying(read(lines("busy"))).first(law));
    }

    /** Two tracks stand in one place where it begins, and row 1 parts them. */
    @Test
    @DisplayName("tells by one law alone what it tells by all, also where what was broken is whole again")
    void healed() throws IOException, Journey.Unreadable {
        Root.OfTrack kick = new Root.OfTrack(new NodeId("kick"));
        Root.OfTrack snare = new Root.OfTrack(new NodeId("snare"));
        Track on = TrackFields.POSITION.with(Track.BLANK, "V.kick");
        Session broken = snare.put(kick.put(Session.BLANK, on), on);
        Journey quiet = read(lines("quiet"));
        Row first = quiet.rows().getFirst().row();
        List<Mutation> part = List.of(Mutation.put(snare, TrackFields.POSITION, "W.snare"));
        Row healing = new Row(1, first.at(), first.wall(), first.by(), first.gesture(), 1, part, List.of());
        List<Chained> rows = List.of(new Chained(healing, Chain.NONE, ""));
        Replaying replaying =
                new Replaying(new Journey(quiet.stamp(), broken, Optional.empty(), rows, new TreeMap<>()));
        Replaying.Break found = replaying.first(Law.ORDER).orElseThrow();
        assertEquals(0, found.seq());
        assertTrue(replaying.all().breaks().contains(found));
    }

    @Test
    @DisplayName("tells two siblings of one place, of whichever kind they are")
    void siblings() throws IOException, Journey.Unreadable {
        for (List<Root<?>> two : SIBLINGS) {
            Session session = Session.BLANK;
            for (Root<?> root : two) {
                session = placed(session, root);
            }
            assertEquals(0, begun(session).first(Law.ORDER).orElseThrow().seq(), two.toString());
        }
    }

    private static <N> Session placed(Session session, Root<N> root) {
        return root.put(session, root.position().with(root.fields().blank(), "V.a"));
    }

    @Test
    @DisplayName("says what was trimmed of it, and where a chain begins anew")
    void head() throws IOException, Journey.Unreadable {
        assertEquals(
                Optional.of(new Journey.Trim(1_800_000_000_000L, 300, 300)),
                read(lines("trimmed")).trimmed());
        assertEquals(Set.of(3L), read(lines("restored")).begins().keySet());
        List<String> bad = new ArrayList<>(lines("restored"));
        bad.replaceAll(line -> line.startsWith("{\"begins\"") ? line + "x" : line);
        assertThrows(Journey.Unreadable.class, () -> read(bad));
    }

    @Test
    @DisplayName("is not taken torn, at any line")
    void torn() throws IOException {
        List<String> lines = lines("quiet");
        IntStream.range(0, lines.size())
                .forEach(n -> assertThrows(Journey.Unreadable.class, () -> read(lines.subList(0, n)), "" + n));
    }
}
