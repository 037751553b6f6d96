package tutti.sync.sim;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tutti.model.Session;
import tutti.sync.Anteroom;
import tutti.sync.ClientMessage;
import tutti.sync.ClientMessage.Hello;
import tutti.sync.Effect;
import tutti.sync.Input;
import tutti.sync.Lobby;
import tutti.sync.News;
import tutti.sync.Restored;
import tutti.sync.Room;
import tutti.sync.ServerMessage;

/** The server's process around one real room and its lobby. */
final class Host {
    private static final long TICK = 200_000;

    private final World world;
    private final Map<Long, Seat> seats = new LinkedHashMap<>();
    private Anteroom<String> anteroom = new Anteroom<>();
    private Optional<Room> room = Optional.empty();
    private Optional<Effect.Append> underWay = Optional.empty();
    private Session document;
    private Lobby lobby;
    private long spread;
    private long life;
    private boolean up;
    private boolean turning;

    Host(World world) {
        this.world = world;
        this.document = world.birth();
        this.lobby = new Lobby("clock-0", document);
    }

    void start() {
        up = true;
        load();
        lobby = new Lobby("clock-" + life, document);
        later(TICK, this::tick);
    }

    private void load() {
        world.store().reopen();
        switch (Room.restore(world.store().load(), world.form(), world.budget())) {
            case Restored.Damaged damaged -> throw new Broken("a restart finds damage: " + damaged.what());
            case Restored.Alive alive -> room = Optional.of(alive.room());
        }
        spread = world.store().seq();
        document = room.orElseThrow().session();
        world.intake().restarted();
    }

    private void later(long delay, Runnable what) {
        long mine = life;
        world.agenda().in(delay, () -> {
            if (life == mine) {
                what.run();
            }
        });
    }

    private void tick() {
        say(lobby.tick(world.now()));
        later(TICK, this::tick);
        if (world.stormy() && world.dice().chance(world.weather().serverCrashes())) {
            crash();
        }
    }

    private void crash() {
        world.tally().count("server crashes");
        underWay.filter(batch -> world.dice().chance(500))
                .ifPresent(batch -> world.store().commit(batch, Store.Outcome.UNKNOWN));
        life++;
        up = false;
        turning = false;
        underWay = Optional.empty();
        room = Optional.empty();
        anteroom = new Anteroom<>();
        seats.values().forEach(seat -> seat.link().closeByServer());
        seats.clear();
        later(world.dice().between(10_000, 1_000_000), this::start);
    }

    void accept(Link link) {
        if (up) {
            seats.put(link.id(), new Seat(world, link));
        } else {
            link.closeByServer();
        }
    }

    void receive(long id, ClientMessage message) {
        Seat seat = seats.get(id);
        if (seat == null) {
            return;
        }
        switch (message) {
            case Hello hello -> hello(seat, hello);
            case ClientMessage.Submit submit -> offer(new Input.Asked(id, submit.edit()));
            case ClientMessage.Ping ping -> seat.link().toClient(new ServerMessage.Pong(ping.sent(), room()));
            case ClientMessage.Point point -> say(lobby.point(id, point.pointer()));
            case ClientMessage.Rename rename -> say(lobby.rename(id, rename.profile()));
            case ClientMessage.Play play -> say(lobby.play(id, play.pattern(), document, world.now()));
            case ClientMessage.Stop stop -> say(lobby.stop(id, stop.keep(), document, world.now()));
            case ClientMessage.Launch launch -> say(lobby.launch(id, launch.pattern(), document, world.now()));
            case ClientMessage.Leave leave -> say(lobby.exit(id, true, world.now()));
        }
    }

    private long room() {
        return lobby.room(world.now());
    }

    private void hello(Seat seat, Hello hello) {
        seat.said(hello);
        say(lobby.enter(seat.link().id(), hello.secret().member(), hello.profile(), hello.clock(), world.now()));
        offer(seat.joined(hello));
    }

    void gone(long id) {
        if (seats.remove(id) != null) {
            say(lobby.exit(id, false, world.now()));
            offer(new Input.Parted(id));
        }
    }

    void drained(long id) {
        Optional.ofNullable(seats.get(id)).ifPresent(seat -> seat.pump(spread));
    }

    private void offer(Input input) {
        if (room.isPresent()) {
            anteroom.enter(input, "").forEach(this::recall);
            ring();
        }
    }

    /** The past is read beside the room, which may be another one by then. */
    private void recall(long seq) {
        world.tally().count("moments recalled");
        Anteroom<String> asks = anteroom;
        later(world.dice().between(100, world.dice().chance(200) ? 400_000 : 10_000), () -> {
            asks.recalled(seq, world.store().past(seq)).forEach(this::recall);
            ring();
        });
    }

    private void ring() {
        if (!turning && anteroom.isReady()) {
            turning = true;
            later(world.dice().between(0, 3_000), this::turn);
        }
    }

    private void turn() {
        turning = false;
        if (room.isEmpty() || room.get().busy() || !anteroom.isReady()) {
            return;
        }
        List<Input> inputs = new ArrayList<>();
        while (anteroom.isReady()) {
            inputs.add(anteroom.poll().orElseThrow().input());
        }
        world.intake().take(inputs);
        perform(room.get().step(inputs, room(), world.now() / 1000));
    }

    private void perform(List<Effect> effects) {
        for (Effect effect : effects) {
            switch (effect) {
                case Effect.Append batch -> append(batch);
                case Effect.Spread rows -> spread();
                case Effect.Greet greet ->
                    seat(greet.greeting().connection())
                            .ifPresent(
                                    seat -> seat.greet(lobby.welcome(greet.greeting(), world.now()), greet.greeting()));
                case Effect.Settle settle -> settle(settle);
                case Effect.Close close ->
                    close(close.connection(), close.reason().name());
                case Effect.Answer _, Effect.TurnAway _ -> throw new Broken("nobody posted");
            }
        }
        pump();
        ring();
    }

    private Optional<Seat> seat(long connection) {
        return Optional.ofNullable(seats.get(connection));
    }

    private void settle(Effect.Settle settle) {
        world.intake().answered(settle);
        seat(settle.connection()).ifPresent(seat -> seat.settle(settle.settled()));
    }

    private void spread() {
        Session before = document;
        document = room.orElseThrow().session();
        spread = room.orElseThrow().seq();
        if (before.tempo() != document.tempo()) {
            say(lobby.tempo(document, world.now()));
        }
    }

    private void append(Effect.Append batch) {
        world.intake().expect(batch);
        if (world.fault() == Fault.TEMPO_BEFORE_COMMIT) {
            say(lobby.tempo(batch.session(), world.now()));
        }
        if (world.fault() == Fault.TOLD_BEFORE_COMMIT) {
            perform(room.orElseThrow().committed());
            world.store().commit(batch, Store.Outcome.DONE);
            return;
        }
        underWay = Optional.of(batch);
        later(world.dice().between(500, world.dice().chance(100) ? 300_000 : 8_000), () -> commit(batch));
    }

    private void commit(Effect.Append batch) {
        underWay = Optional.empty();
        boolean fails = world.stormy() && world.dice().chance(world.weather().failures());
        Store.Outcome bad = world.dice().chance(500) ? Store.Outcome.LOST : Store.Outcome.UNKNOWN;
        boolean done = world.store().commit(batch, fails ? bad : Store.Outcome.DONE);
        if (!done && world.fault() == Fault.RETRY) {
            done = world.store().commit(batch, Store.Outcome.DONE);
        }
        if (done) {
            perform(room.orElseThrow().committed());
        } else {
            world.tally().count("commits " + bad);
            fail();
        }
    }

    private void fail() {
        room = Optional.empty();
        anteroom = new Anteroom<>();
        seats.values().forEach(Seat::pause);
        pump();
        later(world.dice().between(1_000, 500_000), () -> {
            load();
            if (world.fault() != Fault.NO_WELCOME) {
                seats.values().forEach(seat -> seat.hello().ifPresent(hello -> offer(seat.joined(hello))));
            }
        });
    }

    private void close(long id, String why) {
        world.tally().count("closed " + why);
        Optional.ofNullable(seats.remove(id)).ifPresent(seat -> {
            seat.link().closeByServer();
            say(lobby.exit(id, false, world.now()));
        });
    }

    private void say(List<News> all) {
        for (News news : all) {
            switch (news) {
                case News.ToAll toAll -> seats.values().forEach(seat -> seat.news(toAll.key(), toAll.message()));
                case News.Full full -> close(full.connection(), "FULL");
            }
        }
        pump();
    }

    private void pump() {
        List.copyOf(seats.values()).forEach(seat -> seat.pump(spread));
    }

    Room alive() {
        return room.orElseThrow(() -> new Broken("the server did not come back"));
    }

    Lobby lobby() {
        return lobby;
    }

    boolean idle() {
        return up
                && room.isPresent()
                && !room.get().busy()
                && anteroom.size() == 0
                && seats.values().stream().allMatch(Seat::idle);
    }
}
