package tutti.client.audio;

public final class AudioEngine {
    private final Voice[] voices;

    public AudioEngine(Voice... voices) {
        this.voices = voices;
    }

    public void render(float[] into) {
        for (Voice voice : voices) {
            voice.sound(into);
        }
    }
}
