package tutti.server.store;

import java.util.List;
import java.util.Random;
import tutti.edit.Mutation;
import tutti.edit.Place;
import tutti.edit.StepFields;
import tutti.model.NodeId;
import tutti.model.PatternSlot;
import tutti.sync.GestureId;
import tutti.sync.MemberId;
import tutti.sync.Trace;
import tutti.wire.Codec;

/** Rows as a busy room makes them: four people set steps and velocities of eight tracks, sixteen times a second. */
final class RealRows {
    private static final int PEOPLE = 4;
    private static final int TRACKS = 8;
    private static final int STEPS = 32;
    private static final long EVERY_MICROS = 62_500;

    private final Codec codec = new Codec();
    private final Random random;
    private long wall = 1_790_000_000_000L;

    RealRows(long seed) {
        random = new Random(seed);
    }

    private String word(int length) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < length; i++) {
            word.append(Character.forDigit(random.nextInt(36), 36));
        }
        return word.toString();
    }

    /** The canonical bytes of the row with this seq. */
    Bytes row(long seq) {
        wall += random.nextInt(125);
        long at = seq * EVERY_MICROS + random.nextInt(60_000);
        MemberId member = new MemberId("member-of-this-room-" + random.nextInt(PEOPLE));
        NodeId track = new NodeId("track" + random.nextInt(TRACKS));
        Place.OfStep step = new Place.OfStep(PatternSlot.A, track, random.nextInt(STEPS));
        Mutation.Put<?, ?> put;
        Mutation.Put<?, ?> was;
        if (random.nextBoolean()) {
            boolean on = random.nextBoolean();
            put = new Mutation.Put<>(step, StepFields.ON.of(on));
            was = new Mutation.Put<>(step, StepFields.ON.of(!on));
        } else {
            put = new Mutation.Put<>(step, StepFields.VELOCITY.of(1 + random.nextInt(127)));
            was = new Mutation.Put<>(step, StepFields.VELOCITY.of(1 + random.nextInt(127)));
        }
        long before = Math.max(0, seq - 1 - random.nextInt(400));
        List<Trace> traces = List.of(new Trace(was, before, seq));
        GestureId gesture = new GestureId(word(10));
        return Bytes.utf8(
                codec.row(new tutti.sync.Row(seq, at, wall, member, gesture, seq, List.<Mutation>of(put), traces)));
    }
}
