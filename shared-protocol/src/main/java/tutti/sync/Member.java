package tutti.sync;

import java.util.List;

/**
 * A person in the room, as the others see them.
 *
 * @param present whether a window of theirs is connected; if not, they have a short time to return
 * @param pointers one for each window that points somewhere
 */
public record Member(MemberId id, Profile profile, boolean present, List<Pointer> pointers) {
    /** Keeps a copy. */
    public Member {
        pointers = List.copyOf(pointers);
    }
}
