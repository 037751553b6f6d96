package tutti.client.ui.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tutti.client.ui.Notice;
import tutti.client.ui.Snapshots;
import tutti.model.SessionId;
import tutti.wire.LegacyRecord;
import tutti.wire.Parsed;

@DisplayName("A room that was taken over from an old record")
class TakenOverStoriesTest extends WindowStory {
    private static final String WORDS = "This room was taken over from an older program";
    private static final String OLD = """
            {"state":{"tempo":124,"tracks":[
            {"id":"hat","name":"Hat","sampleId":"hihat","steps":[1,1,false],"parameterLocks":[],"volume":"loud"},
            {"id":"tin","name":"Tin","sampleId":"who-knows","steps":[true],"parameterLocks":[],"soloed":true}]}}""";

    /** The old record in this window, with the notice that its first visitor gets. */
    private List<String> opens() {
        Parsed<LegacyRecord> read = LegacyRecord.read(new SessionId("old"), OLD.getBytes(StandardCharsets.UTF_8));
        LegacyRecord record = switch (read) {
            case Parsed.Of<LegacyRecord>(LegacyRecord found) -> found;
            case Parsed.Malformed<LegacyRecord> malformed -> throw new AssertionError(malformed.text());
        };
        Notice notice = new Notice(1, Notice.Tone.PLAIN, WORDS, Optional.empty(), record.report());
        desk.put(record.session());
        desk.change(s -> Snapshots.NOTICES.with(s, List.of(notice)));
        return record.report();
    }

    private TextArea lines() {
        return (TextArea) window.content().lookup(".details .text-area");
    }

    private Node details() {
        return window.content().lookup(".details");
    }

    @Test
    @DisplayName(
            "says in one line that it was, shows all of the report when asked, and Esc leads back to where one was")
    void shown() {
        List<String> report = opens();
        assertEquals(3, report.size());
        story(() -> {
            frame();
            assertFalse(AssembledWindow.seen(details()), "not unasked");
            press("Show all of it");
        });
        story(() -> {
            assertTrue(AssembledWindow.seen(details()));
            assertEquals(String.join("\n", report), lines().getText());
            assertTrue(lines().isFocused());
            assertFalse(AssembledWindow.seen(window.content().lookup(".rover")), "in place of the grid");
            type("x");
            assertEquals(String.join("\n", report), lines().getText(), "only to read");
            assertEquals(List.of(), desk.mutations());
        });
        story(() -> key(KeyCode.ESCAPE));
        story(() -> {
            assertFalse(AssembledWindow.seen(details()));
            assertTrue(window.content().lookup(".rover").isFocused());
        });
    }

    @Test
    @DisplayName("gives its report to be copied, all of it at once")
    void copied() {
        List<String> report = opens();
        story(() -> {
            frame();
            press("Show all of it");
            press("Copy all of it");
        });
        robot.interact(() -> assertEquals(
                String.join("\n", report), Clipboard.getSystemClipboard().getString()));
        story(() -> press("Back to the grid (Esc)"));
        story(() -> assertFalse(AssembledWindow.seen(details())));
    }

    @Test
    @DisplayName("leads back to the button that showed its report, where the keyboard was on that")
    void back() {
        opens();
        story(() -> {
            frame();
            Node show = window.content().lookup(".answer");
            show.requestFocus();
            key(KeyCode.ENTER);
            assertTrue(lines().isFocused());
            key(KeyCode.ESCAPE);
            assertTrue(show.isFocused());
            press("Put this away");
        });
        assertTrue(desk.asked.stream().anyMatch(asked -> asked.startsWith("dismiss")), desk.asked.toString());
    }
}
