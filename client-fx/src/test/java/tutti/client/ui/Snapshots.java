package tutti.client.ui;

import java.util.List;
import tutti.model.Component;
import tutti.model.Session;

/** Snapshots with one part changed, for tests. */
public final class Snapshots {
    public static final Component<Shared, Session> SESSION = Component.of(Shared.class, "session", Shared::session);
    public static final Component<Shared, Sync> SYNC = Component.of(Shared.class, "sync", Shared::sync);
    public static final Component<Shared, Shared.Undoing> UNDOING =
            Component.of(Shared.class, "undoing", Shared::undoing);
    public static final Component<Shared, List<Person>> PEOPLE = Component.of(Shared.class, "people", Shared::people);
    public static final Component<Shared, Transport> TRANSPORT =
            Component.of(Shared.class, "transport", Shared::transport);
    public static final Component<Shared, Ears> EARS = Component.of(Shared.class, "ears", Shared::ears);
    public static final Component<Shared, Catalogue> CATALOGUE =
            Component.of(Shared.class, "catalogue", Shared::catalogue);
    public static final Component<Shared, List<Notice>> NOTICES =
            Component.of(Shared.class, "notices", Shared::notices);
    public static final Component<Shared, Levels> LEVELS = Component.of(Shared.class, "levels", Shared::levels);

    private Snapshots() {}
}
