package tutti.server.room;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tutti.edit.Refusal;
import tutti.model.SessionId;
import tutti.server.store.Batch;
import tutti.sync.Input;
import tutti.sync.MemberId;
import tutti.sync.OutboxId;
import tutti.sync.OutboxState;
import tutti.sync.Verdict;
import tutti.wire.Codec;

/**
 * What to do about a batch that the store rejects while others pass. Of a batch of several nobody knows which edit it
 * was: the room is read anew, everybody sends again, and so many edits go into batches of their own. An edit that is
 * rejected alone is refused: the verdict is stored without rows. For the room's turn alone.
 */
final class Refusals {
    private record Condemned(MemberId member, OutboxId outbox, long n) {}

    private @Nullable Condemned condemned;
    private int cautious;

    void rejected(List<Input> edits, Hall hall) {
        if (edits.size() > 1) {
            cautious = edits.size();
            return;
        }
        for (Input edit : edits) {
            switch (edit) {
                case Input.Asking asking -> condemn(asking, hall);
                case Input.Recalled recalled -> condemn(recalled.asking(), hall);
                case Input.Joined _, Input.Parted _ -> {}
            }
        }
    }

    private void condemn(Input.Asking asking, Hall hall) {
        long n = asking.edit().n();
        condemned = switch (asking) {
            case Input.Asked asked -> {
                Seat author = hall.seat(asked.connection());
                yield author == null ? null : new Condemned(author.member(), author.outbox(), n);
            }
            case Input.Posted posted -> new Condemned(posted.member(), posted.outbox(), n);
        };
    }

    /** So many edits go alone in the room that is read next. */
    int cautious() {
        int edits = cautious;
        cautious = 0;
        return edits;
    }

    /** The verdict that is to be stored before this room can go on, if there is one. */
    Optional<Batch> verdict(SessionId id, Live live, Codec codec) {
        Condemned edit = condemned;
        condemned = null;
        if (edit == null) {
            return Optional.empty();
        }
        OutboxState state = live.room().outboxes().stream()
                .filter(known ->
                        known.member().equals(edit.member()) && known.outbox().equals(edit.outbox()))
                .findFirst()
                .orElseGet(() -> new OutboxState(edit.member(), edit.outbox(), 0, List.of()));
        return state.settled() == edit.n() - 1
                ? Optional.of(batch(id, live, codec, state, edit.n()))
                : Optional.empty();
    }

    private static Batch batch(SessionId id, Live live, Codec codec, OutboxState state, long n) {
        List<Verdict> verdicts = new ArrayList<>(state.verdicts());
        verdicts.add(Verdict.of(n, Optional.of(Refusal.of(Refusal.Reason.STORE)), List.of()));
        int over = Math.max(0, verdicts.size() - tutti.sync.Limits.VERDICTS);
        OutboxState refused =
                new OutboxState(state.member(), state.outbox(), n, verdicts.subList(over, verdicts.size()));
        return Batch.of(id, live.version(), live.head(), List.of(), List.of(Papers.outbox(codec, refused)));
    }
}
