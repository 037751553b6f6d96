package tutti.sync;

public record PlantedLiteral(int value) {
    public int half() {
        return (int) (value * 0.5);
    }
}
