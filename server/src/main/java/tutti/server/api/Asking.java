package tutti.server.api;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import tutti.server.store.FolderHeld;
import tutti.server.store.H2Journal;
import tutti.server.store.StoreWatch;

/** Asks for upkeep of the store in a folder: the server that works there, or else this very process. Blocks. */
final class Asking {
    /** For as long as a command lives it does not matter: its own call fails, too. */
    private static final StoreWatch NOBODY = new StoreWatch() {
        @Override
        public void lost(String reason) {}

        @Override
        public void well() {}
    };

    private final Path data;
    private final Consumer<String> said;

    /** @param said is told how it goes on, line by line */
    Asking(Path data, Consumer<String> said) {
        this.data = data;
        this.said = said;
    }

    /**
     * The last line of the answer.
     *
     * @param what {@code rewrite} or {@code backup}
     * @param rest the folder of a backup; else empty
     * @throws IOException if there is no store, or nobody to ask
     */
    String ask(String what, String rest) throws IOException {
        if (!Files.exists(data.resolve("CURRENT"))) {
            throw new IOException("there is no store in " + data);
        }
        try (Ending ending = new Ending();
                H2Journal journal = H2Journal.open(data, NOBODY)) {
            return Report.of(journal, what, rest, ending.writer(said));
        } catch (FolderHeld running) {
            return askRunning(what, rest, running);
        }
    }

    /**
     * The last line of the answer of the server that works there.
     *
     * @throws IOException if it cannot be asked; {@code running} if it does not take questions
     */
    String askRunning(String what, String rest, FolderHeld running) throws IOException {
        Path file = data.resolve(Control.FILE);
        if (!Files.exists(file)) {
            throw running;
        }
        String[] control = Files.readString(file).strip().split(" ");
        try (Socket server = new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(control[0]));
                PrintWriter out = new PrintWriter(server.getOutputStream(), true, StandardCharsets.UTF_8);
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8))) {
            out.println(control[1] + " " + what + " " + rest);
            String last = "failed the server went away";
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                last = line;
                said.accept(line);
            }
            return last;
        }
    }
}
