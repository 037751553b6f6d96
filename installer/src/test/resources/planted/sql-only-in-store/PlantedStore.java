package tutti.server.kv;

public record PlantedStore(org.h2.mvstore.MVStore store) {}
