package tutti.client.app;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import picocli.CommandLine;
import tutti.client.audio.SoundCatalogue;
import tutti.client.state.Sessions;
import tutti.client.ui.Ears;
import tutti.client.ui.Levels;
import tutti.client.ui.Marks;
import tutti.client.ui.Past;
import tutti.client.ui.Rooms;
import tutti.client.ui.Shared;
import tutti.client.ui.Sync;
import tutti.client.ui.Transport;
import tutti.client.ui.kit.Theme;
import tutti.client.ui.window.Window;
import tutti.model.PatternSlot;
import tutti.model.Session;
import tutti.model.SessionId;
import tutti.sync.Trail;

/** Builds everything by hand, shows the window, and takes everything down in the end. */
public final class FxApp extends Application {
    private final Fresh fresh = new Fresh();
    private final ServerHttp http = new ServerHttp();
    private Optional<Studio> studio = Optional.empty();
    private Optional<Window> window = Optional.empty();

    @Override
    public void start(Stage stage) {
        try {
            open(stage);
        } catch (IOException e) {
            System.err.println("tutti: " + Words.of(e));
            System.exit(2);
        }
    }

    private void open(Stage stage) throws IOException {
        Options options = new Options();
        new CommandLine(options).parseArgs(getParameters().getRaw().toArray(String[]::new));
        Places places = options.places();
        Identity identity = Identity.load(places.identity(), fresh);
        SoundCatalogue sounds = SoundCatalogue.load();
        LocalServer local = LocalServer.of(places, http, options.serverOptions(), options.bind());
        Sessions sessions = new Sessions(places.client(), () -> System.nanoTime() / 1_000, fresh::outbox);
        Sound sound = new Sound(sounds);
        Studio made = new Studio(places, identity, sessions, sound, blank(sounds, identity));
        studio = Optional.of(made);
        StudioDesk desk = new StudioDesk(made, local, http, sounds);
        Window shown = new Window(desk, made::shown, look(options, identity), theme -> remember(made, theme));
        window = Optional.of(shown);
        stage.setTitle("Tutti");
        stage.setScene(shown.content());
        stage.setMinWidth(Window.LEAST_WIDTH);
        stage.setMinHeight(Window.LEAST_HEIGHT);
        stage.setWidth(options.size().width());
        stage.setHeight(options.size().height());
        stage.show();
        shown.open();
        made.begin();
        options.join().ifPresent(desk::list);
        made.go(beginning(options), () -> first(options, identity, local));
        stage.setOnCloseRequest(e -> Platform.exit());
    }

    @Override
    public void stop() {
        window.ifPresent(Window::close);
        studio.ifPresent(Studio::close);
        http.close();
    }

    private static Theme look(Options options, Identity identity) {
        return options.light() || identity.light() ? Theme.LIGHT : Theme.DARK;
    }

    private static void remember(Studio studio, Theme theme) {
        studio.post(() -> studio.identity(me -> me.lit(theme == Theme.LIGHT)));
    }

    private void named(String doing) {
        studio.ifPresent(made -> made.goal().begin(doing));
    }

    private static String beginning(Options options) {
        return options.join().map(host -> "Joining " + host).orElse("Opening your room");
    }

    /** Where to begin: where the command line says, else at home. */
    private Home first(Options options, Identity identity, LocalServer local) throws IOException {
        SessionId id = options.session().flatMap(SessionId::parse).orElse(identity.home());
        if (options.join().isEmpty()) {
            return Home.here(id, local, http, Births::firstLight);
        }
        URI server = Address.of(options.join().get());
        List<RoomCard> rooms = http.rooms(server);
        SessionId there = options.session()
                .flatMap(SessionId::parse)
                .or(() -> rooms.stream().map(RoomCard::id).findFirst())
                .orElseThrow(() -> new IOException(options.join().get() + " has no room yet; start one there"));
        rooms.stream()
                .filter(room -> room.id().equals(there))
                .findFirst()
                .ifPresent(room -> named(Goal.joining(room.name())));
        return Home.there(there, server, http);
    }

    /** What a window shows before its session is open. */
    static Shared blank(SoundCatalogue sounds, Identity identity) {
        Ears ears = new Ears(Set.of(), Set.of(), false, identity.level(), false, Ears.Output.HERE, 0);
        Transport still = Transport.still(PatternSlot.A);
        return new Shared(
                Session.BLANK,
                new Sync(Sync.Link.NOWHERE, 0, 0, "", -1, ""),
                new Shared.Undoing(false, false, Trail.NONE),
                Faces.of(List.of(), identity.secret().member(), identity.profile()),
                still,
                ears,
                Rooms.NONE,
                Catalogues.of(sounds),
                List.of(),
                Marks.NOBODY,
                Levels.SILENCE,
                Past.NONE);
    }
}
