package tutti.edit;

import java.util.concurrent.TimeUnit;

public final class LegalSwitch {
    static int of(OtherFamily family) {
        return switch (family) {
            case OtherFamily.One one -> 1;
            case OtherFamily.Two two -> 2;
        };
    }

    static int of(String text) {
        return switch (text) {
            case "one" -> 1;
            default -> 2;
        };
    }

    static int of(TimeUnit unit) {
        return switch (unit) {
            case DAYS -> 1;
            default -> 2;
        };
    }
}
