package tutti.client.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tutti.client.ui.Notice;

@DisplayName("The studio's notices")
class BillboardTest {
    private final Billboard billboard = new Billboard();

    @Test
    @DisplayName("what stands is said once; put away, it comes back only after it ceased or changed")
    void standing() {
        billboard.stand("device", Notice.Tone.PLAIN, "No sound");
        billboard.stand("device", Notice.Tone.PLAIN, "No sound");
        assertEquals(List.of("No sound"), words());
        billboard.dismiss(billboard.notices().getFirst().id());
        billboard.stand("device", Notice.Tone.PLAIN, "No sound");
        assertEquals(List.of(), words());
        billboard.stand("device", Notice.Tone.PLAIN, "The device is gone");
        assertEquals(List.of("The device is gone"), words());
        billboard.withdraw("device");
        billboard.stand("device", Notice.Tone.PLAIN, "No sound");
        assertEquals(List.of("No sound"), words());
    }

    @Test
    @DisplayName("what stands with a button can be put away too, and says once that it is new")
    void standingButton() {
        List<String> done = new ArrayList<>();
        Runnable take = () -> done.add("take");
        assertTrue(billboard.stand("sounding", Notice.Tone.PLAIN, "Another window sounds", "Sound here", take));
        assertFalse(billboard.stand("sounding", Notice.Tone.PLAIN, "Another window sounds", "Sound here", take));
        billboard.dismiss(billboard.notices().getFirst().id());
        assertFalse(billboard.stand("sounding", Notice.Tone.PLAIN, "Another window sounds", "Sound here", take));
        assertEquals(List.of(), words());
        billboard.withdraw("sounding");
        billboard.stand("sounding", Notice.Tone.PLAIN, "Another window sounds", "Sound here", take);
        billboard.answer(billboard.notices().getFirst().id());
        assertEquals(List.of("take"), done);
    }

    @Test
    @DisplayName("trouble that was put away is said again when it happens again")
    void troubleAgain() {
        billboard.say("trouble", Notice.Tone.BAD, "No server");
        billboard.dismiss(billboard.notices().getFirst().id());
        billboard.say("trouble", Notice.Tone.BAD, "No server");
        assertEquals(List.of("No server"), words());
    }

    @Test
    @DisplayName("a button acts once, and a newer word on a topic takes the place of the older")
    void buttonAndTopic() {
        List<String> done = new ArrayList<>();
        billboard.offer("deleted", Notice.Tone.PLAIN, "Kick was deleted", "Bring back", () -> done.add("kick"));
        billboard.offer("deleted", Notice.Tone.PLAIN, "Clap was deleted", "Bring back", () -> done.add("clap"));
        long id = billboard.notices().getFirst().id();
        assertTrue(billboard.answer(id));
        assertFalse(billboard.answer(id));
        assertEquals(List.of("clap"), done);
        assertEquals(List.of(), words());
    }

    @Test
    @DisplayName("only the newest eight are kept, under ids that no notice of a session has")
    void bound() {
        for (int i = 0; i < 20; i++) {
            billboard.say("topic " + i, Notice.Tone.PLAIN, "words " + i);
        }
        assertEquals(8, words().size());
        assertEquals("words 19", words().getLast());
        assertTrue(billboard.notices().stream().allMatch(notice -> notice.id() < 0));
    }

    private List<String> words() {
        return billboard.notices().stream().map(Notice::words).toList();
    }
}
