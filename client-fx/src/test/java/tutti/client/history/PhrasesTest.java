package tutti.client.history;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tutti.edit.LaneFields;
import tutti.edit.Mutation;
import tutti.edit.PatternFields;
import tutti.edit.Place;
import tutti.edit.Root;
import tutti.edit.SessionFields;
import tutti.edit.StepFields;
import tutti.edit.TrackFields;
import tutti.model.NodeId;
import tutti.model.PatternSlot;

@DisplayName("What was done, in words,")
class PhrasesTest {
    private static final Root.OfTrack KICK = new Root.OfTrack(new NodeId("kick"));
    private static final Root.OfTrack CLAP = new Root.OfTrack(new NodeId("clap"));
    private static final Place.OfLane LANE = new Place.OfLane(PatternSlot.B, new NodeId("kick"));
    private static final Place.OfStep STEP = new Place.OfStep(PatternSlot.A, new NodeId("kick"), 0);

    private static Arguments says(String words, Mutation... mutations) {
        return Arguments.of(words, List.of(mutations));
    }

    static Stream<Arguments> deeds() {
        return Stream.of(
                says("drew step 1 on Kick", Pages.step("kick", 1, true)),
                says("drew 2 steps on 2 tracks", Pages.step("kick", 1, true), Pages.step("clap", 1, true)),
                says("erased step 1 on Clap", Pages.step("clap", 1, false)),
                says("changed 2 steps on Kick", Pages.step("kick", 1, true), Pages.step("kick", 2, false)),
                says("set the velocity of step 1 on Kick", Mutation.put(STEP, StepFields.VELOCITY, 90)),
                says("made Kick 7 steps long", Mutation.put(LANE, LaneFields.LENGTH, 7)),
                says("muted Kick", Mutation.put(KICK, TrackFields.MUTE, true)),
                says("unmuted Kick", Mutation.put(KICK, TrackFields.MUTE, false)),
                says("set the volume of Kick", Mutation.put(KICK, TrackFields.VOLUME, -1_000)),
                says("set the filter cutoff of Kick", Mutation.put(KICK, TrackFields.FILTER_CUTOFF, 5_000)),
                says("named a track “Boom”", Mutation.put(KICK, TrackFields.NAME, "Boom")),
                says("moved Kick", Mutation.put(KICK, TrackFields.POSITION, "V.kick")),
                says("deleted Kick", Mutation.delete(KICK)),
                says("deleted 2 tracks", Mutation.delete(KICK), Mutation.delete(CLAP)),
                says("brought Kick back", Mutation.bringBack(KICK)),
                says("added Tom", new Mutation.Insert<>(KICK, List.of(TrackFields.NAME.of("Tom")))),
                says("set the tempo to 122", Mutation.put(new Place.OfSession(), SessionFields.TEMPO, 12_200)),
                says("named the room “Attic”", Mutation.put(new Place.OfSession(), SessionFields.NAME, "Attic")),
                says("set the key lock", Mutation.put(new Place.OfSession(), SessionFields.KEY_LOCK, true)),
                says("changed pattern C", Mutation.put(new Place.OfPattern(PatternSlot.C), PatternFields.BARS, 2)),
                says("made room: what was deleted long ago is gone", new Mutation.Forget(KICK)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("deeds")
    @DisplayName("is what a person would say")
    void words(String words, List<Mutation> mutations) {
        assertEquals(words, new Phrases(Pages.NAMES.track()).of(Doing.of(mutations)));
    }
}
