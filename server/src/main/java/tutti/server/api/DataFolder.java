package tutti.server.api;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Where this system keeps the data of applications. */
final class DataFolder {
    private DataFolder() {}

    /**
     * The usual folder: {@code %LOCALAPPDATA%\Tutti}, {@code ~/Library/Application Support/Tutti}, or
     * {@code $XDG_DATA_HOME/tutti} with {@code ~/.local/share} where that is not set (XDG Base Directory 0.8: a
     * relative path there counts as not set).
     *
     * @param environment the process's variables
     * @param system name of the operating system, as Java tells it
     * @param home the user's home
     */
    static Path usual(Map<String, String> environment, String system, String home) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return folder(environment, "LOCALAPPDATA")
                    .orElse(Path.of(home, "AppData", "Local"))
                    .resolve("Tutti");
        }
        if (name.startsWith("mac")) {
            return Path.of(home, "Library", "Application Support", "Tutti");
        }
        return folder(environment, "XDG_DATA_HOME")
                .orElse(Path.of(home, ".local", "share"))
                .resolve("tutti");
    }

    /** The folder that {@code --data} names; {@link #usual} if it names none. */
    static Path chosen(CommandSpec spec, String data) {
        try {
            return data.isEmpty()
                    ? usual(System.getenv(), System.getProperty("os.name"), System.getProperty("user.home"))
                    : Path.of(data).toAbsolutePath();
        } catch (InvalidPathException e) {
            throw new ParameterException(spec.commandLine(), "--data is no folder: " + data, e);
        }
    }

    private static Optional<Path> folder(Map<String, String> environment, String variable) {
        return Optional.ofNullable(environment.get(variable))
                .filter(value -> !value.isBlank())
                .map(Path::of)
                .filter(Path::isAbsolute);
    }
}
