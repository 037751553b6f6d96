package tutti.client.ui.bar;

import tutti.client.ui.Shared;
import tutti.client.ui.Sync;

/** Being saved, in words. What lasts less than a third of a second is not worth a word. */
final class Saved {
    private static final long WORTH_NANOS = 350_000_000L;

    private boolean waiting;
    private long since;

    String words(Shared shared, long now) {
        Sync sync = shared.sync();
        if (sync.waiting() == 0) {
            waiting = false;
        } else if (!waiting) {
            waiting = true;
            since = now;
        }
        boolean alone = shared.people().size() < 2;
        String saved = alone ? "Saved" : "Saved, everyone has it";
        return switch (sync.link()) {
            case NOWHERE -> "No room is open yet";
            case JOINING -> sync.doing() + " …";
            case CONNECTED -> waiting && now - since > WORTH_NANOS ? "Saving " + edits(sync) : saved;
            case CONNECTING -> waiting ? "Connecting, " + edits(sync) + " kept here" : "Connecting";
            case PAUSED -> waiting ? "Server cannot save, " + edits(sync) + " kept here" : "Server cannot save now";
            case LOST -> waiting ? "Server away, " + edits(sync) + " kept here" : "Server away, you can go on";
            case REPLACED -> waiting ? "Not connected, " + edits(sync) + " kept here" : "Not connected";
            case ENDED -> "Session ended, open it again";
        };
    }

    private static String edits(Sync sync) {
        return sync.waiting() == 1 ? "1 edit" : sync.waiting() + " edits";
    }
}
