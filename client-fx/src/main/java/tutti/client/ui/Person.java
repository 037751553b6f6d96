package tutti.client.ui;

import java.util.Optional;

/**
 * Somebody in the room.
 *
 * @param id one for each of a person's windows
 * @param colour index of the people's colours, 0 to 11
 * @param me whether this is my own window
 * @param at where their cursor stands
 */
public record Person(String id, String name, int colour, boolean me, Optional<Cursor> at) {}
