package tutti.client.ui.bar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalInt;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tutti.client.ui.FirstLight;
import tutti.client.ui.Shared;
import tutti.client.ui.Snapshots;
import tutti.client.ui.Spans;
import tutti.client.ui.Sync;
import tutti.client.ui.Sync.Link;
import tutti.client.ui.kit.Span;
import tutti.edit.SessionFields;
import tutti.model.Meter;
import tutti.music.Ticks;

@DisplayName("What the bar says")
class BarWordsTest {
    private static final long SECOND = 1_000_000_000L;

    private static Shared room(Link link, int waiting) {
        Shared s = FirstLight.room();
        return Snapshots.SYNC.with(s, new Sync(link, waiting, 7, "", 0, ""));
    }

    @Test
    @DisplayName("the fourth tap gives the tempo, a pause begins anew")
    void taps() {
        TapTempo taps = new TapTempo();
        assertTrue(taps.tap(0).isEmpty());
        assertTrue(taps.tap(SECOND / 2).isEmpty());
        assertTrue(taps.tap(SECOND).isEmpty());
        assertEquals(OptionalInt.of(12_000), taps.tap(SECOND * 3 / 2));
        assertTrue(taps.tap(SECOND * 9).isEmpty());
    }

    @Test
    @DisplayName("swing is shown and typed as 50.0 to 75.0 %")
    void swing() {
        Span.Words words = Spans.of(SessionFields.SWING).words();
        assertEquals("56.0 %", words.write(240));
        assertEquals("75.0 %", words.write(1000));
        assertEquals(240, words.read("56").orElseThrow());
    }

    @Test
    @DisplayName("saved is said in words, waiting only when it lasts")
    void saved() {
        Saved saved = new Saved();
        assertEquals("Saved, everyone has it", saved.words(room(Link.CONNECTED, 0), 0));
        assertEquals("Session ended, open it again", saved.words(room(Link.ENDED, 0), 0));
        assertEquals("Saved, everyone has it", saved.words(room(Link.CONNECTED, 3), SECOND / 10));
        assertEquals("Saving 3 edits", saved.words(room(Link.CONNECTED, 3), SECOND));
        assertEquals("Server away, 3 edits kept here", saved.words(room(Link.LOST, 3), SECOND));
        assertEquals("Server away, you can go on", saved.words(room(Link.LOST, 0), SECOND));
        assertEquals("Not connected, 3 edits kept here", saved.words(room(Link.REPLACED, 3), SECOND));
    }

    @Test
    @DisplayName("a position counts bar, beat of the meter and 16th from one")
    void position() {
        long bar = Ticks.PER_WHOLE;
        assertEquals("1.1.1", Position.words(0, Meter.COMMON));
        assertEquals("7.3.2", Position.words(6 * bar + 9L * Ticks.PER_SIXTEENTH, Meter.COMMON));
        assertEquals("2.1.1", Position.words(7L * Ticks.PER_EIGHTH, new Meter(7, 8)));
    }
}
