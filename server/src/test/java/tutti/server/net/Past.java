package tutti.server.net;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tutti.model.SessionId;
import tutti.sync.HistoryPage;
import tutti.sync.MemberId;
import tutti.wire.Codec;
import tutti.wire.Parsed;

/** Reads from a session's history what one member did, as anybody can over HTTP. */
final class Past {
    private static final int MOST = 8 * 1024 * 1024;

    private final Codec codec = new Codec(HistoryPage.class);
    private final HttpClient web;
    private final URI server;
    private final SessionId session;
    private final MemberId member;
    private long seen;

    Past(HttpClient web, URI server, SessionId session, MemberId member) {
        this.web = web;
        this.server = server;
        this.session = session;
        this.member = member;
    }

    /** The gestures of the member's rows since the last call, in the order in which they were made. */
    List<String> sinceLastTime() throws IOException, InterruptedException {
        List<String> gestures = new ArrayList<>();
        long newest = seen;
        Optional<Long> before = Optional.of(0L);
        while (before.isPresent() && (before.get() == 0 || before.get() > seen + 1)) {
            HistoryPage page = page(before.get());
            for (HistoryPage.Line line : page.rows()) {
                newest = Math.max(newest, line.seq());
                if (line.seq() > seen && line.by().id().equals(member)) {
                    gestures.addFirst(line.gesture().text());
                }
            }
            before = page.before();
        }
        seen = newest;
        return gestures;
    }

    private HistoryPage page(long before) throws IOException, InterruptedException {
        String from = before == 0 ? "" : "&before=" + before;
        URI page = server.resolve("/api/sessions/" + session.text() + "/history?limit=500" + from);
        HttpResponse<String> answer =
                web.send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.ofString());
        return switch (codec.read(HistoryPage.class, answer.body(), MOST)) {
            case Parsed.Of<HistoryPage>(HistoryPage read) -> read;
            case Parsed.Malformed<HistoryPage> malformed ->
                throw new AssertionError(answer.statusCode() + " " + malformed.text());
        };
    }
}
