package tutti.client.app;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Where things lie on this machine.
 *
 * @param root the folder of application data, shared with the bundled server
 * @param machine a folder that all windows of this person on this machine have in common, whatever their data
 */
record Places(Path root, Path machine) {
    /** With nothing outside of {@code root}. */
    Places(Path root) {
        this(root, root.resolve("client"));
    }

    /** The same with its data elsewhere. */
    Places at(Path data) {
        return new Places(data, machine);
    }

    /** The usual folder of this system. */
    static Places usual(Map<String, String> environment, String system, String home) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.contains("win")) {
            return new Places(folder(environment, "LOCALAPPDATA")
                    .orElse(Path.of(home, "AppData", "Local"))
                    .resolve("Tutti"));
        }
        if (name.contains("mac")) {
            return new Places(Path.of(home, "Library", "Application Support", "Tutti"));
        }
        return new Places(folder(environment, "XDG_DATA_HOME")
                .orElse(Path.of(home, ".local", "share"))
                .resolve("tutti"));
    }

    /** The server's description of itself. */
    Path serverCard() {
        return root.resolve("server.json");
    }

    /** What the bundled server prints. */
    Path serverLog() {
        return root.resolve("server.log");
    }

    /** The client's own files. */
    Path client() {
        return root.resolve("client");
    }

    /** Who I am. */
    Path identity() {
        return client().resolve("identity");
    }

    private static Optional<Path> folder(Map<String, String> environment, String variable) {
        return Optional.ofNullable(environment.get(variable))
                .filter(value -> !value.isBlank())
                .map(Path::of)
                .filter(Path::isAbsolute);
    }
}
