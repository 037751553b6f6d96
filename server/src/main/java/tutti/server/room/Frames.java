package tutti.server.room;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tutti.server.net.Frame;
import tutti.server.net.Piece;
import tutti.sync.Chained;
import tutti.sync.ServerMessage;
import tutti.sync.ServerMessage.Settled;
import tutti.sync.ServerMessage.Welcome;
import tutti.sync.Verdict;
import tutti.wire.Codec;

/** Encodes what a room says, each thing once. Stateless; any thread. */
record Frames(Codec codec) {
    Frame of(ServerMessage message) {
        return Frame.text(codec.write(message));
    }

    /** Rows as pieces of about {@link Limits#FRAME_BYTES}; a single one for all but the largest commits. */
    List<Piece> rows(List<Chained> rows) {
        List<Piece> pieces = new ArrayList<>();
        List<Chained> next = new ArrayList<>();
        int bytes = 0;
        for (Chained row : rows) {
            int more = row.text().length();
            if (!next.isEmpty() && bytes + more > Limits.FRAME_BYTES) {
                pieces.add(piece(next));
                next.clear();
                bytes = 0;
            }
            next.add(row);
            bytes += more;
        }
        if (!next.isEmpty()) {
            pieces.add(piece(next));
        }
        return pieces;
    }

    private Piece piece(List<Chained> rows) {
        return new Piece(rows.getLast().row().seq(), Frame.text(codec.rows(rows)));
    }

    /** A welcome with as many of the newest verdicts as a frame takes. */
    Frame welcome(Welcome welcome) {
        List<Verdict> verdicts = welcome.verdicts();
        Frame frame = of(welcome);
        while (frame.size() > Limits.FRAME_BYTES && bytes(verdicts) > Limits.VERDICT_BYTES) {
            verdicts = verdicts.subList(1 + verdicts.size() / 2, verdicts.size());
            frame = of(new Welcome(
                    welcome.me(),
                    welcome.seq(),
                    welcome.continuity(),
                    welcome.settled(),
                    verdicts,
                    welcome.clockId(),
                    welcome.clock(),
                    welcome.members(),
                    welcome.muted()));
        }
        return frame;
    }

    /** An acknowledgement, in several where its verdicts are too long for a frame. */
    List<Frame> settled(Settled settled) {
        List<Verdict> verdicts = settled.verdicts();
        if (verdicts.size() < 2 || bytes(verdicts) <= Limits.VERDICT_BYTES) {
            return List.of(of(settled));
        }
        int half = verdicts.size() / 2;
        long upTo = verdicts.get(half - 1).n();
        List<Frame> frames = new ArrayList<>(settled(new Settled(upTo, settled.seq(), verdicts.subList(0, half))));
        frames.addAll(settled(new Settled(settled.n(), settled.seq(), verdicts.subList(half, verdicts.size()))));
        return frames;
    }

    private long bytes(List<Verdict> verdicts) {
        return verdicts.isEmpty()
                ? 0
                : codec.write(new Settled(1, 0, verdicts)).getBytes(StandardCharsets.UTF_8).length;
    }
}
