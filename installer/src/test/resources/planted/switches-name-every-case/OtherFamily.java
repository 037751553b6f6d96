package tutti.edit;

public sealed interface OtherFamily {
    record One() implements OtherFamily {}

    record Two() implements OtherFamily {}

    enum Colour {
        RED,
        BLUE
    }
}
