package tutti.client.audio;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tutti.model.FilterSettings;
import tutti.model.Instrument;
import tutti.model.Lane;
import tutti.model.NodeId;
import tutti.model.PatternSlot;
import tutti.model.Session;
import tutti.model.Step;
import tutti.model.Track;
import tutti.music.Timeline;

/**
 * Renders a few seconds into nothing, so that the compiler has done its work on every kind of voice before a device
 * waits for the first block: a beat of our own, whatever the session holds, and then the score that is to be played.
 */
final class WarmUp {
    private static final int SECONDS = 4;
    private static final String NOISE = "noise";

    private WarmUp() {}

    static void run(Score score) {
        Sinc sinc = new Sinc();
        OfflineRenderer.render(own(), 0, SECONDS * Limits.RATE, Limits.CHUNK, sinc);
        if (!score.parts().isEmpty()) {
            long start = score.timeline().frameAt(score.parts().getLast().launch());
            OfflineRenderer.render(score, start, SECONDS * Limits.RATE, Limits.CHUNK, sinc);
        }
    }

    private static Score own() {
        float[] noise = new float[Limits.RATE];
        int bits = 1;
        for (int i = 0; i < noise.length; i++) {
            bits = bits * 1_664_525 + 1_013_904_223;
            noise[i] = bits / 2.2e9f;
        }
        Sound sound = new Sound(NOISE, NOISE, NOISE, Role.FX, true, Optional.empty(), 0, "", 0, 0);
        Instruments instruments = new Instruments(SoundCatalogue.of(Map.of(sound, new Pcm(noise))));
        Session session = Session.BLANK;
        List<Instrument> played = List.of(Instrument.sample(NOISE), Instrument.SUB, Instrument.sample(NOISE));
        List<FilterSettings.Type> filters = new ArrayList<>(List.of(FilterSettings.Type.values()));
        for (int i = 0; i < played.size(); i++) {
            session = with(session, new NodeId("w" + i), played.get(i), filters.get(i), i);
        }
        List<Launch> launches = List.of(new Launch(PatternSlot.A, 0, 0, Launch.OPEN));
        return new ScoreCompiler(instruments).compile(session, Timeline.startingAt(0, session.tempo()), launches);
    }

    private static Session with(Session session, NodeId id, Instrument played, FilterSettings.Type filter, int pitch) {
        Track track = Tracks.CHOKE.with(Tracks.of(played), 1);
        track = Tracks.FILTER.with(track, new FilterSettings(filter, 3_000, 300));
        Lane lane = Lane.BLANK;
        for (int i = 0; i < lane.length(); i++) {
            Step blank = Step.BLANK;
            Step step = new Step(
                    true,
                    blank.velocity(),
                    i % 4 == 0,
                    i % 2 == 0 ? 0 : pitch + 3,
                    blank.chord(),
                    Optional.of(150),
                    i % 8 == 7,
                    false,
                    80,
                    blank.condition(),
                    i % 5 == 0 ? 3 : 1,
                    30,
                    20,
                    blank.locks());
            lane = lane.with(i, step);
        }
        return session.withTracks(session.tracks().with(id, track))
                .with(PatternSlot.A, session.pattern(PatternSlot.A).with(id, lane));
    }
}
