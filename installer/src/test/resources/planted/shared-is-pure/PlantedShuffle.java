package tutti.edit;

final class PlantedShuffle {
    void mix(java.util.List<Integer> all) {
        java.util.Collections.shuffle(all);
    }
}
