package tutti.server.verify;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import tutti.edit.Mutation;
import tutti.edit.Part;
import tutti.edit.Parts;
import tutti.edit.Place;
import tutti.edit.Weights;
import tutti.model.Lane;
import tutti.model.Limits;
import tutti.model.Moment;
import tutti.model.MuteSet;
import tutti.model.PatternSlot;
import tutti.model.Section;
import tutti.model.Session;
import tutti.model.SessionId;
import tutti.model.Shelf;
import tutti.model.Steps;
import tutti.model.Track;
import tutti.sync.Replayed;
import tutti.sync.Trace;
import tutti.wire.Codec;
import tutti.wire.Document;
import tutti.wire.Documents;
import tutti.wire.Parsed;
import tutti.wire.Stamp;

/** What holds after every edit of every session. */
public enum Law {
    /** The row that is there is the row that was vouched for. */
    CHAIN("its row follows from the chain before it"),
    /** No row is missing or there twice. */
    SEQ("rows are numbered without a gap"),
    /** Room time only rises. */
    TIME("room time rises with every row"),
    /** What was written is what would be written. */
    CODEC("a row's text read and written again is the same text"),
    /** The values before are those that the reducer finds, and putting them back restores the document. */
    BEFORE("the values before a row restore what was there"),
    /** Undo goes by these: which row's value stood under each property, and which one's stands now. */
    TOUCH("a row names whose value it found and whose it leaves"),
    /** Undo takes a gesture back as a whole. */
    FIRST("a row names the first row of its gesture"),
    /** The running sum of the weight is the walked one. */
    WEIGHT("the weight is what a walk counts"),
    /** A document and its parts are the same thing. */
    PARTS("the document's parts read and joined are the same document"),
    /** No two siblings stand in one place. */
    ORDER("no two siblings have one position"),
    /** A step has room for so many locks. */
    LOCKS("a step holds no more than " + Limits.LOCKS + " locks"),
    /** What is written of a document is the document. */
    DOCUMENT("the document's text read again is the same document"),
    /** The grid has room for all tracks that are shown. */
    TRACKS("no more than " + Limits.TRACKS + " tracks live");

    private static final SessionId ANY = new SessionId("a-session");

    private final String words;

    Law(String words) {
        this.words = words;
    }

    /** The name that a command takes. */
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What it says. */
    public String words() {
        return words;
    }

    /** The law of that name. */
    public static Optional<Law> of(String tag) {
        return Arrays.stream(values()).filter(law -> law.tag().equals(tag)).findFirst();
    }

    /** How a row breaks it, in words. */
    Optional<String> broken(Step step, Codec codec) {
        return switch (this) {
            case CHAIN -> chain(step);
            case SEQ -> seq(step);
            case TIME -> time(step);
            case CODEC -> codec(step, codec);
            case BEFORE -> before(step);
            case TOUCH -> step.past().touch(step.row());
            case FIRST -> step.past().first(step.row());
            case WEIGHT, PARTS, ORDER, LOCKS, DOCUMENT, TRACKS -> broken(step.after());
        };
    }

    /** How a document breaks it, in words; a law of rows says nothing of it. */
    Optional<String> broken(Replayed state) {
        return switch (this) {
            case WEIGHT -> weight(state);
            case PARTS -> parts(state);
            case ORDER -> order(state);
            case LOCKS -> locks(state);
            case DOCUMENT -> document(state);
            case TRACKS -> tracks(state);
            case CHAIN, SEQ, TIME, CODEC, BEFORE, TOUCH, FIRST -> Optional.empty();
        };
    }

    private static Optional<String> when(boolean broken, String words) {
        return broken ? Optional.of(words) : Optional.empty();
    }

    private static Optional<String> chain(Step step) {
        return when(
                !step.before().chain().then(step.row().text()).equals(step.row().chain()),
                "the chain does not follow from the row before and this row's text");
    }

    private static Optional<String> seq(Step step) {
        long seq = step.row().row().seq();
        return when(
                seq != step.before().seq() + 1,
                "it is row " + seq + " after row " + step.before().seq());
    }

    private static Optional<String> time(Step step) {
        return when(step.row().row().at() <= step.before().at(), "its room time is not after that of the row before");
    }

    private static Optional<String> codec(Step step, Codec codec) {
        return when(!codec.row(step.row().row()).equals(step.row().text()), "its text is not the canonical one");
    }

    private static Optional<String> before(Step step) {
        List<Mutation.Put<?, ?>> told = step.row().row().traces().stream()
                .<Mutation.Put<?, ?>>map(Trace::was)
                .toList();
        if (!told.equals(step.was())) {
            return Optional.of("the values before that it tells are not those that were there");
        }
        boolean putsAlone = step.row().row().mutations().stream().allMatch(m -> m instanceof Mutation.Put<?, ?>);
        return when(
                putsAlone
                        && !step.after().undone(step.was()).equals(step.before().session()),
                "putting its values before back does not restore the document");
    }

    private static Optional<String> weight(Replayed state) {
        int walked = Weights.of(state.session());
        return when(
                walked != state.weight(),
                "the weight is " + state.weight() + " by the rows and " + walked + " by a walk");
    }

    private static Optional<String> parts(Replayed state) {
        Session session = state.session();
        List<Part> read = new ArrayList<>();
        for (Part part : Parts.of(session)) {
            switch (Documents.readPart(part.name(), Documents.part(part))) {
                case Parsed.Of<Part>(Part again) -> read.add(again);
                case Parsed.Malformed<Part> malformed -> {
                    return Optional.of("part " + part.name() + ": " + malformed.text());
                }
            }
        }
        return when(!Parts.join(read).equals(session), "its parts make another document");
    }

    private static Optional<String> order(Replayed state) {
        Session session = state.session();
        boolean distinct = distinct(session.tracks(), Track::position)
                && distinct(session.sections(), Section::position)
                && distinct(session.muteSets(), MuteSet::position)
                && distinct(session.moments(), Moment::position);
        return when(!distinct, "two siblings stand in one place");
    }

    private static <N> boolean distinct(Shelf<N> shelf, Function<N, String> position) {
        return shelf.entries().stream()
                .map(entry -> position.apply(entry.node()))
                .allMatch(new HashSet<String>()::add);
    }

    private static Optional<String> locks(Replayed state) {
        for (PatternSlot slot : PatternSlot.values()) {
            for (Shelf.Entry<Lane> lane : state.session().pattern(slot).lanes().entries()) {
                Steps steps = lane.node().steps();
                OptionalInt full = steps.touched()
                        .filter(i -> steps.at(i).locks().all().size() > Limits.LOCKS)
                        .findFirst();
                if (full.isPresent()) {
                    return Optional.of(new Place.OfStep(slot, lane.id(), full.getAsInt()).path() + " holds "
                            + steps.at(full.getAsInt()).locks().all().size());
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> document(Replayed state) {
        Stamp stamp = new Stamp(ANY, state.seq(), state.chain(), "");
        String text = Documents.text(stamp, state.session());
        return switch (Documents.read(text.getBytes(StandardCharsets.UTF_8))) {
            case Parsed.Of<Document>(Document read) ->
                when(
                        !read.session().equals(state.session())
                                || !Documents.text(stamp, read.session()).equals(text),
                        "its text makes another document");
            case Parsed.Malformed<Document> malformed -> Optional.of(malformed.text());
        };
    }

    private static Optional<String> tracks(Replayed state) {
        int live = state.session().liveTracks().size();
        return when(live > Limits.TRACKS, live + " tracks live");
    }
}
