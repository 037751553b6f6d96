package tutti.client.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tutti.client.audio.AudioEngine;
import tutti.client.audio.Output;
import tutti.client.audio.OutputState;
import tutti.client.audio.SoundCatalogue;
import tutti.client.state.Sessions;
import tutti.client.ui.Notice;
import tutti.model.PatternSlot;
import tutti.model.Session;
import tutti.sync.Lobby;
import tutti.sync.Profile;

@DisplayName("What a window's person hears")
class LoudspeakerTest {
    private static final int SECOND = 48_000;

    private static SoundCatalogue sounds;

    @TempDir
    private Path folder;

    private final List<AudioEngine> opened = new ArrayList<>();
    private OutputState state = new OutputState.Playing(48_000, 480, false);

    @BeforeAll
    static void load() {
        sounds = SoundCatalogue.load();
    }

    /** A device that renders nothing by itself. */
    private final class Still implements Output {
        @Override
        public OutputState state() {
            return state;
        }

        @Override
        public long heardFrame(long nanoTime) {
            return 0;
        }

        @Override
        public void close() {
            opened.clear();
        }
    }

    private Sound sound() {
        Sound sound = new Sound(sounds, (engine, clock, frames, warmUp) -> {
            opened.add(engine);
            return new Still();
        });
        Session session = Births.firstLight();
        Lobby lobby = new Lobby("alone", session);
        Identity me = identity(0);
        lobby.enter(1, me.secret().member(), new Profile("A", 0), Optional.empty(), 0);
        lobby.trip(1, 0);
        lobby.play(1, Optional.of(PatternSlot.A), session, 0);
        sound.play(session, lobby.transport(), Optional.empty());
        return sound;
    }

    private Identity identity(int level) {
        try {
            return Identity.load(folder.resolve("identity"), new Fresh()).at(level);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** The loudest sample of the first second that a window of this kept level plays. */
    private double loudest(int level) throws IOException {
        Identity me = identity(level);
        Sound sound = sound();
        Places places = new Places(folder);
        Sessions sessions = new Sessions(places.client(), () -> 0, new Fresh()::outbox);
        try (Studio studio = new Studio(places, me, sessions, sound, FxApp.blank(sounds, me))) {
            sound.sound(true);
            float[] left = new float[SECOND];
            opened.getFirst().render(left, new float[SECOND], SECOND);
            assertEquals(level, studio.shown().ears().level());
            double loudest = 0;
            for (float sample : left) {
                loudest = Math.max(loudest, Math.abs(sample));
            }
            return loudest;
        }
    }

    @Test
    @DisplayName("is at the level that was kept, from the first frame on")
    void keptLevel() throws IOException {
        double usual = loudest(-6_000);
        double quiet = loudest(-30_000);
        assertEquals(24, 20 * Math.log10(usual / quiet), 0.01);
    }

    private static List<String> words(Billboard billboard) {
        return billboard.notices().stream().map(Notice::words).toList();
    }

    @Test
    @DisplayName("is nothing where there is no device, which is said, can be put away, and ends when there is one")
    void noDevice() throws IOException {
        Billboard billboard = new Billboard();
        Identity me = identity(-6_000);
        Loudspeaker speaker = new Loudspeaker(
                sound(),
                new Sounding(folder),
                billboard,
                FxApp.blank(sounds, me).ears());
        state = new OutputState.NoDevice("this machine has no sound device");
        speaker.look(() -> {});
        speaker.look(() -> {});
        assertEquals(tutti.client.ui.Ears.Output.NONE, speaker.ears().output());
        assertEquals(
                List.of("No sound: this machine has no sound device; trying again. Everything else works"),
                words(billboard));
        billboard.dismiss(billboard.notices().getFirst().id());
        speaker.look(() -> {});
        assertEquals(List.of(), words(billboard));
        state = new OutputState.Playing(48_000, 480, false);
        speaker.look(() -> {});
        assertEquals(tutti.client.ui.Ears.Output.HERE, speaker.ears().output());
        assertEquals(10, speaker.ears().latencyMillis());
        speaker.close();
    }

    @Test
    @DisplayName("is another window while that sounds; the offer to sound here can be put away, or taken")
    void elsewhere() throws IOException {
        Billboard billboard = new Billboard();
        Identity me = identity(-6_000);
        List<String> taken = new ArrayList<>();
        try (Sounding other = new Sounding(folder)) {
            other.look();
            Loudspeaker speaker = new Loudspeaker(
                    sound(),
                    new Sounding(folder),
                    billboard,
                    FxApp.blank(sounds, me).ears());
            speaker.look(() -> taken.add("take"));
            assertEquals(List.of("Another window on this machine sounds"), words(billboard));
            assertEquals(tutti.client.ui.Ears.Output.ELSEWHERE, speaker.ears().output());
            billboard.answer(billboard.notices().getFirst().id());
            speaker.take();
            other.look();
            speaker.look(() -> taken.add("take"));
            assertEquals(List.of("take"), taken);
            assertEquals(tutti.client.ui.Ears.Output.HERE, speaker.ears().output());
            assertEquals(List.of(), words(billboard));
            speaker.close();
        }
    }
}
