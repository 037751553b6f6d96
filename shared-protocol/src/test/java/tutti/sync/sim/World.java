package tutti.sync.sim;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tutti.edit.Mutation;
import tutti.edit.Order;
import tutti.edit.Outcome;
import tutti.edit.Reducer;
import tutti.edit.Root;
import tutti.edit.TrackFields;
import tutti.edit.Weights;
import tutti.model.Limits;
import tutti.model.NodeId;
import tutti.model.Session;
import tutti.model.SessionId;
import tutti.sync.Chain;
import tutti.sync.Form;
import tutti.sync.Member;
import tutti.sync.Room;
import tutti.sync.Secret;
import tutti.sync.View;

/** One server, some people, a network and disks, from one seed. */
final class World {
    private static final long REST = 120_000_000;

    private final Agenda agenda = new Agenda();
    private final Tally tally;
    private final Form form;
    private final Fault fault;
    private final Dice dice;
    private final Weather weather;
    private final int budget;
    private final Session birth;
    private final Store store;
    private final Intake intake;
    private final Ledger ledger;
    private final Host host;
    private final List<Person> people = new ArrayList<>();
    private long links;

    World(long seed, Fault fault, Form form, Tally tally) {
        this.dice = new Dice(seed);
        this.fault = fault;
        this.form = form;
        this.tally = tally;
        this.weather = Weather.roll(dice);
        this.birth = birth(weather.plenty() ? 29 : 2);
        this.budget = seed % 6 == 0 ? Weights.of(birth) + 50 + dice.below(300) : Limits.WEIGHT;
        this.store = new Store(birth, new Chain("ab".repeat(32)), fault);
        this.intake = new Intake(store);
        this.ledger = new Ledger(store, tally);
        this.host = new Host(this);
        for (int i = 0; i < weather.people(); i++) {
            int secret = weather.sharing() ? Math.max(1, i) : i;
            people.add(new Person(this, "p" + i, new Secret("secret-of-number-" + secret + "-------")));
        }
    }

    static Session birth(int tracks) {
        Session session = Session.BLANK;
        for (int i = 0; i < tracks; i++) {
            Root.OfTrack track = new Root.OfTrack(new NodeId("t-" + i));
            String key = Order.spread(track.id(), i, tracks);
            Mutation insert = new Mutation.Insert<>(track, List.of(TrackFields.POSITION.of(key)));
            if (Reducer.reduce(session, insert) instanceof Outcome.Changed changed) {
                session = changed.next();
            }
        }
        return session;
    }

    /** Lives this world through; throws if a law breaks. */
    void run() {
        host.start();
        people.forEach(person -> agenda.in(dice.between(0, 100_000), person::start));
        agenda.runUntil(weather.busy() + weather.busy() / 8);
        while (!resting()) {
            agenda.runUntil(agenda.now() + 200_000);
            Broken.unless(
                    agenda.now() < REST,
                    "it does not come to rest: "
                            + people.stream().map(this::unrest).toList());
        }
        judge();
    }

    private boolean resting() {
        return host.idle() && people.stream().allMatch(this::rests);
    }

    private boolean rests(Person person) {
        if (person.replica().isEmpty() || !person.steady()) {
            return false;
        }
        View view = person.replica().get().view();
        return view.waiting() == 0 && view.seq() == store.seq();
    }

    private String unrest(Person person) {
        return person.replica()
                .map(replica -> person.welcomed() + " waits " + replica.view().waiting() + " at "
                        + replica.view().seq() + " of " + store.seq())
                .orElse("dead");
    }

    private void judge() {
        Room room = host.alive();
        Broken.unless(Weights.of(room.session()) <= budget, "the document is over its budget");
        Judge judge = new Judge(birth, store, ledger, form, tally);
        judge.room(room);
        judge.restores();
        people.forEach(person -> judge.client(person, room));
        people.forEach(this::lobby);
        judge.wishes();
        tally.add("rows", store.seq());
        tally.add("simulated seconds", agenda.now() / 1_000_000);
    }

    private void lobby(Person person) {
        List<Member> here = host.lobby().members().stream()
                .sorted(Comparator.comparing(Member::id))
                .toList();
        List<Member> seen = List.copyOf(person.members().values());
        Broken.unless(seen.equals(here), person.name() + " sees " + seen + " where there are " + here);
        Broken.unless(
                person.transport().equals(Optional.of(host.lobby().transport())), person.name() + " hears another run");
    }

    Link connect(Person person) {
        Link link = new Link(this, person, ++links);
        link.dial();
        return link;
    }

    Agenda agenda() {
        return agenda;
    }

    long now() {
        return agenda.now();
    }

    /** Whether people still do things. */
    boolean active() {
        return now() < weather.busy();
    }

    /** Whether things still go wrong. */
    boolean stormy() {
        return now() < weather.busy() + weather.busy() / 8;
    }

    Tally tally() {
        return tally;
    }

    Form form() {
        return form;
    }

    Fault fault() {
        return fault;
    }

    Dice dice() {
        return dice;
    }

    Weather weather() {
        return weather;
    }

    /** What the document may weigh; in some worlds so little that what is deleted must be forgotten soon. */
    int budget() {
        return budget;
    }

    Session birth() {
        return birth;
    }

    Store store() {
        return store;
    }

    Intake intake() {
        return intake;
    }

    Ledger ledger() {
        return ledger;
    }

    Host host() {
        return host;
    }

    SessionId session() {
        return new SessionId("simulated");
    }
}
