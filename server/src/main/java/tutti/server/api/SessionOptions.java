package tutti.server.api;

import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import tutti.model.SessionId;

/** Which session of which folder a command is about. */
final class SessionOptions extends CopyOptions {
    @Option(names = "--session", paramLabel = "ID", required = true, description = "Which session.")
    private String session = "";

    /** @throws ParameterException if that is no id */
    SessionId session() {
        return SessionId.parse(session)
                .orElseThrow(() -> new ParameterException(spec().commandLine(), "--session is no id: " + session));
    }
}
