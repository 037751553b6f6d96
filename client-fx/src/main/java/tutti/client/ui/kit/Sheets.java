package tutti.client.ui.kit;

import java.net.URL;
import java.util.Objects;

/** Style sheets that lie beside classes. */
public final class Sheets {
    private Sheets() {}

    /** The address of the sheet {@code file} in the package of {@code beside}. */
    public static String of(Class<?> beside, String file) {
        URL url = beside.getResource(file);
        return Objects.requireNonNull(url, () -> file + " is missing from the resources")
                .toExternalForm();
    }
}
