package tutti.client.ui;

import java.util.List;
import tutti.sync.Scope;

/** Writes down what was asked of the past. */
record FakeMemory(List<String> asked) implements Memory {
    @Override
    public void open() {
        asked.add("history");
    }

    @Override
    public void older() {
        asked.add("older");
    }

    @Override
    public void halt() {
        asked.add("halt");
    }

    @Override
    public void close() {
        asked.add("history closed");
    }

    @Override
    public void see(Past.Deed deed) {
        asked.add("see " + deed.seq());
    }

    @Override
    public void now() {
        asked.add("now");
    }

    @Override
    public void restore(Scope scope) {
        asked.add("restore " + scope);
    }
}
