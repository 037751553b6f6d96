package tutti.client.audio;

public final class PlantedTable {
    public static final int[] TABLE = {1, 2, 3};

    private PlantedTable() {}
}
