package tutti.client.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tutti.client.ui.Cursor;
import tutti.client.ui.Past;
import tutti.client.ui.Person;
import tutti.sync.Member;
import tutti.sync.MemberId;
import tutti.sync.Pointer;
import tutti.sync.Profile;

/** People as the window draws them. */
final class Faces {
    /** The first three are the look's; each can be told from all others, and from amber, green and red. */
    static final List<Integer> COLOURS = List.of(
            0x56B4E9, 0xF29E4C, 0xE879F9, 0x4FD1C5, 0xA3E635, 0xF472B6, 0x818CF8, 0xFACC9A, 0xB08968, 0xC3D9F0,
            0xD8B4FE, 0x9CA3AF);

    private Faces() {}

    /** Me first; then a person for each window of the others. */
    static List<Person> of(List<Member> members, MemberId me, Profile mine) {
        List<Person> people = new ArrayList<>();
        people.add(new Person(me.text(), mine.name(), colour(mine), true, Optional.empty()));
        for (Member member : members) {
            if (!member.id().equals(me)) {
                windows(member, people);
            }
        }
        return List.copyOf(people);
    }

    /** What that member is called. */
    static Optional<String> name(List<Member> members, MemberId id) {
        return profile(members, id).map(Profile::name);
    }

    /** How that member is shown. */
    static Optional<Profile> profile(List<Member> members, MemberId id) {
        return members.stream()
                .filter(member -> member.id().equals(id))
                .map(Member::profile)
                .findFirst();
    }

    /** Somebody as the author of what was done. */
    static Past.Author author(Profile profile) {
        return new Past.Author(profile.name(), colour(profile));
    }

    private static void windows(Member member, List<Person> people) {
        List<Optional<Cursor>> cursors =
                member.pointers().stream().map(Faces::cursor).toList();
        List<Optional<Cursor>> shown = cursors.isEmpty() ? List.of(Optional.empty()) : cursors;
        for (int i = 0; i < shown.size(); i++) {
            String id = member.id().text() + "#" + i;
            Profile profile = member.profile();
            people.add(new Person(id, profile.name(), colour(profile), false, shown.get(i)));
        }
    }

    private static Optional<Cursor> cursor(Pointer pointer) {
        return pointer.track().flatMap(track -> pointer.step().map(step -> new Cursor(pointer.pattern(), track, step)));
    }

    private static int colour(Profile profile) {
        return COLOURS.get(profile.colour() % COLOURS.size());
    }
}
