package tutti.music;

public record LegalCopy(long nanos, java.time.Duration length) {
    public void copy(int[] from, int[] to) {
        System.arraycopy(from, 0, to, 0, from.length);
    }
}
