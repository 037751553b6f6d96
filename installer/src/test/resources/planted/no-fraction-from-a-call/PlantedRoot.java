package tutti.model;

public record PlantedRoot(int value) {
    public int root() {
        return (int) Math.sqrt(value);
    }
}
