package tutti.edit;

public final class PlantedNull {
    static <T extends OtherFamily> int of(T family) {
        return switch (family) {
            case OtherFamily.One one -> 1;
            case null, default -> 2;
        };
    }
}
