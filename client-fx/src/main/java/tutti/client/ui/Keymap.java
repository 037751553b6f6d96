package tutti.client.ui;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/** Keys and what they do, as one table: it acts, and it is the shortcut sheet. Ctrl is Cmd on macOS. */
public final class Keymap {
    private final List<Line> lines = new ArrayList<>();
    private final Map<Chord, Runnable> chords = new HashMap<>();
    private final Map<String, Runnable> signs = new HashMap<>();

    /**
     * A line of the sheet.
     *
     * @param keys as people write them: "Ctrl C"
     */
    public record Line(String keys, String words) {}

    /** A key with what is held. */
    public record Chord(KeyCode key, boolean shift, boolean ctrl) {
        /** The key alone. */
        public static Chord of(KeyCode key) {
            return new Chord(key, false, false);
        }

        /** With Shift. */
        public static Chord shift(KeyCode key) {
            return new Chord(key, true, false);
        }

        /** With Ctrl. */
        public static Chord ctrl(KeyCode key) {
            return new Chord(key, false, true);
        }
    }

    /** Only a line of the sheet, for what the mouse does. */
    public Keymap tell(String keys, String words) {
        lines.add(new Line(keys, words));
        return this;
    }

    /** A key; {@code words} empty: left out of the sheet. */
    public Keymap on(Chord chord, String words, Runnable act) {
        chords.put(chord, act);
        if (!words.isEmpty()) {
            lines.add(new Line(name(chord), words));
        }
        return this;
    }

    /** A sign by what it types, wherever it lies on the keyboard. */
    public Keymap on(String sign, String words, Runnable act) {
        signs.put(sign, act);
        if (!words.isEmpty()) {
            lines.add(new Line(sign.toUpperCase(Locale.ROOT), words));
        }
        return this;
    }

    /** Acts on a pressed or typed key; the event is consumed if it meant something. */
    public void handle(KeyEvent e) {
        Runnable act = e.getEventType() == KeyEvent.KEY_TYPED ? typed(e) : pressed(e);
        act.run();
    }

    private Runnable pressed(KeyEvent e) {
        boolean plain = !e.isAltDown();
        Chord chord = new Chord(e.getCode(), e.isShiftDown(), e.isShortcutDown());
        return plain ? consuming(e, chords.get(chord)) : () -> {};
    }

    private Runnable typed(KeyEvent e) {
        return e.isShortcutDown() ? () -> {} : consuming(e, signs.get(e.getCharacter()));
    }

    private static Runnable consuming(KeyEvent e, @Nullable Runnable act) {
        if (act == null) {
            return () -> {};
        }
        e.consume();
        return act;
    }

    /** The sheet's lines in the order in which they were added. */
    public List<Line> lines() {
        return List.copyOf(lines);
    }

    private static String name(Chord chord) {
        return (chord.ctrl() ? "Ctrl " : "")
                + (chord.shift() ? "Shift " : "")
                + chord.key().getName();
    }
}
