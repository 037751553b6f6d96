package tutti.client.ui.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tutti.client.ui.Ears;
import tutti.client.ui.FirstLight;
import tutti.client.ui.Mouse;
import tutti.client.ui.Shared;
import tutti.client.ui.Transport;
import tutti.edit.Mutation;
import tutti.edit.Place.OfSession;
import tutti.edit.SessionFields;
import tutti.model.Instrument;
import tutti.model.NodeId;
import tutti.model.PatternSlot;
import tutti.model.Scale;
import tutti.model.Shelf;
import tutti.music.Key;
import tutti.music.Ticks;

@Tag("slow")
@DisplayName("Bar, heads, dock and side")
class RegionStoriesTest extends WindowStory {
    private Node find(String selector) {
        return window.content().lookup(selector);
    }

    private String text(String selector) {
        return ((Label) find(selector)).getText();
    }

    private List<String> order() {
        return desk.session().liveTracks().stream()
                .map(Shelf.Entry::id)
                .map(NodeId::text)
                .toList();
    }

    @Test
    @DisplayName("the first click on a pattern looks, the second launches, the third withdraws")
    void chips() {
        story(() -> press("Pattern B"));
        assertEquals(PatternSlot.B, window.focus().pattern());
        assertFalse(desk.asked.contains("launch B"));
        story(() -> press("Pattern B"));
        assertTrue(desk.asked.contains("launch B"));
        story(() -> press("Pattern B"));
        assertEquals(Optional.empty(), desk.newest.get().transport().next());
        assertTrue(find(".told").isVisible());
        story(() -> press("Look at what the room plays"));
        assertEquals(PatternSlot.A, window.focus().pattern());
    }

    @Test
    @DisplayName("what I look at follows what the room plays until I look elsewhere")
    void follows() {
        story(() ->
                desk.transport(t -> new Transport(true, Optional.empty(), PatternSlot.C, Optional.empty(), t.heard())));
        assertEquals(PatternSlot.C, window.focus().pattern());
        story(() -> press("Pattern A"));
        story(() ->
                desk.transport(t -> new Transport(true, Optional.empty(), PatternSlot.B, Optional.empty(), t.heard())));
        assertEquals(PatternSlot.A, window.focus().pattern());
    }

    @Test
    @DisplayName("a tempo drag is one gesture of 1 BPM per 4 px, and takes no redraw while it is held")
    void tempoDrag() {
        Node tempo = find(".numbers .number");
        story(() -> Mouse.on(tempo).press(5, 20).drag(5, 12));
        assertEquals(12_400, desk.session().tempo());
        story(() -> desk.remote(Mutation.put(new OfSession(), SessionFields.TEMPO, 9_000)));
        assertEquals("124.00", text(".numbers .number .figure"));
        story(() -> Mouse.on(tempo).release(5, 12));
        assertEquals("90.00", text(".numbers .number .figure"));
        assertEquals(1, desk.edits.size());
    }

    @Test
    @DisplayName("the room's name is renamed by a click and Enter")
    void rename() {
        story(() -> {
            Mouse.on(find(".room-name > .label")).click(4, 4);
            frame();
            ((TextField) find(".room-name .text-field")).setText("Attic");
            key(KeyCode.ENTER);
        });
        assertEquals("Attic", desk.session().name());
        assertEquals("Attic", text(".room-name > .label"));
    }

    @Test
    @DisplayName("a head dragged down moves its track, Esc leaves it")
    void reorder() {
        story(() -> {
            Node head = find("#head-kick");
            Mouse.on(head).press(20, 10).drag(20, 40).drag(20, 130).release(20, 130);
        });
        assertEquals(List.of("clap", "kick", "closed"), order().subList(0, 3));
        story(() -> {
            Node head = find("#head-kick");
            Mouse.on(head).press(20, 10).drag(20, 200);
            key(KeyCode.ESCAPE);
            Mouse.on(head).release(20, 200);
        });
        assertEquals(List.of("clap", "kick", "closed"), order().subList(0, 3));
    }

    @Test
    @DisplayName("a new track comes last, with a sound that no other has, and is selected")
    void addTrack() {
        story(() -> press("Add a track with the first free sound"));
        assertEquals(9, order().size());
        assertEquals(order().getLast(), window.focus().track().orElseThrow().text());
        assertEquals(
                Instrument.sample("kick-808"),
                desk.session().liveTracks().getLast().node().instrument());
        story(() -> key(KeyCode.ENTER));
        assertTrue(lane(order().getLast()).steps().at(0).on());
    }

    @Test
    @DisplayName("a row keeps its canvas while others come and go")
    void rowsStay() {
        Node before = cells("stab");
        story(() -> press("Add a track with the first free sound"));
        assertEquals(before, cells("stab"));
    }

    @Test
    @DisplayName("the picker plays what it points at and takes what is clicked")
    void picker() {
        story(() -> press("Choose another sound for this track"));
        story(() -> {
            Node sound = window.content().getRoot().lookupAll(".sound").stream()
                    .filter(n -> "808".equals(n.getAccessibleText()))
                    .findFirst()
                    .orElseThrow();
            Mouse.on(sound).enter();
        });
        assertTrue(desk.asked.contains("audition sample:kick-808 0 100"));
        assertEquals(List.of(), desk.mutations());
        story(() -> press("808"));
        assertEquals(
                Instrument.sample("kick-808"),
                desk.session().tracks().get(FirstLight.id("kick")).orElseThrow().instrument());
        story(() -> press("Close the list of sounds (Esc)"));
    }

    @Test
    @DisplayName("a turn of a step's knob sets every selected step, in one gesture")
    void stepKnob() {
        story(() -> {
            key(KeyCode.RIGHT, KeyCode.SHIFT);
            Node chance = window.content().getRoot().lookupAll(".knob").stream()
                    .filter(n -> n.getAccessibleText().startsWith("Chance"))
                    .findFirst()
                    .orElseThrow();
            Mouse.on(chance).press(20, 20).drag(20, 60).drag(20, 100).release(20, 100);
        });
        assertEquals(50, step("kick", 1).chance());
        assertEquals(50, step("kick", 2).chance());
        assertEquals(1, desk.edits.size());
    }

    @Test
    @DisplayName("with the key locked a pitch turns to notes of the key alone")
    void keyLock() {
        story(() -> {
            desk.remote(
                    Mutation.put(new OfSession(), SessionFields.KEY_LOCK, true),
                    Mutation.put(new OfSession(), SessionFields.ROOT, 0),
                    Mutation.put(new OfSession(), SessionFields.SCALE, Scale.MAJOR));
            window.stand(FirstLight.id("bass"), 2);
            frame();
            Node pitch = window.content().getRoot().lookupAll(".knob").stream()
                    .filter(n -> n.getAccessibleText().startsWith("Pitch"))
                    .toList()
                    .getLast();
            for (int i = 0; i < 8; i++) {
                Mouse.key(pitch, KeyCode.UP);
                frame();
            }
        });
        assertTrue(
                new Key(0, Scale.MAJOR).has(38 + step("bass", 3).pitch()),
                "D2 and " + step("bass", 3).pitch());
        assertTrue(step("bass", 3).pitch() > 0);
    }

    @Test
    @DisplayName("every lane has its own playhead and says its lap")
    void laps() {
        story(() -> desk.transport(t -> new Transport(
                true, Optional.empty(), PatternSlot.A, Optional.empty(), FirstLight.heard(9L * Ticks.PER_SIXTEENTH))));
        story(() -> {});
        assertEquals("Conga, mid", text("#head-conga .about"));
        assertEquals(" · lap 2", text("#head-conga .laps"));
        assertEquals("muted by Hatter", text("#head-clap .about"));
        Node conga = find("#cells-conga .playhead");
        assertEquals(x(3), conga.getTranslateX() + conga.getBoundsInLocal().getWidth() / 2, 2);
    }

    private Instrument sound(String track) {
        return desk.session().tracks().get(FirstLight.id(track)).orElseThrow().instrument();
    }

    @Test
    @DisplayName("a kit swap keeps the pattern; the second track of a family gets the kit's second sound, a third none")
    void kitSwap() {
        String pattern = signs("conga") + signs("rim") + signs("closed");
        story(() -> press("Other sounds, same pattern"));
        story(() -> choose("Boom bap"));
        assertEquals(Instrument.sample("kick-808"), sound("kick"));
        assertEquals(Instrument.sample("hat-tight"), sound("closed"));
        assertEquals(Instrument.sample("rimshot"), sound("conga"), "the first drum, the first sound");
        assertEquals(Instrument.sample("conga-mid"), sound("rim"), "the second drum, the second sound");
        assertEquals(Instrument.sample("bass-voxy-c"), sound("bass"), "no bass in the kit");
        assertEquals(pattern, signs("conga") + signs("rim") + signs("closed"));
        assertEquals(1, desk.edits.size());
        story(() -> key(KeyCode.Z, KeyCode.CONTROL));
        assertEquals(Instrument.sample("kick-909"), sound("kick"));
    }

    private void output(Ears.Output output) {
        desk.change(s -> new Shared(
                s.session(),
                s.sync(),
                s.undoing(),
                s.people(),
                s.transport(),
                new Ears(Set.of(), Set.of(), false, 0, false, output, 11),
                s.rooms(),
                s.catalogue(),
                s.notices(),
                s.marks(),
                s.levels(),
                s.past()));
    }

    private boolean statusReads(String words) {
        return window.content().getRoot().lookupAll(".status .label").stream()
                .anyMatch(node -> ((Labeled) node).getText().equals(words));
    }

    @Test
    @DisplayName("the line at the bottom says where the sound goes, and that it goes nowhere")
    void soundGoes() {
        story(() -> output(Ears.Output.HERE));
        story(() -> assertTrue(statusReads("output 11 ms")));
        story(() -> output(Ears.Output.ELSEWHERE));
        story(() -> assertTrue(statusReads("another window sounds")));
        story(() -> output(Ears.Output.NONE));
        story(() -> assertTrue(statusReads("no sound device")));
    }
}
