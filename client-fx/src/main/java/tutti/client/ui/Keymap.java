package tutti.client.ui;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import tutti.client.ui.kit.Shortcuts;

/** Keys and what they do, as one table: it acts, and it is the shortcut sheet. Ctrl is Cmd on macOS. */
public final class Keymap {
    private final List<Line> lines = new ArrayList<>();
    private final Map<Chord, Deed> chords = new HashMap<>();
    private final Map<String, Deed> signs = new HashMap<>();

    /** @param again whether a key that is held does it again and again */
    private record Deed(Runnable act, boolean again) {}

    /**
     * A line of the sheet.
     *
     * @param keys as people write them: "Ctrl C"
     */
    public record Line(String keys, String words) {}

    /** A key with what is held. */
    public record Chord(KeyCode key, boolean shift, boolean ctrl, boolean alt) {
        /** Without Alt. */
        public Chord(KeyCode key, boolean shift, boolean ctrl) {
            this(key, shift, ctrl, false);
        }

        /** With Alt. */
        public static Chord alt(KeyCode key) {
            return new Chord(key, false, false, true);
        }

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
        lines.add(new Line(Shortcuts.named(keys), words));
        return this;
    }

    /** A key; {@code words} empty: left out of the sheet. Held, it acts once. */
    public Keymap on(Chord chord, String words, Runnable act) {
        return add(chord, words, new Deed(act, false));
    }

    /** A key that goes on acting while it is held. */
    public Keymap again(Chord chord, String words, Runnable act) {
        return add(chord, words, new Deed(act, true));
    }

    /** A sign by what it types, wherever it lies on the keyboard. Held, it acts once. */
    public Keymap on(String sign, String words, Runnable act) {
        return add(sign, words, new Deed(act, false));
    }

    /** A sign that goes on acting while it is held. */
    public Keymap again(String sign, String words, Runnable act) {
        return add(sign, words, new Deed(act, true));
    }

    private Keymap add(Chord chord, String words, Deed deed) {
        chords.put(chord, deed);
        return words.isEmpty() ? this : tell(name(chord), words);
    }

    private Keymap add(String sign, String words, Deed deed) {
        signs.put(sign, deed);
        return words.isEmpty() ? this : tell(sign.toUpperCase(Locale.ROOT), words);
    }

    /**
     * Acts on a pressed or typed key; the event is consumed if it meant something.
     *
     * @param repeated whether nobody pressed it: it is still held
     */
    public void handle(KeyEvent e, boolean repeated) {
        Deed deed = e.getEventType() == KeyEvent.KEY_TYPED ? typed(e) : pressed(e);
        if (deed == null) {
            return;
        }
        e.consume();
        if (deed.again() || !repeated) {
            deed.act().run();
        }
    }

    private @Nullable Deed pressed(KeyEvent e) {
        return chords.get(new Chord(e.getCode(), e.isShiftDown(), e.isShortcutDown(), e.isAltDown()));
    }

    private @Nullable Deed typed(KeyEvent e) {
        return e.isShortcutDown() ? null : signs.get(e.getCharacter());
    }

    /** The sheet's lines in the order in which they were added. */
    public List<Line> lines() {
        return List.copyOf(lines);
    }

    private static String name(Chord chord) {
        return (chord.alt() ? "Alt " : "")
                + (chord.ctrl() ? "Ctrl " : "")
                + (chord.shift() ? "Shift " : "")
                + chord.key().getName();
    }
}
