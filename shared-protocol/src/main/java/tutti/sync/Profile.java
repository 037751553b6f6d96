package tutti.sync;

import tutti.model.Texts;

/**
 * How a person is shown.
 *
 * @param name 1 to {@code MEMBER_NAME} characters
 * @param colour index of the people's colours, less than {@code MEMBER_COLOURS}
 */
public record Profile(String name, int colour) {
    /** @throws IllegalArgumentException if the name is empty or long, or there is no such colour */
    public Profile {
        boolean named = !name.isBlank() && Texts.clean(name, Limits.MEMBER_NAME);
        if (!named || colour < 0 || colour >= Limits.MEMBER_COLOURS) {
            throw new IllegalArgumentException("a name of 1 to " + Limits.MEMBER_NAME
                    + " characters and a colour from 0 to " + (Limits.MEMBER_COLOURS - 1));
        }
    }
}
