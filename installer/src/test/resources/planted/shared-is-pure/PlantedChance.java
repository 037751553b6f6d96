package tutti.music;

public record PlantedChance(int value) {
    public boolean hit() {
        return Math.random() * 100 < value;
    }
}
