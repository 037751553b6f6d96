package tutti.client.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tutti.client.audio.Kit;
import tutti.edit.Mutation;
import tutti.edit.Order;
import tutti.edit.Outcome;
import tutti.edit.Place;
import tutti.edit.Reducer;
import tutti.edit.Root;
import tutti.edit.SessionFields;
import tutti.edit.TrackFields;
import tutti.edit.Value;
import tutti.model.NodeId;
import tutti.model.Session;
import tutti.model.Track;
import tutti.music.DemoText;

/** Documents of sessions that are made here. */
final class Births {
    private static final String FIRST_LIGHT = "/tutti/demos/first-light.txt";
    private static final int COLOURS = 8;

    private Births() {}

    /** The beat with which a first start begins. */
    static Session firstLight() {
        try (InputStream in = Births.class.getResourceAsStream(FIRST_LIGHT)) {
            if (in == null) {
                throw new IllegalStateException(FIRST_LIGHT + " is missing from this build");
            }
            return DemoText.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An empty session with a track for each sound of {@code kit}. */
    static Session empty(String name, Kit kit, Fresh fresh) {
        List<Mutation> mutations = new ArrayList<>();
        Place<Session> head = new Place.OfSession();
        mutations.add(Mutation.put(head, SessionFields.NAME, name));
        mutations.add(Mutation.put(head, SessionFields.SEED, fresh.below(Integer.MAX_VALUE)));
        for (int i = 0; i < kit.slots().size(); i++) {
            mutations.add(track(kit.slots().get(i), fresh.node(), i, kit.slots().size()));
        }
        return switch (Reducer.reduce(Session.BLANK, mutations)) {
            case Outcome.Changed changed -> changed.next();
            case Outcome.Refused refused ->
                throw new IllegalStateException("a new session was refused: " + refused.refusal());
        };
    }

    private static Mutation track(Track slot, NodeId id, int index, int count) {
        Track track = TrackFields.COLOUR.with(slot, index % COLOURS);
        track = TrackFields.POSITION.with(track, Order.spread(id, index, count));
        List<Value<Track, ?>> values = TrackFields.table().set(track);
        return new Mutation.Insert<>(new Root.OfTrack(id), values);
    }
}
