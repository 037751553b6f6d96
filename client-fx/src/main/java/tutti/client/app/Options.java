package tutti.client.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** What can be said on the command line. */
@Command(
        name = "tutti run",
        mixinStandardHelpOptions = true,
        version = "Tutti 0.1.0",
        sortOptions = false,
        description = "Opens the window, and the server of this machine if none runs.")
final class Options {
    @Option(names = "--data", paramLabel = "DIR", description = "Keep everything in this folder.")
    private @Nullable Path data;

    @Option(
            names = "--bind",
            paramLabel = "ADDR",
            description = "Let the server listen on this address, so that other laptops can join (0.0.0.0: on all).")
    private @Nullable String bind;

    @Option(names = "--http-port", paramLabel = "N", description = "HTTP port of a server that is started.")
    private @Nullable Integer httpPort;

    @Option(names = "--ws-port", paramLabel = "N", description = "WebSocket port of a server that is started.")
    private @Nullable Integer wsPort;

    @Option(names = "--join", paramLabel = "HOST[:PORT]", description = "Open the rooms of that server.")
    private @Nullable String join;

    @Option(names = "--session", paramLabel = "ID", description = "Go to this session.")
    private @Nullable String session;

    @Option(names = "--light", description = "Begin with the light look.")
    private boolean light;

    @Option(
            names = "--size",
            paramLabel = "WxH",
            converter = SizeText.class,
            description = "Size of the window, such as 1280x800.")
    private Size size = new Size(1280, 800);

    /** Pixels. */
    record Size(int width, int height) {}

    /** Two numbers of two to five digits. */
    static final class SizeText implements ITypeConverter<Size> {
        private static final Pattern FORM = Pattern.compile("([0-9]{2,5})x([0-9]{2,5})");

        @Override
        public Size convert(String text) {
            Matcher form = FORM.matcher(text);
            if (!form.matches()) {
                throw new TypeConversionException("'" + text + "' is no size such as 1280x800");
            }
            return new Size(Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2)));
        }
    }

    Places places() {
        Places usual = Places.usual(System.getenv(), System.getProperty("os.name"), System.getProperty("user.home"));
        return data == null ? usual : usual.at(data.toAbsolutePath());
    }

    Optional<String> join() {
        return Optional.ofNullable(join);
    }

    Optional<String> session() {
        return Optional.ofNullable(session);
    }

    boolean light() {
        return light;
    }

    Size size() {
        return size;
    }

    /** The address on which the server of this machine is to listen. */
    Optional<String> bind() {
        return Optional.ofNullable(bind);
    }

    /** What a server that is started here is told. */
    List<String> serverOptions() {
        List<String> options = new ArrayList<>();
        Optional.ofNullable(bind).ifPresent(address -> options.addAll(List.of("--bind", address)));
        Optional.ofNullable(httpPort).ifPresent(port -> options.addAll(List.of("--http-port", port.toString())));
        Optional.ofNullable(wsPort).ifPresent(port -> options.addAll(List.of("--ws-port", port.toString())));
        return options;
    }
}
