package tutti.client.audio;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tutti.model.Condition;
import tutti.model.Lane;
import tutti.model.PatternSlot;
import tutti.model.Session;
import tutti.model.Shelf;
import tutti.model.Step;
import tutti.model.Track;

/**
 * Finds drums in a recording of a whole beat, each by its own sound: slid along the place where the document says, with
 * what is low taken out of both, a recording is like the sound nowhere as much as where it begins. Nothing of the
 * engine is asked, neither when a step is nor how it sounds.
 */
final class Onsets {
    /** Frames of a sound that are looked for: its first 43 ms. */
    private static final int HEARD = 2_048;
    /** Frames either way in which a sound is looked for: less than a third of a 16th at 122 BPM. */
    private static final int REACH = 1_200;
    /** How like its sound the recording is at least where there is one, from −1 to 1. */
    private static final double LIKE = 0.15;
    /** Sharp enough to be told from all that sounds at once with them. */
    private static final Set<Role> SHARP = EnumSet.of(Role.KICK, Role.CLAP, Role.HAT_CLOSED, Role.HAT_OPEN);

    /**
     * A note that must come.
     *
     * @param frame from the launch on
     */
    record Due(String track, long step, long frame, float[] sound) {}

    /**
     * A note that was looked for.
     *
     * @param late frames from where it should be
     * @param like how like its sound the recording is there, from −1 to 1
     */
    record Found(Due due, int late, double like) {
        boolean heard() {
            return like >= LIKE;
        }
    }

    private final float[] sharp;
    private final double[] energy;

    /** @param mono the recording */
    Onsets(float[] mono) {
        this.sharp = sharpened(mono);
        this.energy = new double[mono.length + 1];
        for (int i = 0; i < mono.length; i++) {
            energy[i + 1] = energy[i] + sharp[i] * sharp[i];
        }
    }

    /** What pattern A, all in 16ths, says of {@code bars} bars: the sharp drums of which nothing is left to chance. */
    static List<Due> due(Session session, SoundCatalogue catalogue, int bars) {
        Instruments instruments = new Instruments(catalogue);
        List<Due> due = new ArrayList<>();
        for (Shelf.Entry<Track> entry : session.liveTracks()) {
            Optional<Sound> sound = instruments.sound(entry.node().instrument());
            if (sound.isPresent() && SHARP.contains(sound.get().role())) {
                Lane lane = session.pattern(PatternSlot.A).lane(entry.id());
                float[] begin = beginning(catalogue.pcm(sound.get()));
                for (long k = 0; k < 16L * bars; k++) {
                    if (certain(lane.steps().at((int) (k % lane.length())))) {
                        due.add(new Due(entry.node().name(), k, frame(session, k), begin));
                    }
                }
            }
        }
        due.sort(Comparator.comparingLong(Due::frame));
        return due;
    }

    private static boolean certain(Step step) {
        return step.on()
                && step.chance() == 100
                && step.condition().equals(Condition.ALWAYS)
                && step.ratchet() == 1
                && step.pitch() == 0;
    }

    /** The second 16th of each pair comes later by half of what the swing says, in thousandths of a 16th. */
    private static long frame(Session session, long k) {
        return Studio.frame(k * 1_000 + (k % 2) * session.swing() / 2, session.tempo());
    }

    private static float[] beginning(Pcm pcm) {
        float[] whole = pcm.octave(0);
        int frames = Math.min(HEARD, pcm.frames());
        return sharpened(Arrays.copyOfRange(whole, Sinc.MARGIN, Sinc.MARGIN + frames));
    }

    private static float[] sharpened(float[] sound) {
        float[] sharp = new float[sound.length];
        for (int i = 0; i < sound.length; i++) {
            sharp[i] = sound[i] - (i == 0 ? 0 : sound[i - 1]);
        }
        return sharp;
    }

    /** The first frame that is no silence. */
    int first() {
        int first = 0;
        while (first < sharp.length && sharp[first] == 0) {
            first++;
        }
        return first;
    }

    /**
     * The frame of the launch, which may be some steps before the first that is heard: a device has rendered ahead
     * when play is pressed. Of the 16 steps that the first sound can be, it is the one by which most of a bar is heard.
     */
    int launch(Session session, List<Due> due) {
        int best = 0;
        long most = -1;
        for (int step = 0; step < 16; step++) {
            int launch = Math.toIntExact(first() - frame(session, step));
            long bar = frame(session, step + 16);
            List<Due> next = after(due, launch).stream()
                    .filter(note -> note.frame() < bar)
                    .toList();
            long heard = find(next, launch).stream().filter(Found::heard).count();
            if (heard > most) {
                most = heard;
                best = launch;
            }
        }
        return best;
    }

    /** What is due from the first sound on. */
    List<Due> after(List<Due> due, int launch) {
        int first = first();
        return due.stream().filter(note -> launch + note.frame() >= first).toList();
    }

    /** Looks for what is due, if frame {@code launch} of the recording is that of the launch. */
    List<Found> find(List<Due> due, int launch) {
        return due.stream().map(note -> find(note, launch)).toList();
    }

    private Found find(Due note, int launch) {
        Found best = new Found(note, 0, -1);
        double own = Math.sqrt(square(note.sound()));
        for (int late = -REACH; late <= REACH; late++) {
            int at = Math.toIntExact(launch + note.frame() + late);
            if (at >= 0 && at + note.sound().length <= sharp.length) {
                double around = Math.sqrt(energy[at + note.sound().length] - energy[at]);
                double like = around == 0 ? -1 : product(note.sound(), at) / own / around;
                best = like > best.like() ? new Found(note, late, like) : best;
            }
        }
        return best;
    }

    private double product(float[] sound, int at) {
        double sum = 0;
        for (int i = 0; i < sound.length; i++) {
            sum += sound[i] * sharp[at + i];
        }
        return sum;
    }

    private static double square(float[] sound) {
        double sum = 0;
        for (float sample : sound) {
            sum += sample * sample;
        }
        return sum;
    }
}
