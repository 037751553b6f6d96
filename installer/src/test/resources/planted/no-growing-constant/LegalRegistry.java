package tutti.server.room;

import java.util.HashMap;
import java.util.Map;

public final class LegalRegistry {
    static final Map<String, String> NAMES = Map.copyOf(new HashMap<>());

    final Map<String, String> rooms = new HashMap<>();
}
