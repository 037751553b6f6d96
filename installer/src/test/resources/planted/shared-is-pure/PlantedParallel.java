package tutti.edit;

final class PlantedParallel {
    long count(java.util.List<Integer> all) {
        return all.parallelStream().count();
    }
}
