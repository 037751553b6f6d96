package tutti.server.room;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.function.Supplier;

/** Ids that nobody can guess. Any thread. */
final class RandomIds {
    private static final int BYTES = 16;

    private RandomIds() {}

    /** 22 characters of {@code A-Z a-z 0-9 _ -}, 128 bits each. */
    static Supplier<String> make() {
        SecureRandom random = new SecureRandom();
        return () -> {
            byte[] bytes = new byte[BYTES];
            random.nextBytes(bytes);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        };
    }
}
