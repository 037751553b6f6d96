package tutti.model;

public record PlantedIdentity(String text) {
    public static PlantedIdentity fresh() {
        return new PlantedIdentity(java.util.UUID.randomUUID().toString());
    }
}
