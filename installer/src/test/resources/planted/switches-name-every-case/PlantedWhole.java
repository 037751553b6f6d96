package tutti.edit;

public final class PlantedWhole {
    static int of(OtherFamily family) {
        return switch (family) {
            case OtherFamily.One one -> 1;
            case OtherFamily other -> 2;
        };
    }
}
