package tutti.sync;

/** An edit that has no number yet. */
public record Draft(GestureId gesture, Ask ask) {}
