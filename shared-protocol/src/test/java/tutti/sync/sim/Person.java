package tutti.sync.sim;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tutti.sync.Act;
import tutti.sync.ClientMessage;
import tutti.sync.Member;
import tutti.sync.MemberId;
import tutti.sync.Notice;
import tutti.sync.OutboxId;
import tutti.sync.OutboxNote;
import tutti.sync.Profile;
import tutti.sync.Replica;
import tutti.sync.RoomClock;
import tutti.sync.Secret;
import tutti.sync.ServerMessage;
import tutti.sync.Transport;

/** A client's process around one real replica, with its files and its connection; it dies and comes back. */
final class Person implements Client {
    private static final long TICK = 40_000;

    private final World world;
    private final String name;
    private final Secret secret;
    private final MemberId me;
    private final Disk disk;
    private final Hands hands;
    private final Map<MemberId, Member> members = new TreeMap<>();
    private Optional<Replica> replica = Optional.empty();
    private Optional<Link> link = Optional.empty();
    private Optional<Transport> transport = Optional.empty();
    private long offset;
    private boolean welcomed;
    private long life;

    Person(World world, String name, Secret secret) {
        this.world = world;
        this.name = name;
        this.secret = secret;
        this.me = secret.member();
        this.disk = new Disk(new OutboxId("outbox-" + name));
        this.hands = new Hands(world, this);
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

    /** How many processes this person has started. */
    long life() {
        return life;
    }

    /** Whether this person is connected, and nothing is about to change that. */
    boolean steady() {
        return welcomed && link.isPresent() && link.get().whole();
    }

    @Override
    public boolean welcomed() {
        return welcomed;
    }

    @Override
    public Optional<Replica> replica() {
        return replica;
    }

    void start() {
        life++;
        replica = Optional.of(new Replica(me(), disk.load(), disk.base(), world.form()));
        connect();
        later(TICK, this::tick);
        hands.start();
    }

    /** Does something later, unless this process has ended by then. */
    void later(long delay, Runnable what) {
        long mine = life;
        world.agenda().in(delay, () -> {
            if (life == mine && replica.isPresent()) {
                what.run();
            }
        });
    }

    private void connect() {
        welcomed = false;
        Link fresh = world.connect(this);
        link = Optional.of(fresh);
        Profile profile = new Profile(name, 1);
        Optional<RoomClock> clock = transport.map(plays -> new RoomClock(world.now() + offset, plays));
        say(replica.orElseThrow().hello(world.session(), secret, profile, clock));
    }

    void say(ClientMessage message) {
        link.ifPresent(open -> open.toServer(message));
    }

    void receive(Link from, ServerMessage message) {
        if (replica.isEmpty() || !link.equals(Optional.of(from))) {
            return;
        }
        world.ledger().heard(this, message);
        switch (message) {
            case ServerMessage.Welcome welcome -> greeted(welcome);
            case ServerMessage.Paused paused -> welcomed = false;
            case ServerMessage.Here here -> members.put(here.member().id(), here.member());
            case ServerMessage.Gone gone -> members.remove(gone.member());
            case ServerMessage.Playing playing -> transport = Optional.of(playing.transport());
            case ServerMessage.Rows rows -> {}
            case ServerMessage.Snapshot snapshot -> {}
            case ServerMessage.Settled settled -> {}
            case ServerMessage.Pong pong -> {}
            case ServerMessage.Adopted adopted -> {}
            case ServerMessage.Rejected rejected -> throw new Broken(rejected.reason());
        }
        carry(replica.orElseThrow().receive(message, world.now()));
        if (welcomed && replica.isPresent() && world.dice().chance(250)) {
            world.ledger().seen(this, replica.get().view());
        }
    }

    private void greeted(ServerMessage.Welcome welcome) {
        welcomed = true;
        transport = Optional.of(welcome.clock().transport());
        offset = welcome.clock().now() - world.now();
        members.clear();
        welcome.members().forEach(member -> members.put(member.id(), member));
    }

    void lost(Link gone) {
        if (replica.isPresent() && link.equals(Optional.of(gone))) {
            link = Optional.empty();
            welcomed = false;
            replica.orElseThrow().disconnected();
            later(world.dice().chance(500) ? 1_000 : world.dice().between(1_000, 400_000), this::again);
        }
    }

    private void again() {
        if (link.isEmpty()) {
            connect();
        }
    }

    /** Carries acts out, one by one; the process may end between any two. */
    void carry(List<Act> acts) {
        long mine = life;
        for (Act act : acts) {
            if (world.stormy() && world.dice().chance(world.weather().crashes())) {
                die(world.dice().chance(500));
            }
            if (life != mine || replica.isEmpty()) {
                return;
            }
            switch (act) {
                case Act.Send send -> send(send.message());
                case Act.Note note -> note(note.note());
                case Act.Force force -> force();
                case Act.Reconnect reconnect -> throw new Broken("a client starts over: " + reconnect.why());
                case Act.Renew renew -> throw new Broken("a client was told that the server went back");
                case Act.Tell tell -> tell(tell.notice());
            }
        }
    }

    private void send(ClientMessage message) {
        world.ledger().sending(this, message);
        say(message);
    }

    private void note(OutboxNote note) {
        world.ledger().noted(this, note);
        disk.write(note, world.now());
    }

    private void force() {
        if (world.fault() != Fault.SENT_BEFORE_FORCED) {
            disk.force();
        }
    }

    private void tell(Notice notice) {
        world.ledger().told(this, notice);
    }

    private void tick() {
        later(TICK, this::tick);
        carry(replica.orElseThrow().tick(world.now()));
        keep();
        if (world.stormy()) {
            suffer(world.weather());
        }
    }

    private void keep() {
        if (replica.isEmpty()) {
            return;
        }
        if (world.now() - disk.dirtySince() > 1_000_000) {
            disk.force();
        }
        if (world.dice().chance(20)) {
            long seq = replica.get().base().seq();
            disk.save(replica.get().base());
            carry(replica.get().saved(seq));
        }
        if (replica.isPresent() && world.dice().chance(10)) {
            disk.rewrite(outbox());
        }
    }

    private void suffer(Weather weather) {
        if (world.dice().chance(weather.drops())) {
            world.tally().count("drops");
            link.ifPresent(Link::cut);
        }
        if (world.dice().chance(weather.drops())) {
            world.tally().count("reconnects at will");
            link.ifPresent(old -> {
                old.cut();
                lost(old);
            });
        }
        if (world.dice().chance(weather.crashes())) {
            die(false);
        }
        if (world.dice().chance(weather.powerCuts())) {
            die(true);
        }
    }

    private void die(boolean power) {
        if (replica.isEmpty()) {
            return;
        }
        world.tally().count(power ? "power cuts" : "client crashes");
        replica = Optional.empty();
        welcomed = false;
        link.ifPresent(power ? Link::cut : Link::closeByClient);
        link = Optional.empty();
        if (power) {
            List<OutboxNote> lost = disk.powerCut(world.dice());
            world.tally().add("notes lost", lost.size());
            world.ledger().wishes().lost(lost);
        }
        life++;
        long mine = life;
        world.agenda().in(world.dice().between(10_000, 500_000), () -> {
            if (life == mine) {
                start();
            }
        });
    }

    Map<MemberId, Member> members() {
        return members;
    }

    Optional<Transport> transport() {
        return transport;
    }
}
