package tutti.server.store;

/**
 * An author of rows as they were seen last.
 *
 * @param colour index of the people's colours
 */
public record Face(String member, String name, int colour) {
    /** @throws IllegalArgumentException if something is over its limit */
    public Face {
        Checks.within(member.length(), Limits.PEER_ID, "characters of a member's id");
        Checks.name(name);
    }
}
