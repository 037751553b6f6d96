package tutti.client.ui;

import java.util.List;
import tutti.edit.Mutation;
import tutti.model.Instrument;
import tutti.model.NodeId;
import tutti.model.PatternSlot;
import tutti.model.Step;

/** What a person can ask for. Called on the FX thread; nothing here blocks, and answers come as the next snapshot. */
public interface Desk {
    /** Changes the document. Edits of one gesture are undone together and merge while they wait. */
    void edit(Gesture gesture, List<Mutation> mutations);

    /** The hand let go: the next edit belongs to another gesture. */
    void endGesture();

    /** Takes back what was edited in that gesture, where others have not written since; undo knows nothing of it. */
    void cancel(Gesture gesture);

    /** Takes my last gesture back; {@link Shared.Undoing#trail} says where. */
    void undo();

    void redo();

    /** Starts the room; again while it is stopping: keeps playing. */
    void play();

    /** Stops the room, at the end of the bar when others are in. */
    void stop();

    /** Asks for that pattern at the next bar. */
    void launch(PatternSlot pattern);

    /** Takes back a launch that has not landed. */
    void withdraw();

    /** Tells the others where I stand. */
    void cursor(Cursor cursor);

    /** Lets me alone hear a sound: {@code pitch} semitones from its root, velocity 1 to 127. */
    void audition(Instrument instrument, int pitch, int velocity);

    /** Lets me alone hear a step as its track plays it. */
    void audition(NodeId track, Step step);

    /** Solo in my ears only. */
    void solo(NodeId track, boolean on);

    /** Mute in my ears only. */
    void muteForMe(NodeId track, boolean on);

    /** Silences me, still in time. */
    void silence(boolean on);

    /** My level, milli-decibels. */
    void level(int milliDb);

    /** The metronome, for me. */
    void click(boolean on);

    /** Presses the button of a notice. */
    void answer(Notice notice);

    /** Puts a notice away. */
    void dismiss(Notice notice);

    /** Lists the rooms at {@code host[:port]}; empty: those of this machine. */
    void list(String address);

    /** Goes to a room of the listed server. */
    void open(String roomId);

    /** Starts a room of that name on this machine and goes there. */
    void start(String name);

    /** Makes a copy of a room of the listed server and goes there. */
    void copy(String roomId);

    /** Makes a copy of the room that this window is in and goes there. */
    void copyThis();

    /** Makes a copy of the room that this window is in, as it was after the edit {@code seq}, and goes there. */
    void copyMoment(long seq);

    /** Publishes a room of the listed server: a frozen copy, which nobody can change. */
    void publish(String roomId);

    /** Deletes a room of the listed server; for a while it can be brought back. */
    void delete(String roomId);

    /** Brings a deleted room of the listed server back. */
    void bringBack(String roomId);

    /** Deletes a deleted room of the listed server for ever. */
    void purge(String roomId);

    /** The room's past, to look at and to bring back. */
    Memory memory();

    /** What I am called from now on. */
    void rename(String myName);
}
