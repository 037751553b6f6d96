package tutti.model;

import java.util.List;

public final class PlantedSuppression {
    @SuppressWarnings("unchecked")
    static <T> List<T> cast(Object list) {
        return (List<T>) list;
    }
}
