package tutti.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tutti.edit.Mutation;
import tutti.edit.Outcome;
import tutti.edit.Place;
import tutti.edit.Reducer;
import tutti.edit.SessionFields;
import tutti.model.Meter;
import tutti.model.PatternSlot;
import tutti.model.Session;
import tutti.music.Limits;
import tutti.music.Segment;
import tutti.music.Timeline;
import tutti.wire.Codec;
import tutti.wire.Json;
import tutti.wire.Parsed;

/** A room goes on with the clock that its first client brings back: so no clock may be able to break it. */
@DisplayName("a clock that a client brings back")
class ClockLawsTest {
    private static final long SEED = 20_261_129;
    private static final int CLOCKS = 20_000;
    private static final long YEAR = 365L * 24 * 3_600 * 1_000_000;
    private static final MemberId A = new MemberId("A");
    private static final List<Session> SESSIONS =
            List.of(Session.BLANK, session(2_000, new Meter(16, 2)), session(30_000, new Meter(1, 16)));

    private final Codec codec = new Codec();
    private final SplittableRandom dice = new SplittableRandom(SEED);

    private static Session session(int tempo, Meter meter) {
        Place.OfSession place = new Place.OfSession();
        List<Mutation> puts = List.of(
                Mutation.put(place, SessionFields.TEMPO, tempo), Mutation.put(place, SessionFields.METER, meter));
        return ((Outcome.Changed) Reducer.reduce(Session.BLANK, puts)).next();
    }

    @Test
    @DisplayName("and that a room takes leaves it whole, whatever is then played, in every year of the next ten")
    void law() {
        int taken = 0;
        for (int i = 0; i < CLOCKS; i++) {
            Optional<RoomClock> clock = any();
            if (clock.filter(ClockLawsTest::taken).isPresent()) {
                taken++;
                for (Session session : SESSIONS) {
                    assertSurvives(clock.get(), session);
                }
            }
        }
        int least = CLOCKS / 100;
        assertTrue(taken > least, "only " + taken + " were taken: the law says little");
    }

    @Test
    @DisplayName("is taken at the very bounds, and in none of its numbers beyond them")
    void bounds() {
        long most = Limits.MICROS;
        Timeline slow = Timeline.startingAt(-most, 2_000);
        assertTrue(taken(clock(most, 0, Timeline.startingAt(most, 30_000), 0)));
        assertTrue(taken(clock(0, tutti.sync.Limits.RUNS, slow, Limits.TICKS)));
        assertFalse(taken(clock(most + 1, 0, slow, 0)));
        assertFalse(taken(clock(-1, 0, slow, 0)));
        assertFalse(taken(clock(0, tutti.sync.Limits.RUNS + 1, slow, 0)));
        assertFalse(taken(clock(0, 0, slow, Limits.TICKS + 1)));
        assertFalse(taken(clock(0, 0, Timeline.startingAt(-most - 1, 2_000), 0)));
        assertFalse(taken(clock(0, 0, Timeline.startingAt(most + 1, 2_000), 0)));
        assertFalse(taken(clock(0, 0, Timeline.startingAt(0, 1_999), 0)));
        assertFalse(taken(clock(0, 0, Timeline.startingAt(0, 30_001), 0)));
        assertFalse(taken(clock(0, 0, new Timeline(List.of(new Segment(Limits.TICKS + 1, 0, 2_000))), 0)));
    }

    @Test
    @DisplayName("is not taken if what plays has not begun: the next launch would stand before it")
    void launches() {
        Timeline timeline = Timeline.startingAt(0, 12_000);
        List<Launch> ahead = List.of(new Launch(1L << 40, PatternSlot.A, A));
        assertFalse(taken(new RoomClock(5, new Transport(1, timeline, ahead, Optional.empty()))));
    }

    private static RoomClock clock(long now, long run, Timeline timeline, long halt) {
        List<Launch> launches = List.of(new Launch(0, PatternSlot.A, A));
        return new RoomClock(now, new Transport(run, timeline, launches, Optional.of(new Halt(halt, A))));
    }

    private static boolean taken(RoomClock clock) {
        Lobby lobby = new Lobby("clock", SESSIONS.getLast());
        lobby.enter(1, A, new Profile("A", 1), Optional.of(clock), 0);
        return lobby.transport().equals(clock.transport()) && lobby.room(0) == clock.now();
    }

    private void assertSurvives(RoomClock clock, Session session) {
        Lobby lobby = new Lobby("clock", session);
        lobby.enter(1, A, new Profile("A", 1), Optional.of(clock), 0);
        lobby.enter(2, new MemberId("B"), new Profile("B", 2), Optional.empty(), 0);
        for (int year = 0; year < 10; year++) {
            long now = year * YEAR + dice.nextInt(1_000_000);
            for (int deed = 0; deed < 4; deed++) {
                List<News> news = deed(lobby, session, now + deed);
                assertEquals(lobby.transport(), again(lobby.transport()), news::toString);
                codec.write(new ServerMessage.Pong(0, lobby.room(now)));
            }
        }
    }

    private List<News> deed(Lobby lobby, Session session, long now) {
        return switch (dice.nextInt(5)) {
            case 0 -> lobby.play(1, Optional.empty(), session, now);
            case 1 -> lobby.stop(1, false, session, now);
            case 2 -> lobby.stop(1, true, session, now);
            case 3 -> lobby.launch(1, PatternSlot.values()[dice.nextInt(16)], session, now);
            default -> lobby.tempo(session, now);
        };
    }

    private Transport again(Transport transport) {
        return switch (codec.readServer(codec.write(new ServerMessage.Playing(transport)))) {
            case Parsed.Of<ServerMessage>(ServerMessage.Playing playing) -> playing.transport();
            case Parsed.Of<ServerMessage> other -> throw new AssertionError(other.toString());
            case Parsed.Malformed<ServerMessage> fault -> throw new AssertionError(fault.text());
        };
    }

    /** A clock as a client can write it, most of its numbers near a bound; nothing if no message can hold it. */
    private Optional<RoomClock> any() {
        try {
            Timeline timeline = Timeline.startingAt(number(), tempo());
            timeline = dice.nextBoolean() ? new Timeline(List.of(new Segment(number(), number(), tempo()))) : timeline;
            timeline = dice.nextBoolean() ? timeline.withTempo(number(), tempo()) : timeline;
            List<Launch> launches = new ArrayList<>();
            LongStream.generate(this::number)
                    .limit(1 + dice.nextInt(3))
                    .sorted()
                    .forEach(tick -> launches.add(new Launch(tick, PatternSlot.values()[dice.nextInt(16)], A)));
            Optional<Halt> halt = dice.nextBoolean() ? Optional.empty() : Optional.of(new Halt(number(), A));
            RoomClock clock = new RoomClock(number(), new Transport(Math.abs(number()), timeline, launches, halt));
            codec.text(ServerMessage.class, new ServerMessage.Playing(clock.transport()));
            return Optional.of(clock);
        } catch (IllegalArgumentException cannotBe) {
            return Optional.empty();
        }
    }

    private int tempo() {
        return switch (dice.nextInt(4)) {
            case 0 -> 1 + dice.nextInt(Integer.MAX_VALUE);
            case 1 -> 30_000;
            default -> 2_000 + dice.nextInt(28_001);
        };
    }

    private long number() {
        long bound = List.of(0L, 1L << 20, Limits.MICROS, Limits.TICKS, tutti.sync.Limits.RUNS, Json.MOST)
                .get(dice.nextInt(6));
        long near = dice.nextInt(4) == 0 ? bound + dice.nextInt(3) - 1 : bound == 0 ? 0 : dice.nextLong(bound);
        return dice.nextInt(3) == 0 ? -near : near;
    }
}
