package tutti.edit;

public final class PlantedDefault {
    static int of(OtherFamily family) {
        return switch (family) {
            case OtherFamily.One one -> 1;
            default -> 2;
        };
    }
}
