package tutti.edit;

public final class PlantedEnum {
    static int of(OtherFamily.Colour colour) {
        int value = 0;
        switch (colour) {
            case RED -> value = 1;
            default -> value = 2;
        }
        return value;
    }
}
