package tutti.client.ui;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import tutti.model.NodeId;
import tutti.model.PatternSlot;
import tutti.model.Session;

/**
 * What this window knows of its room's past.
 *
 * @param deeds newest first
 * @param glance the moment that is looked at in place of now, if one is
 * @param problem why something could not be had, and what to do about it; empty if all is well
 */
public record Past(List<Deed> deeds, Reading reading, Optional<Glance> glance, String problem) {
    /** Nothing was read yet. */
    public static final Past NONE = new Past(List.of(), new Reading(false, 0, 0, Reach.MORE), Optional.empty(), "");

    /**
     * Something that somebody did, as people think of it: one or several gestures.
     *
     * @param first its first row that is known; {@code seq} its last, whose moment is shown; 0 is the beginning of the
     *     room
     * @param wall milliseconds since 1970, of its last row
     * @param words what was done: "drew 7 steps on Kick"
     * @param edits how many rows
     * @param weight how many values it changed
     * @param tracks it touched
     * @param played what was played from then on and before the next deed, oldest first
     */
    public record Deed(
            long first,
            long seq,
            long wall,
            Author by,
            String words,
            int edits,
            int weight,
            Set<NodeId> tracks,
            Set<PatternSlot> patterns,
            List<Played> played) {
        /** Keeps copies. */
        public Deed {
            tracks = Set.copyOf(tracks);
            patterns = Set.copyOf(patterns);
            played = List.copyOf(played);
        }

        /** Whether it is the same one, of which more or less is known. */
        public boolean same(Deed other) {
            return first == other.first || seq == other.seq;
        }
    }

    /**
     * Something that was played, which changed nothing in the document.
     *
     * @param wall milliseconds since 1970
     * @param words what came about: "launched B"
     */
    public record Played(long wall, Author by, String words) {}

    /**
     * Who did it.
     *
     * @param name "somebody" if nobody knows it any more
     * @param rgb their colour, 0xRRGGBB
     */
    public record Author(String name, int rgb) {}

    /**
     * How much was read.
     *
     * @param busy whether a page is on its way
     * @param rows that were read, of {@code all}
     * @param trim what was dropped before, if the owner did that
     */
    public record Reading(boolean busy, long rows, long all, Reach reach, Optional<Trim> trim) {
        /** Of a room of which nothing was trimmed, as far as is known. */
        public Reading(boolean busy, long rows, long all, Reach reach) {
            this(busy, rows, all, reach, Optional.empty());
        }
    }

    /**
     * That the owner of the server dropped the older edits.
     *
     * @param wall when, milliseconds since 1970
     * @param seq up to which edit
     */
    public record Trim(long wall, long seq) {}

    /** Where the list ends. */
    public enum Reach {
        /** There is more to read. */
        MORE,
        /** At the beginning of the room. */
        BEGINNING,
        /** Where the server has nothing older any more. */
        TRIMMED
    }

    /**
     * A moment of the past.
     *
     * @param at after what
     * @param then the document as it was; nothing while it is on its way
     * @param meanwhile what was looked at before, which is shown until then; nothing if that was now
     */
    public record Glance(Deed at, Optional<Session> then, Optional<Session> meanwhile) {
        /** Coming from now. */
        public Glance(Deed at, Optional<Session> then) {
            this(at, then, Optional.empty());
        }

        /** What is shown. */
        public Optional<Session> shown() {
            return then.or(this::meanwhile);
        }
    }

    /** Keeps a copy. */
    public Past {
        deeds = List.copyOf(deeds);
    }
}
