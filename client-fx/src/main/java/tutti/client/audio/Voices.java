package tutti.client.audio;

/**
 * The voices of a deck: {@link Limits#VOICES} at full strength and {@link Limits#TAILS} more that only fade. When all
 * are taken, a new note steals in this order: the oldest whose key is up; else the oldest of the track that has the
 * most. What is stolen or choked fades, and never stops dead. Audio thread only.
 */
final class Voices {
    /** Fade of a stolen voice, 4 ms. */
    static final int STEAL = Limits.RATE * 4 / 1_000;
    /** Fade of a choked voice, 3 ms. */
    static final int CHOKE = Limits.RATE * 3 / 1_000;

    private final Voice[] all;
    private final int most;
    private final int[] ofSlot;
    private long notes;
    private long refused;

    /** A pool in which {@code most} voices sound and {@code tails} fade. */
    Voices(int most, int tails, Sinc sinc) {
        this.most = most;
        this.all = new Voice[most + tails];
        this.ofSlot = new int[Limits.SLOTS];
        for (int i = 0; i < all.length; i++) {
            all[i] = new Voice(sinc);
        }
    }

    /** Begins a note, after choking its group; a group chokes nothing that began on the same frame. */
    void start(Note note) {
        if (note.sound instanceof Patch.Silent) {
            return;
        }
        choke(note);
        if (sounding() >= most) {
            victim().cut(note.frame, STEAL);
        }
        for (Voice voice : all) {
            if (voice.state() == Voice.State.FREE) {
                voice.start(note, notes++);
                return;
            }
        }
        refused++;
    }

    private void choke(Note note) {
        for (Voice voice : all) {
            boolean group = voice.choke() == note.choke && note.choke != 0;
            if (group && voice.state() == Voice.State.SOUNDING && voice.start() < note.frame) {
                voice.cut(note.frame, CHOKE);
            }
        }
    }

    /** How many voices are at full strength. */
    int sounding() {
        int count = 0;
        for (Voice voice : all) {
            count += voice.state() == Voice.State.SOUNDING ? 1 : 0;
        }
        return count;
    }

    /** Notes that found no voice, because more than {@link Limits#TAILS} were stolen within 4 ms. */
    long refused() {
        return refused;
    }

    private Voice victim() {
        java.util.Arrays.fill(ofSlot, 0);
        for (Voice voice : all) {
            ofSlot[voice.slot()] += voice.state() == Voice.State.SOUNDING ? 1 : 0;
        }
        Voice worst = all[0];
        for (Voice voice : all) {
            if (voice.state() == Voice.State.SOUNDING
                    && (worst.state() != Voice.State.SOUNDING || goes(voice, worst))) {
                worst = voice;
            }
        }
        return worst;
    }

    private boolean goes(Voice voice, Voice rather) {
        if (voice.leaving() != rather.leaving()) {
            return voice.leaving();
        }
        int more = voice.leaving() ? 0 : ofSlot[voice.slot()] - ofSlot[rather.slot()];
        return more != 0 ? more > 0 : voice.order() < rather.order();
    }

    /** The tie of step {@code k}: notes of {@code slot} that wait for it go on until {@code frame}. */
    void hold(int slot, long k, long frame, long next) {
        for (Voice voice : all) {
            if (voice.slot() == slot && voice.isHeldFor(k)) {
                voice.hold(frame, next);
            }
        }
    }

    /** Cuts every note of {@code slot}. */
    void cut(int slot, long frame) {
        for (Voice voice : all) {
            if (voice.slot() == slot && voice.state() == Voice.State.SOUNDING) {
                voice.cut(frame, STEAL);
            }
        }
    }

    /** Everything that is to come comes {@code frames} later. */
    void shift(long frames) {
        for (Voice voice : all) {
            voice.shift(frames);
        }
    }

    /** Adds each voice to the channel of its slot. */
    void render(long frame, int frames, float[] scratch, Channel[] channels, int at) {
        for (Voice voice : all) {
            if (voice.state() != Voice.State.FREE) {
                Channel channel = channels[voice.slot()];
                channel.wake(at);
                voice.render(frame, frames, scratch, channel.input(), at);
            }
        }
    }
}
