package tutti.sync.sim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tutti.model.Session;
import tutti.sync.Anteroom;
import tutti.sync.ClientMessage;
import tutti.sync.ClientMessage.Hello;
import tutti.sync.Effect;
import tutti.sync.Form;
import tutti.sync.Input;
import tutti.sync.Lobby;
import tutti.sync.MemberId;
import tutti.sync.News;
import tutti.sync.Profile;
import tutti.sync.Restored;
import tutti.sync.Room;
import tutti.sync.ServerMessage;

/**
 * The server of a crossroads: the real room over a model of the store. The room takes in what has come as soon as it
 * can: an input at once if no batch is in flight, else all that came meanwhile together.
 */
final class Hub {
    private final Fault fault;
    private final Form form;
    private final Store store;
    private final Intake intake;
    private final Ledger ledger;
    private final List<Line> lines = new ArrayList<>();
    private final List<Long> recalls = new ArrayList<>();
    private Anteroom<String> anteroom = new Anteroom<>();
    private Lobby stage;
    private Optional<Room> room = Optional.empty();
    private Optional<Effect.Append> underWay = Optional.empty();
    private long spread;
    private long dialled;

    Hub(Fault fault, Form form, Store store, Ledger ledger) {
        this.fault = fault;
        this.form = form;
        this.store = store;
        this.ledger = ledger;
        this.intake = new Intake(store);
        this.stage = stage(store.load().snapshot());
        load();
    }

    /** A new connection of that client. */
    Line accept(int client) {
        Line line = new Line(++dialled, client);
        lines.add(line);
        return line;
    }

    List<Line> lines() {
        return lines;
    }

    Optional<Room> room() {
        return room;
    }

    /** Whether a commit is in flight. */
    boolean writes() {
        return underWay.isPresent();
    }

    Line line(long id) {
        return find(id).orElseThrow();
    }

    private Optional<Line> find(long id) {
        return lines.stream().filter(line -> line.id() == id).findFirst();
    }

    void sweep() {
        lines.removeIf(line -> !line.serverOpen() && !line.clientOpen());
    }

    /** Takes the next message of a connection. */
    void arrive(Line line) {
        ClientMessage message = line.up().removeFirst();
        switch (message) {
            case Hello hello -> offer(line.joined(hello, store));
            case ClientMessage.Submit submit -> offer(new Input.Asked(line.id(), submit.edit()));
            case ClientMessage.Ping p -> throw new Broken("nobody pings");
            case ClientMessage.Point p -> throw new Broken("nobody points");
            case ClientMessage.Rename r -> throw new Broken("nobody is renamed");
            case ClientMessage.Play p -> throw new Broken("nobody plays");
            case ClientMessage.Stop s -> throw new Broken("nobody stops");
            case ClientMessage.Launch l -> throw new Broken("nobody launches");
            case ClientMessage.Leave l -> throw new Broken("nobody leaves");
        }
    }

    /** Learns that the client let go of a connection. */
    void part(Line line) {
        line.closeByServer();
        offer(new Input.Parted(line.id()));
    }

    private void offer(Input input) {
        if (room.isPresent()) {
            enter(input);
            turn();
        }
    }

    private void enter(Input input) {
        recalls.addAll(anteroom.enter(input, ""));
    }

    /** Moments that somebody asked for and that nobody knows yet. */
    List<Long> recalls() {
        return List.copyOf(recalls);
    }

    /** A moment is known. */
    void recall(long seq) {
        recalls.remove(seq);
        recalls.addAll(anteroom.recalled(seq, store.past(seq)));
        turn();
    }

    /** Somebody plays there, so that a tempo is heard of. */
    private static Lobby stage(Session session) {
        Lobby stage = new Lobby("clock", session);
        stage.enter(0, new MemberId("player"), new Profile("Player", 1), Optional.empty(), 0);
        stage.play(0, Optional.empty(), session, 0);
        return stage;
    }

    private void play(Session session) {
        for (News news : stage.tempo(session, 0)) {
            if (news instanceof News.ToAll all) {
                lines.stream().filter(Line::everGreeted).forEach(line -> send(line, all.message()));
            }
        }
    }

    private void turn() {
        while (room.isPresent() && !room.get().busy() && anteroom.isReady()) {
            List<Input> inputs = new ArrayList<>();
            while (anteroom.isReady()) {
                inputs.add(anteroom.poll().orElseThrow().input());
            }
            intake.take(inputs);
            perform(room.get().step(inputs, 0, 0));
        }
    }

    private void perform(List<Effect> effects) {
        for (Effect effect : effects) {
            switch (effect) {
                case Effect.Append batch -> append(batch);
                case Effect.Spread rows -> spread();
                case Effect.Greet greet -> find(greet.greeting().connection()).ifPresent(line -> greet(line, greet));
                case Effect.Settle settle -> {
                    intake.answered(settle);
                    find(settle.connection()).ifPresent(line -> send(line, settle.settled()));
                }
                case Effect.Close close -> find(close.connection()).ifPresent(Line::closeByServer);
                case Effect.Answer _, Effect.TurnAway _ -> throw new Broken("nobody posted");
            }
        }
    }

    private void greet(Line line, Effect.Greet greet) {
        ServerMessage.Welcome welcome = new Lobby("clock", greet.greeting().session()).welcome(greet.greeting(), 0);
        line.greet(welcome, greet.greeting()).forEach(message -> send(line, message));
        line.rows(store, spread).ifPresent(rows -> send(line, rows));
    }

    private void spread() {
        spread = room.orElseThrow().seq();
        play(room.orElseThrow().session());
        for (Line line : lines) {
            line.rows(store, spread).ifPresent(rows -> send(line, rows));
        }
    }

    private void send(Line line, ServerMessage message) {
        ledger.leaving(message);
        if (line.serverOpen() && line.clientOpen()) {
            line.down().add(message);
        }
    }

    private void append(Effect.Append batch) {
        intake.expect(batch);
        if (fault == Fault.TEMPO_BEFORE_COMMIT) {
            play(batch.session());
        }
        underWay = Optional.of(batch);
        if (fault == Fault.TOLD_BEFORE_COMMIT) {
            done();
            store.commit(batch, Store.Outcome.DONE);
        }
    }

    private void done() {
        underWay = Optional.empty();
        perform(room.orElseThrow().committed());
        turn();
    }

    /** The commit in flight ends. */
    void commit(Store.Outcome outcome) {
        Effect.Append batch = underWay.orElseThrow();
        boolean done = store.commit(batch, outcome);
        if (!done && fault == Fault.RETRY) {
            done = store.commit(batch, Store.Outcome.DONE);
        }
        if (done) {
            done();
        } else {
            fail();
        }
    }

    private void fail() {
        underWay = Optional.empty();
        room = Optional.empty();
        forget();
        for (Line line : lines) {
            line.pause();
            if (line.everGreeted()) {
                send(line, new ServerMessage.Paused("the store is in trouble"));
            }
        }
    }

    private void forget() {
        anteroom = new Anteroom<>();
        recalls.clear();
    }

    /** Loads the room anew after a failed commit. */
    void reload() {
        load();
        if (fault != Fault.NO_WELCOME) {
            for (Line line : lines) {
                line.hello().filter(hello -> line.serverOpen()).ifPresent(hello -> enter(line.joined(hello, store)));
            }
        }
        turn();
    }

    private void load() {
        store.reopen();
        switch (Room.restore(store.load(), form)) {
            case Restored.Damaged damaged -> throw new Broken("a restart finds damage: " + damaged.what());
            case Restored.Alive alive -> room = Optional.of(alive.room());
        }
        spread = store.seq();
        stage = stage(room.orElseThrow().session());
        intake.restarted();
    }

    /** Dies, and starts again. */
    void crash(boolean durable) {
        underWay.filter(batch -> durable).ifPresent(batch -> store.commit(batch, Store.Outcome.UNKNOWN));
        underWay = Optional.empty();
        forget();
        lines.forEach(Line::closeByServer);
        load();
    }
}
