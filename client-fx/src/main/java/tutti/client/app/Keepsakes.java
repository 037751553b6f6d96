package tutti.client.app;

import java.io.IOException;
import tutti.client.state.Kept;
import tutti.client.ui.Notice;

/** Offers to make rooms of what a server has lost, at every start and until they are made. */
final class Keepsakes {
    private static final String BUTTON = "Keep mine as a new room";

    private final Studio studio;
    private final ServerHttp http;
    private final Kept kept;

    Keepsakes(Studio studio, ServerHttp http) {
        this.studio = studio;
        this.http = http;
        this.kept = new Kept(studio.places().client());
    }

    /** Looks what is kept. The desk's thread. */
    void look() throws IOException {
        for (Kept.Copy copy : kept.copies()) {
            studio.billboard()
                    .stand(topic(copy), Notice.Tone.BAD, Words.kept(copy.document()), BUTTON, () -> make(copy));
        }
    }

    private static String topic(Kept.Copy copy) {
        return "kept " + copy.room().text();
    }

    /** Makes the room where this window is now, and goes there. What was made of it is not kept any more. */
    private void make(Kept.Copy copy) {
        studio.home()
                .ifPresent(home -> studio.go("Opening what was kept", () -> {
                    http.create(home.server(), copy.room(), copy.document());
                    kept.made(copy);
                    studio.post(() -> studio.billboard().withdraw(topic(copy)));
                    return home.beside(copy.room());
                }));
    }
}
