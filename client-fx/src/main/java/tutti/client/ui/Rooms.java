package tutti.client.ui;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The rooms of one server.
 *
 * @param server its address as a person would type it
 * @param list its rooms, newest first
 * @param bin its deleted rooms, which can be brought back, newest first
 * @param problem why the list could not be had; empty if all is well
 * @param looking whether its server is being asked now
 */
public record Rooms(String server, List<Room> list, List<Deleted> bin, String problem, boolean looking) {
    /** Nothing was listed yet. */
    public static final Rooms NONE = new Rooms("", List.of(), List.of(), "");

    private static final String NAMELESS = "Nameless room";

    /** The rooms of a server that has answered, or a problem in their place. */
    public Rooms(String server, List<Room> list, List<Deleted> bin, String problem) {
        this(server, list, bin, problem, false);
    }

    /** What to call a room of that name. */
    public static String called(String name) {
        return name.isBlank() ? NAMELESS : name;
    }

    /** What is shown while the rooms of {@code address} are on their way: those that are known of it, if any are. */
    public Rooms looking(String address) {
        return address.equals(server)
                ? new Rooms(server, list, bin, "", true)
                : new Rooms(address, List.of(), List.of(), "", true);
    }

    /**
     * A room that can be opened.
     *
     * @param people how many are in
     * @param here whether this window is in it
     * @param published whether it is a frozen copy that nobody can change
     * @param source what it is a copy of, if it is one and its server tells
     * @param old whether it is of an older program still, and becomes a room when somebody opens it
     */
    public record Room(
            String id, String name, int people, boolean here, boolean published, Optional<Source> source, boolean old) {
        /** One that is a room already. */
        public Room(String id, String name, int people, boolean here, boolean published, Optional<Source> source) {
            this(id, name, people, here, published, source, false);
        }

        /** One that is no copy. */
        public Room(String id, String name, int people, boolean here, boolean published) {
            this(id, name, people, here, published, Optional.empty());
        }

        /** What there is to say of it under its name; mostly nothing. */
        public Optional<String> note() {
            return old ? Optional.of("From an older program") : source.map(Source::words);
        }

        /** The same in full. */
        public Optional<String> help() {
            return old
                    ? Optional.of("A record of an older program: opening it makes a room of it, and it stays as it is")
                    : source.map(Source::place);
        }

        Room in(boolean window) {
            return new Room(id, name, people, window, published, source, old);
        }
    }

    /**
     * What a room was copied from.
     *
     * @param name what that was called then
     * @param seq its last edit in the moment that was copied
     */
    public record Source(String name, long seq) {
        /** Said under a room's name. */
        public String words() {
            return "Copy of " + called(name);
        }

        /** The same with its place in that room's history. */
        public String place() {
            String when = seq == 0 ? "before its first edit" : String.format(Locale.ROOT, "after edit %,d", seq);
            return "Copy of “" + called(name) + "”, as it was " + when;
        }
    }

    /**
     * A deleted room.
     *
     * @param days how many more it can be brought back
     */
    public record Deleted(String id, String name, int days) {}

    /** The same while this window is in the room {@code id}, and in none of the others. */
    public Rooms in(String id) {
        List<Room> marked =
                list.stream().map(room -> room.in(room.id().equals(id))).toList();
        return new Rooms(server, marked, bin, problem, looking);
    }

    /** Keeps copies. */
    public Rooms {
        list = List.copyOf(list);
        bin = List.copyOf(bin);
    }
}
