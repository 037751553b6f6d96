package tutti.edit;

final class PlantedSplit {
    int next() {
        return new java.util.SplittableRandom().nextInt();
    }
}
