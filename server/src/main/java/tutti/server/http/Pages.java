package tutti.server.http;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Supplier;
import tutti.wire.Json;

/** What stands at each address. Stateless but for what it asks. */
final class Pages {
    private static final int USUAL_ROWS = 100;
    /** Where a list goes on. */
    private static final Parameter AFTER = new Parameter("after", false, value -> true);

    private final Api api;
    private final Facts facts;
    private final Supplier<Wellness> wellness;
    private final List<Supplier<Family>> metrics;

    Pages(Api api, Facts facts, Supplier<Wellness> wellness, List<Supplier<Family>> metrics) {
        this.api = api;
        this.facts = facts;
        this.wellness = wellness;
        this.metrics = List.copyOf(metrics);
    }

    List<Route> routes() {
        return List.of(
                Route.get("/api/server", request -> Reply.json(200, server())),
                Route.get("/api/sessions", request -> listed(api.sessions(after(request)), Pages::listed, request))
                        .taking(AFTER),
                Route.post("/api/sessions", Limits.DOCUMENT_BYTES, answered(request -> api.create(request.body()))),
                Route.get("/api/sessions/{id}", this::read).taking(Parameter.number("seq", 0, Limits.SEQ)),
                Route.get("/api/sessions/{id}/history", answered(this::history))
                        .taking(
                                Parameter.number("before", 1, Limits.SEQ + 1),
                                Parameter.number("limit", 1, Limits.HISTORY_ROWS),
                                Parameter.flag("acts")),
                Route.post("/api/sessions/{id}/edits", tutti.sync.Limits.CLIENT_FRAME, answered(this::edit)),
                Route.delete("/api/sessions/{id}", answered(asked(api::delete))).taking(Parameter.id("request")),
                Route.get("/api/bin", request -> listed(api.bin(after(request)), Pages::binned, request))
                        .taking(AFTER),
                Route.post("/api/bin/{id}/bring-back", 0, answered(asked(api::bringBack)))
                        .taking(Parameter.id("request")),
                Route.delete("/api/bin/{id}", answered(asked(api::purge))).taking(Parameter.id("request")),
                Route.get("/healthz", request -> health(wellness.get())).watching(),
                Route.get("/metrics", request -> Reply.text(Family.render(metrics)))
                        .watching());
    }

    private String server() {
        return Json.Obj.EMPTY
                .with("version", facts.version())
                .with("protocol", facts.protocol())
                .with("webSocketPort", facts.webSocketPort())
                .with("webSocketPath", facts.webSocketPath())
                .with("start", facts.start())
                .text();
    }

    private static Optional<String> after(Request request) {
        return request.query().text(AFTER.name());
    }

    private static <T> Reply listed(Paged<T> paged, Function<T, Json> line, Request request) {
        return switch (paged) {
            case Paged.Page<T>(List<T> items, Optional<String> more) ->
                Reply.json(
                        200,
                        Json.Obj.EMPTY
                                .with("more", more.<Json>map(Json.Str::new).orElseGet(Json.Nil::new))
                                .with(
                                        "sessions",
                                        new Json.Arr(items.stream().map(line).toList()))
                                .text());
            case Paged.Refused<T>(Problem problem, String where) -> refused(request, problem, where);
        };
    }

    private static Json listed(Listing listing) {
        return Json.Obj.EMPTY
                .with("id", listing.id())
                .with("name", listing.name())
                .with("members", listing.members())
                .with("seq", listing.seq())
                .with("frozen", listing.frozen())
                .with("old", listing.old())
                .with("copiedFrom", listing.source().map(Pages::source).orElseGet(Json.Nil::new));
    }

    private static Json source(Listing.Source source) {
        return Json.Obj.EMPTY
                .with("id", source.id())
                .with("name", source.name())
                .with("seq", source.seq());
    }

    private static Reply health(Wellness wellness) {
        String body = Json.Obj.EMPTY
                .with("well", wellness.well())
                .with("words", wellness.words())
                .text();
        return Reply.json(wellness.well() ? 200 : 503, body);
    }

    private static Json binned(Binned binned) {
        return Json.Obj.EMPTY
                .with("id", binned.id())
                .with("name", binned.name())
                .with("deleted", binned.deleted())
                .with("until", binned.until());
    }

    /** What a member asks of a session's life. */
    private interface Asking {
        Answer of(String id, String secret, String request);
    }

    private static Function<Request, Answer> asked(Asking asking) {
        return request -> request.secret()
                .map(secret -> asking.of(
                        request.id(), secret, request.query().text("request").orElse("")))
                .orElseGet(() -> new Answer.Refused(Problem.NO_SECRET, "Authorization"));
    }

    /** What the client has already is not read: that would cost a document to say nothing. */
    private Reply read(Request request) {
        OptionalLong seq = request.query().number("seq");
        Optional<String> known = request.knownTag().isEmpty()
                ? Optional.empty()
                : api.tag(request.id(), seq).map(Pages::quoted);
        if (known.isPresent() && knows(request, known.get())) {
            return Reply.unchanged().with("ETag", known.get());
        }
        return reply(request, seq.isPresent() ? api.read(request.id(), seq.getAsLong()) : api.read(request.id()));
    }

    private static String quoted(String tag) {
        return "\"" + tag + "\"";
    }

    private static boolean knows(Request request, String tag) {
        return request.knownTag().stream()
                .flatMap(tags -> Arrays.stream(tags.split(",")))
                .anyMatch(t -> t.trim().replaceFirst("^W/", "").equals(tag));
    }

    private Answer history(Request request) {
        long before = request.query().number("before").orElse(Limits.SEQ + 1);
        long limit = request.query().number("limit").orElse(USUAL_ROWS);
        return api.history(
                request.id(), before, Math.toIntExact(limit), request.query().flag("acts"));
    }

    private Answer edit(Request request) {
        return request.secret()
                .map(secret -> api.edit(request.id(), secret, request.body()))
                .orElseGet(() -> new Answer.Refused(Problem.NO_SECRET, "Authorization"));
    }

    private static Function<Request, Reply> answered(Function<Request, Answer> question) {
        return request -> reply(request, question.apply(request));
    }

    private static Reply reply(Request request, Answer answer) {
        return switch (answer) {
            case Answer.Found(String json, String tag) ->
                tag.isEmpty() ? Reply.json(200, json) : found(request, json, quoted(tag));
            case Answer.Made(String id, String json) -> Reply.json(201, json).with("Location", "/api/sessions/" + id);
            case Answer.Settled(String json) -> Reply.json(200, json);
            case Answer.Ahead(long settled) -> ahead(request, settled);
            case Answer.Refused(Problem problem, String where) -> refused(request, problem, where);
        };
    }

    private static Reply refused(Request request, Problem problem, String where) {
        return Reply.refusal(problem, where.isEmpty() ? request.path() : where);
    }

    private static Reply found(Request request, String json, String tag) {
        return (knows(request, tag) ? Reply.unchanged() : Reply.json(200, json)).with("ETag", tag);
    }

    private static Reply ahead(Request request, long settled) {
        Json.Obj error = Reply.error(Problem.AHEAD, request.path());
        return Reply.json(Problem.AHEAD.status(), error.with("settled", settled).text());
    }
}
