package tutti.sync;

import tutti.model.Texts;

/**
 * How a person is shown.
 *
 * @param name 1 to 40 characters
 * @param colour index of the people's colours, 0 to 11
 */
public record Profile(String name, int colour) {
    /** @throws IllegalArgumentException if the name is empty or long, or there is no such colour */
    public Profile {
        boolean named = !name.isBlank() && Texts.clean(name, Limits.MEMBER_NAME);
        if (!named || colour < 0 || colour >= Limits.MEMBER_COLOURS) {
            throw new IllegalArgumentException("a name of 1 to 40 characters and a colour from 0 to 11");
        }
    }
}
