package tutti.client.audio;

public final class LegalTable {
    private static final int[] TABLE = {1, 2, 3};
    static final java.util.List<String> NAMES = java.util.List.of("kick");

    private LegalTable() {}

    static int at(int index) {
        return TABLE[index];
    }
}
