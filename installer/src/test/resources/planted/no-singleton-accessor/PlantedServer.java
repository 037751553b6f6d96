package tutti.server.api;

public final class PlantedServer {
    private PlantedServer() {}

    public static PlantedServer getInstance() {
        return new PlantedServer();
    }
}
