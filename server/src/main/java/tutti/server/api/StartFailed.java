package tutti.server.api;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;

/** A server cannot be started; the message is one line that says what to do about it. */
public final class StartFailed extends Exception {
    private static final long serialVersionUID = 1L;

    StartFailed(String message, Throwable cause) {
        super(message, cause);
    }

    /** What the system says; of a file it gives no more than the name, and the reason by the type. */
    static String words(IOException cause) {
        String message = cause.getMessage();
        return switch (cause) {
            case AccessDeniedException _ -> message + ": permission denied";
            case FileAlreadyExistsException _ -> message + ": a file is in the way";
            case NoSuchFileException _ -> message + ": no such file or folder";
            case IOException _ -> message == null ? cause.getClass().getSimpleName() : message;
        };
    }
}
