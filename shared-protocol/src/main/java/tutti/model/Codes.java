package tutti.model;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/** Finds the constant of an enum by its code in documents. */
final class Codes {
    private Codes() {}

    static <T> Optional<T> find(T[] all, Function<T, String> code, String text) {
        return Arrays.stream(all).filter(t -> code.apply(t).equals(text)).findFirst();
    }
}
