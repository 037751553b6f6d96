package tutti.client.ui;

import java.util.Optional;

/**
 * Somebody in the room.
 *
 * @param id one for each of a person's windows
 * @param rgb their colour, 0xRRGGBB
 * @param me whether this is my own window
 * @param at where their cursor stands
 */
public record Person(String id, String name, int rgb, boolean me, Optional<Cursor> at) {}
