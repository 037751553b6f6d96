package tutti.client.ui;

/**
 * One thing that a person did, from press to release: one undo.
 *
 * @param number counts up in this window
 * @param words what it was: "paint"
 */
public record Gesture(long number, String words) {}
