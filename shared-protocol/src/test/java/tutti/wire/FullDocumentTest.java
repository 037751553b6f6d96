package tutti.wire;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tutti.edit.Field;
import tutti.edit.MomentFields;
import tutti.edit.MuteSetFields;
import tutti.edit.Part;
import tutti.edit.Parts;
import tutti.edit.Root;
import tutti.edit.StepFields;
import tutti.edit.TrackFields;
import tutti.edit.Value;
import tutti.edit.Weights;
import tutti.model.Lane;
import tutti.model.Limits;
import tutti.model.NodeId;
import tutti.model.PatternSlot;
import tutti.model.Session;
import tutti.model.SessionId;
import tutti.model.Step;
import tutti.sync.Chain;
import tutti.sync.ServerMessage.Snapshot;

/** As full as the budget lets them be, of whatever takes the most text for its weight. */
@DisplayName("A document as heavy as it may be")
class FullDocumentTest {
    private static final Stamp STAMP =
            new Stamp(new SessionId("s".repeat(Limits.SESSION_ID)), 0xFFFF_FFFFL, Chain.NONE, "store");
    private static final NodeId LONG = id(0);
    /** The most bytes that a name can take. */
    private static final String NAME = "語".repeat(Limits.NAME);

    private static final Lane ONE_STEP = lane(1, 1);
    private static final Lane ALL_STEPS = lane(Limits.STEPS, Limits.LOCKS);

    /** Of what a document is full. All but {@code STEPS} is deleted: of what lives there cannot be much. */
    private enum Filling {
        LANES_OF_ONE_STEP {
            @Override
            Session add(Session session, int i) {
                return lanes(with(session, new Root.OfTrack(id(i))), id(i));
            }
        },
        STEPS {
            @Override
            Session add(Session session, int i) {
                NodeId track = id(i % Limits.TRACKS);
                Session there = i < Limits.TRACKS ? with(session, new Root.OfTrack(track)) : session;
                PatternSlot slot = PatternSlot.values()[i / Limits.TRACKS];
                return there.with(slot, there.pattern(slot).with(track, ALL_STEPS));
            }
        },
        OWN_SOUNDS {
            @Override
            Session add(Session session, int i) {
                List<String> samples = Collections.nCopies(Limits.SAMPLES, "5e".repeat(32));
                return with(session, new Root.OfTrack(id(i)), TrackFields.SAMPLES, samples);
            }
        },
        NAMES {
            @Override
            Session add(Session session, int i) {
                return with(session, new Root.OfMoment(id(i)), MomentFields.NAME, NAME);
            }
        },
        MUTES {
            @Override
            Session add(Session session, int i) {
                List<NodeId> mutes = Collections.nCopies(Limits.TRACKS, LONG);
                return with(session, new Root.OfMuteSet(id(i)), MuteSetFields.MUTES, mutes);
            }
        };

        /** The {@code i}th of what fills it. */
        abstract Session add(Session session, int i);
    }

    private static NodeId id(int i) {
        return new NodeId(String.format("%0" + Limits.NODE_ID + "d", i));
    }

    private static <N> Session with(Session session, Root<N> root) {
        return with(session, root, root.deleted(), true);
    }

    private static <N, T> Session with(Session session, Root<N> root, Field<N, T> field, T value) {
        N node = root.deleted().with(root.fields().blank(), true);
        N placed = root.position().with(node, "V." + root.id().text());
        return root.put(session, field.with(placed, value));
    }

    private static Session lanes(Session session, NodeId track) {
        Session next = session;
        for (PatternSlot slot : PatternSlot.values()) {
            next = next.with(slot, next.pattern(slot).with(track, ONE_STEP));
        }
        return next;
    }

    /** At the end of a lane, where numbers are long, with the locks that have the longest names. */
    private static Lane lane(int steps, int locks) {
        Step step = Step.BLANK;
        List<Field<Step, Optional<Integer>>> longest = StepFields.LOCKS.stream()
                .sorted(Comparator.comparingInt(lock -> -lock.tag().length()))
                .limit(locks)
                .toList();
        for (Field<Step, Optional<Integer>> lock : longest) {
            step = longest(lock).into(step);
        }
        Lane lane = Lane.BLANK;
        for (int i = Limits.STEPS - steps; i < Limits.STEPS; i++) {
            lane = lane.with(i, step);
        }
        return lane;
    }

    private static <N, T> Value<N, T> longest(Field<N, T> field) {
        return IntStream.range(0, 40)
                .mapToObj(field::sample)
                .max(Comparator.comparingInt(value -> value.text().length()))
                .orElseThrow();
    }

    private static Session full(Filling filling) {
        Session session = filling.add(Session.BLANK, 0);
        int one = Weights.of(session);
        for (int i = 1; i < Limits.WEIGHT / one; i++) {
            session = filling.add(session, i);
        }
        return session;
    }

    @ParameterizedTest(name = "{0}")
    @Tag("slow")
    @DisplayName("can be written, sent, kept and read:")
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "LANES_OF_ONE_STEP")
    void some(Filling filling) {
        fits(filling);
    }

    @Test
    @Tag("long")
    @DisplayName("can be written, sent, kept and read where it has the most text: LANES_OF_ONE_STEP")
    void most() {
        fits(Filling.LANES_OF_ONE_STEP);
    }

    private static void fits(Filling filling) {
        Session session = full(filling);
        byte[] text = Documents.text(STAMP, session).getBytes(StandardCharsets.UTF_8);
        System.out.println("a full document, " + filling + ": " + Weights.of(session) + " weigh " + text.length
                + " bytes in " + Parts.of(session).size() + " parts");
        assertTrue(text.length <= tutti.sync.Limits.DOCUMENT, text.length + " bytes");
        Document document = new Document(Optional.of(STAMP), session);
        assertTrue(new Parsed.Of<>(document).equals(Documents.read(text)), "it is not read as it was written");
        Codec codec = new Codec();
        List<Part> parts = Parts.of(session);
        Iterator<Snapshot> pieces = Documents.snapshot(1, Chain.NONE, Parts.each(session));
        while (pieces.hasNext()) {
            Snapshot piece = pieces.next();
            int frame = codec.write(piece).getBytes(StandardCharsets.UTF_8).length;
            assertTrue(frame <= tutti.sync.Limits.SERVER_FRAME, frame + " bytes in a frame");
        }
        String whole = codec.write(new Snapshot(1, Chain.NONE, parts, true));
        assertTrue(whole.length() <= tutti.sync.Limits.DOCUMENT, "what a window keeps: " + whole.length());
    }
}
