package tutti.client.app;

import java.io.IOException;
import java.util.Optional;
import java.util.function.UnaryOperator;
import tutti.client.audio.OutputState;
import tutti.client.ui.Ears;
import tutti.client.ui.Notice;

/**
 * What this window's person hears: how they set it, whether this window is the one that sounds, and how its device
 * does. The desk's thread only.
 */
final class Loudspeaker implements AutoCloseable {
    private static final String ELSEWHERE = "Another window on this machine sounds";
    private static final int MILLIS = 1_000;
    private static final int SILENT = -200_000;

    private final Sound sound;
    private final Sounding sounding;
    private final Billboard billboard;
    private Ears ears;

    /** @param start how it is set, which counts from the first frame on */
    Loudspeaker(Sound sound, Sounding sounding, Billboard billboard, Ears start) {
        this.sound = sound;
        this.sounding = sounding;
        this.billboard = billboard;
        this.ears = start;
        listen();
    }

    Ears ears() {
        return ears;
    }

    /** It is set otherwise. */
    void set(UnaryOperator<Ears> change) {
        ears = change.apply(ears);
        listen();
    }

    private void listen() {
        sound.listen(new tutti.client.audio.Ears(
                ears.silent() ? SILENT : ears.level(), ears.click(), ears.mute(), ears.solo()));
    }

    /**
     * Looks how it stands, and says what a person should know of it.
     *
     * @param take what the button does by which this window is to be the one
     */
    void look(Runnable take) throws IOException {
        boolean mine = sounding.look();
        sound.sound(mine);
        Optional<OutputState> output = sound.output();
        if (mine) {
            billboard.withdraw("sounding");
        } else {
            billboard.stand("sounding", Notice.Tone.PLAIN, ELSEWHERE, "Sound here", take);
        }
        if (output.orElse(new OutputState.Opening()) instanceof OutputState.NoDevice none) {
            String words = "No sound: " + none.reason() + "; trying again. Everything else works";
            billboard.stand("device", Notice.Tone.PLAIN, words);
        } else {
            billboard.withdraw("device");
        }
        Ears.Output where = mine ? output.map(Loudspeaker::where).orElse(Ears.Output.HERE) : Ears.Output.ELSEWHERE;
        int latency = output.map(Loudspeaker::latency).orElse(0);
        if (where != ears.output() || latency != ears.latencyMillis()) {
            ears = new Ears(ears.solo(), ears.mute(), ears.silent(), ears.level(), ears.click(), where, latency);
        }
    }

    /** This window is to be the one. */
    void take() throws IOException {
        sounding.take();
    }

    private static Ears.Output where(OutputState state) {
        return switch (state) {
            case OutputState.Opening opening -> Ears.Output.HERE;
            case OutputState.Playing playing -> Ears.Output.HERE;
            case OutputState.NoDevice none -> Ears.Output.NONE;
            case OutputState.Closed closed -> Ears.Output.NONE;
        };
    }

    private static int latency(OutputState state) {
        return state instanceof OutputState.Playing playing ? playing.bufferFrames() * MILLIS / playing.rate() : 0;
    }

    /** Falls silent, and lets another window sound. */
    @Override
    public void close() throws IOException {
        sound.close();
        sounding.close();
    }
}
