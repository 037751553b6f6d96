package tutti.sync.sim;

import java.util.List;
import java.util.Optional;
import tutti.model.SessionId;
import tutti.sync.Act;
import tutti.sync.Base;
import tutti.sync.ClientMessage;
import tutti.sync.GestureId;
import tutti.sync.MemberId;
import tutti.sync.OutboxId;
import tutti.sync.OutboxNote;
import tutti.sync.Profile;
import tutti.sync.Replica;
import tutti.sync.Secret;
import tutti.sync.ServerMessage;

/** One of the two clients: a real replica with its files, which does what its plan says. */
final class Walker implements Client {
    private final Crossroads world;
    private final String name;
    private final Secret secret;
    private final MemberId me;
    private final List<Plan.Deed> deeds;
    private final Disk disk;
    private final Replica replica;
    private Line line;
    private boolean welcomed;
    private int done;

    Walker(Crossroads world, int number, List<Plan.Deed> deeds) {
        this.world = world;
        this.name = "p" + number;
        this.secret = new Secret("secret-of-number-" + number + "-------");
        this.me = secret.member();
        this.deeds = deeds;
        this.disk = new Disk(new OutboxId("outbox-" + name));
        this.replica = new Replica(me, disk.load(), Base.NONE, world.form());
        this.line = new Line(0, number);
        for (int i = 0; i < deeds.size(); i++) {
            if (deeds.get(i) instanceof Plan.Change change) {
                world.ledger().wishes().wish(gesture(i), change.mutations());
            }
        }
        world.ledger().sent(this);
        world.ledger().refused(this);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public MemberId me() {
        return me;
    }

    @Override
    public Disk disk() {
        return disk;
    }

    @Override
    public boolean welcomed() {
        return welcomed;
    }

    @Override
    public Optional<Replica> replica() {
        return Optional.of(replica);
    }

    Line line() {
        return line;
    }

    boolean hasMore() {
        return done < deeds.size();
    }

    private GestureId gesture(int number) {
        return new GestureId("g-" + name + "-" + number);
    }

    /** Does the next thing. */
    void act() {
        GestureId gesture = gesture(done);
        Plan.Deed deed = deeds.get(done++);
        carry(
                switch (deed) {
                    case Plan.Change change -> replica.propose(gesture, change.mutations(), 0);
                    case Plan.Restore moment -> replica.restore(gesture, moment.seq(), moment.scope(), 0);
                    case Plan.Undo undo -> replica.undo(gesture, 0);
                });
        carry(replica.endGesture(0));
        rest();
    }

    /** Lets the old connection go and says hello on a new one. */
    void dial(Line fresh) {
        line.closeByClient();
        line = fresh;
        welcomed = false;
        replica.disconnected();
        Profile profile = new Profile(name, 1);
        line.up().add(replica.hello(new SessionId("crossroads"), secret, profile, Optional.empty()));
    }

    /** Reads what the server said next. */
    void read() {
        ServerMessage message = line.down().removeFirst();
        world.ledger().heard(this, message);
        switch (message) {
            case ServerMessage.Welcome welcome -> welcomed = true;
            case ServerMessage.Paused paused -> welcomed = false;
            case ServerMessage.Rows rows -> {}
            case ServerMessage.Snapshot snapshot -> {}
            case ServerMessage.Settled settled -> {}
            case ServerMessage.Here here -> {}
            case ServerMessage.Gone gone -> {}
            case ServerMessage.Playing playing -> {}
            case ServerMessage.Pong pong -> {}
            case ServerMessage.Adopted adopted -> {}
            case ServerMessage.Rejected rejected -> throw new Broken(rejected.reason());
        }
        carry(replica.receive(message, 0));
        rest();
    }

    /** Saves what it has, and looks at its own window. */
    private void rest() {
        if (replica.whole()) {
            disk.save(replica.base());
            carry(replica.saved(replica.base().seq()));
        }
        disk.rewrite(replica.outbox());
        if (welcomed) {
            world.ledger().seen(this, replica.view());
        } else {
            replica.view();
        }
    }

    private void carry(List<Act> acts) {
        for (Act act : acts) {
            switch (act) {
                case Act.Send send -> send(send.message());
                case Act.Note note -> note(note.note());
                case Act.Force force -> force();
                case Act.Tell tell -> world.ledger().told(this, tell.notice());
                case Act.Reconnect reconnect -> throw new Broken("a client starts over: " + reconnect.why());
                case Act.Renew renew -> throw new Broken("a client was told that the server went back");
            }
        }
    }

    private void send(ClientMessage message) {
        world.ledger().sending(this, message);
        line.up().add(message);
    }

    private void note(OutboxNote note) {
        world.ledger().noted(this, note);
        disk.write(note, 0);
    }

    private void force() {
        if (world.fault() != Fault.SENT_BEFORE_FORCED) {
            disk.force();
        }
    }
}
