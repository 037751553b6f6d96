package tutti.server.room;

import java.util.HashMap;
import java.util.Map;

public final class PlantedRegistry {
    static final Map<String, String> ROOMS = new HashMap<>();

    private PlantedRegistry() {}
}
