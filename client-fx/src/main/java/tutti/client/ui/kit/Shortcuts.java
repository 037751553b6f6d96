package tutti.client.ui.kit;

import java.util.Locale;

/** How the keys with Ctrl are called on this machine. */
public final class Shortcuts {
    private static final boolean MAC =
            System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("mac");

    private Shortcuts() {}

    /** The same words, with Cmd for Ctrl on macOS. */
    public static String named(String words) {
        return named(words, MAC);
    }

    static String named(String words, boolean mac) {
        return mac ? words.replace("Ctrl", "Cmd") : words;
    }
}
