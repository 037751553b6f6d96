package tutti.music;

public record LegalRoot(int value) {
    public int root() {
        return (int) Math.sqrt(value);
    }
}
