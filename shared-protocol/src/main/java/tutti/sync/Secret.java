package tutti.sync;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import tutti.model.Texts;

/** What makes a member that member. Told to servers only; never logged, never stored by them. */
public record Secret(String text) {
    private static final int LEAST = 22;

    /** @throws IllegalArgumentException if the text is no secret */
    public Secret {
        if (!fits(text)) {
            throw new IllegalArgumentException("a secret has " + LEAST + " to " + Limits.ID + " of A-Z a-z 0-9 _ -");
        }
    }

    /** The secret that {@code text} spells, or nothing. */
    public static Optional<Secret> parse(String text) {
        return fits(text) ? Optional.of(new Secret(text)) : Optional.empty();
    }

    /** The public id: the first 22 characters of the base64url form of SHA-256 over the secret's UTF-8. */
    public MemberId member() {
        byte[] hash = Chain.sha256(text.getBytes(StandardCharsets.UTF_8));
        return new MemberId(
                Base64.getUrlEncoder().withoutPadding().encodeToString(hash).substring(0, LEAST));
    }

    @Override
    public String toString() {
        return "Secret";
    }

    private static boolean fits(String text) {
        return text.length() >= LEAST && Texts.id(text, Limits.ID);
    }
}
