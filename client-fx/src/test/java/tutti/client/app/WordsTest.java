package tutti.client.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tutti.client.state.Deeds;
import tutti.client.state.Status;
import tutti.edit.Refusal;
import tutti.edit.Refusal.Reason;
import tutti.model.Session;
import tutti.sync.GestureId;
import tutti.sync.Member;
import tutti.sync.MemberId;
import tutti.sync.Notice;
import tutti.sync.Profile;
import tutti.sync.Skip;
import tutti.sync.Trail;
import tutti.sync.View;

@DisplayName("What happened, in words,")
class WordsTest {
    private static final Session DEMO = Births.firstLight();
    private static final GestureId GESTURE = new GestureId("g");
    private static final MemberId ME = new Fresh().secret().member();
    private static final MemberId BOB = new Fresh().secret().member();

    private static String words(Notice notice) {
        Member bob = new Member(BOB, new Profile("Bob", 3), true, List.of());
        Status status = new Status(
                new View(DEMO, 7, 0, false, false, true, Trail.NONE),
                ME,
                Status.Link.LIVE,
                "",
                List.of(bob),
                Optional.empty(),
                Optional.empty(),
                new Deeds(),
                List.of());
        return Words.of(notice, status);
    }

    private static Notice refused(Reason reason, String where, Skip... skips) {
        return new Notice.Refused(GESTURE, List.of(), new Refusal(reason, where), List.of(skips), 0);
    }

    private static Skip changed(int step, MemberId by) {
        return new Skip("step/A/kick/" + step, "on", Optional.of(by), Optional.empty());
    }

    @ParameterizedTest(name = "{0} is “{1}”")
    @CsvSource(
            delimiter = '|',
            value = {
                "step/A/kick/4 | Kick, step 5",
                "lane/A/kick | Kick",
                "track/kick | Kick",
                "track/gone | A track",
                "pattern/C | Pattern C",
                "session | The session",
                "effects | The effects",
                "section/x | A section",
                "muteset/x | A mute set",
                "moment/x | A moment",
                "no/such/place | ''",
            })
    @DisplayName("names a place as people call it")
    void places(String path, String called) {
        assertEquals(called, Words.place(path, DEMO));
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("says of a refusal where and why, for every reason that there is")
    void reasons(Reason reason) {
        assertEquals("Kick: not done, " + reason.words(), words(refused(reason, "track/kick")));
        assertEquals("Not done, " + reason.words(), words(refused(reason, "")));
    }

    @Test
    @DisplayName("says who stands in the way of an undo, and of how much more")
    void nothingUndone() {
        assertEquals(
                "Nothing undone. Kick, step 5 on: Bob has changed it since, and 1 more",
                words(refused(Reason.NOTHING, "", changed(4, BOB), changed(5, BOB))));
        assertEquals("Not done, " + Reason.NOTHING.words(), words(refused(Reason.NOTHING, "")));
        Refusal why = new Refusal(Reason.NOTHING, "");
        List<Skip> two = List.of(changed(4, BOB), changed(5, BOB));
        assertEquals(
                "Nothing undone. Kick, step 5 on: Bob has changed it since, and 71 more",
                words(new Notice.Refused(GESTURE, List.of(), why, two, 70)));
    }

    @Test
    @DisplayName("says what an undo left alone, of people who have left too")
    void skipped() {
        assertEquals(
                "Undone, but for Kick, step 5 on: Bob has changed it since",
                words(new Notice.Skipped(GESTURE, List.of(changed(4, BOB)), 0)));
        assertEquals(
                "Undone, but for Kick, step 5 on: somebody has changed it since",
                words(new Notice.Skipped(
                        GESTURE, List.of(changed(4, new Fresh().secret().member())), 0)));
        Skip full = new Skip("track/kick", "deleted", Optional.empty(), Optional.of(Reason.FULL));
        assertEquals(
                "Undone, but for Kick deleted: " + Reason.FULL.words(),
                words(new Notice.Skipped(GESTURE, List.of(full), 0)));
    }

    @Test
    @DisplayName("is said of every kind of notice, and passes on what the server said itself")
    void all() {
        assertEquals(
                "The server cannot save right now (no space): your edits wait", words(new Notice.Paused("no space")));
        assertEquals("another version", words(new Notice.Rejected("another version")));
        assertFalse(words(new Notice.Full()).isBlank());
        assertFalse(words(new Notice.WentBack(DEMO)).isBlank());
        assertEquals(
                "This room was taken over from an older program; one thing is not as it was",
                words(new Notice.Adopted(List.of("A line."))));
    }

    @Test
    @DisplayName("is short of a room that was taken over, with all of the report to read besides, and of nothing else")
    void takenOver() {
        List<String> report = List.of("Track Hat had solo on.", "The session had no tempo.");
        assertEquals(
                "This room was taken over from an older program; 2 things are not as they were",
                words(new Notice.Adopted(report)));
        assertEquals(report, Words.details(new Notice.Adopted(report)));
        assertEquals(
                "This room was taken over from an older program; more than 100 things are not as they were",
                words(new Notice.Adopted(Collections.nCopies(101, "A line."))));
        assertEquals(List.of(), Words.details(new Notice.Full()));
    }
}
