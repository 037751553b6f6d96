package tutti.client.ui;

import java.util.ArrayList;
import java.util.List;
import tutti.model.Instrument;
import tutti.model.NodeId;
import tutti.model.Step;

/** Writes down what it is asked, a line a wish, in the order in which it was asked. */
abstract class AskedDesk implements Desk {
    public final List<String> asked = new ArrayList<>();
    private final Memory memory = new FakeMemory(asked);

    @Override
    public void endGesture() {
        asked.add("end");
    }

    @Override
    public void cursor(Cursor cursor) {
        asked.add("cursor " + cursor.track().text() + " " + cursor.step());
    }

    @Override
    public void audition(Instrument instrument, int pitch, int velocity) {
        asked.add("audition " + instrument.code() + " " + pitch + " " + velocity);
    }

    @Override
    public void audition(NodeId track, Step step) {
        asked.add("audition " + track.text() + " " + step.pitch() + " " + step.velocity());
    }

    @Override
    public void answer(Notice notice) {
        asked.add("answer " + notice.id());
    }

    @Override
    public void dismiss(Notice notice) {
        asked.add("dismiss " + notice.id());
    }

    @Override
    public void list(String address) {
        asked.add("list " + address);
    }

    @Override
    public void open(String roomId) {
        asked.add("open " + roomId);
    }

    @Override
    public void start(String name) {
        asked.add("start " + name);
    }

    @Override
    public void copy(String roomId) {
        asked.add("copy " + roomId);
    }

    @Override
    public void copyThis() {
        asked.add("copy this");
    }

    @Override
    public void copyMoment(long seq) {
        asked.add("copy moment " + seq);
    }

    @Override
    public void publish(String roomId) {
        asked.add("publish " + roomId);
    }

    @Override
    public void delete(String roomId) {
        asked.add("delete " + roomId);
    }

    @Override
    public void bringBack(String roomId) {
        asked.add("bring back " + roomId);
    }

    @Override
    public void purge(String roomId) {
        asked.add("purge " + roomId);
    }

    @Override
    public Memory memory() {
        return memory;
    }

    @Override
    public void rename(String myName) {
        asked.add("rename " + myName);
    }
}
