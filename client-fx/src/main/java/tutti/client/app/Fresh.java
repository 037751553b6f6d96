package tutti.client.app;

import java.security.SecureRandom;
import java.util.Base64;
import tutti.model.NodeId;
import tutti.model.SessionId;
import tutti.sync.GestureId;
import tutti.sync.OutboxId;
import tutti.sync.Secret;

/** Ids that nobody can guess: 128 bits from the system's generator. Any thread. */
final class Fresh {
    private static final int BYTES = 16;

    private final SecureRandom random = new SecureRandom();

    String text() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    GestureId gesture() {
        return new GestureId(text());
    }

    OutboxId outbox() {
        return new OutboxId(text());
    }

    SessionId session() {
        return new SessionId(text());
    }

    NodeId node() {
        return new NodeId(text());
    }

    Secret secret() {
        return new Secret(text());
    }

    /** A number from 0 to {@code bound}, which is left out. */
    int below(int bound) {
        return random.nextInt(bound);
    }
}
