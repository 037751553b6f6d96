package tutti.sync;

import java.util.List;
import tutti.edit.Part;

/** What a server says. */
public sealed interface ServerMessage {
    /**
     * The answer to Hello, and the start over after a failed commit. What follows are the rows after the client's seq
     * if
     * the continuity is SAME, else a snapshot and the rows after that.
     *
     * @param me the member that this client is
     * @param seq of the newest row
     * @param continuity how what the client has fits
     * @param settled the highest number of this outbox that was answered
     * @param verdicts the last answers that were not simply "applied"
     * @param clockId another one after every start of the server
     * @param clock the room's time
     * @param muted the tracks that are muted after {@code seq}, from the top, as far as the room remembers by whom: who
     *     comes did not see those rows
     */
    record Welcome(
            MemberId me,
            long seq,
            Continuity continuity,
            long settled,
            List<Verdict> verdicts,
            String clockId,
            RoomClock clock,
            List<Member> members,
            List<Muted> muted)
            implements ServerMessage {
        /** Keeps copies. */
        public Welcome {
            verdicts = List.copyOf(verdicts);
            members = List.copyOf(members);
            muted = List.copyOf(muted);
        }
    }

    /**
     * A piece of a snapshot. A part that is too long for one message comes in several, with the same name.
     *
     * @param seq and {@code chain}: the row after which the document was like this
     * @param last whether the snapshot is whole with this
     */
    record Snapshot(long seq, Chain chain, List<Part> parts, boolean last) implements ServerMessage {
        /** Keeps a copy. */
        public Snapshot {
            parts = List.copyOf(parts);
        }
    }

    /**
     * Rows in order. Those that the client has already are to be ignored.
     *
     * @param chain after the last of them
     */
    record Rows(List<Row> rows, Chain chain) implements ServerMessage {
        /** Keeps a copy. */
        public Rows {
            rows = List.copyOf(rows);
        }
    }

    /**
     * The only acknowledgement: every edit of this outbox up to {@code n} is durable or refused.
     *
     * @param seq the newest row that they led to, or the newest there is
     * @param verdicts of those among them that were refused, or skipped something
     */
    record Settled(long n, long seq, List<Verdict> verdicts) implements ServerMessage {
        /** Keeps a copy. */
        public Settled {
            verdicts = List.copyOf(verdicts);
        }
    }

    /**
     * Follows the Welcome of who never had this session, as long as nobody has changed it: it was made of a record of
     * an older program.
     *
     * @param report what of it was repaired and what could not be held, in sentences
     */
    record Adopted(List<String> report) implements ServerMessage {
        /** Keeps a copy. */
        public Adopted {
            report = List.copyOf(report);
        }
    }

    /** The store is in trouble: nothing is taken until the next Welcome. */
    record Paused(String reason) implements ServerMessage {}

    /**
     * The answer to Ping.
     *
     * @param sent what the ping said
     * @param room room time in microseconds when it was answered
     */
    record Pong(long sent, long room) implements ServerMessage {}

    /** A member came or changed. */
    record Here(Member member) implements ServerMessage {}

    /** A member has left. */
    record Gone(MemberId member) implements ServerMessage {}

    /** What is played changed. */
    record Playing(Transport transport) implements ServerMessage {}

    /**
     * The connection ends after this.
     *
     * @param protocol the server's version
     * @param reason what is wrong and what to do, for people
     */
    record Rejected(int protocol, String reason) implements ServerMessage {}
}
