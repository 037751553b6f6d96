package tutti.client.app;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import tutti.client.state.Folders;
import tutti.model.SessionId;
import tutti.sync.Limits;
import tutti.sync.Profile;
import tutti.sync.Secret;

/**
 * Who I am on this machine: given at once at the first start, no account.
 *
 * @param secret makes me the same member everywhere
 * @param home the session in which a start here begins
 * @param level my level, milli-decibels
 * @param light whether I like the light look
 */
record Identity(Secret secret, Profile profile, SessionId home, int level, boolean light) {
    private static final int FIRST_LEVEL = -6_000;
    private static final List<String> MANNERS = List.of(
            "Warm",
            "Quiet",
            "Golden",
            "Dusty",
            "Early",
            "Low",
            "Bright",
            "Slow",
            "Velvet",
            "Northern",
            "Sunday",
            "Paper");
    private static final List<String> THINGS = List.of(
            "Heron", "Cello", "Otter", "Lantern", "Maple", "Comet", "Robin", "Harbour", "Fox", "Drum", "Willow",
            "Tram");

    /** The identity in the file; a new one, kept there, if there is none that can be read. */
    static Identity load(Path file, Fresh fresh) throws IOException {
        if (Files.exists(file)) {
            Optional<Identity> kept = parse(Files.readString(file, StandardCharsets.UTF_8));
            if (kept.isPresent()) {
                return kept.get();
            }
            Files.move(file, file.resolveSibling(file.getFileName() + ".damaged-" + fresh.text()));
        }
        String name = MANNERS.get(fresh.below(MANNERS.size())) + " " + THINGS.get(fresh.below(THINGS.size()));
        Profile profile = new Profile(name, fresh.below(Limits.MEMBER_COLOURS));
        Identity identity = new Identity(fresh.secret(), profile, fresh.session(), FIRST_LEVEL, false);
        identity.save(file);
        return identity;
    }

    /** Keeps it, durably. */
    void save(Path file) throws IOException {
        Properties properties = new Properties();
        properties.setProperty("secret", secret.text());
        properties.setProperty("name", profile.name());
        properties.setProperty("colour", Integer.toString(profile.colour()));
        properties.setProperty("home", home.text());
        properties.setProperty("level", Integer.toString(level));
        properties.setProperty("light", Boolean.toString(light));
        StringWriter text = new StringWriter();
        properties.store(text, "Tutti: who I am. The secret is what makes me that person: keep it.");
        Folders.replace(file, text.toString());
    }

    Identity named(String name) {
        return new Identity(secret, new Profile(name, profile.colour()), home, level, light);
    }

    Identity at(int milliDb) {
        return new Identity(secret, profile, home, milliDb, light);
    }

    /** The same with another session to begin in. */
    Identity in(SessionId session) {
        return new Identity(secret, profile, session, level, light);
    }

    Identity lit(boolean lightLook) {
        return new Identity(secret, profile, home, level, lightLook);
    }

    private static Optional<Identity> parse(String text) throws IOException {
        try {
            Properties properties = new Properties();
            properties.load(new StringReader(text));
            Optional<Secret> secret = Secret.parse(properties.getProperty("secret", ""));
            Optional<SessionId> home = SessionId.parse(properties.getProperty("home", ""));
            int colour = Integer.parseInt(properties.getProperty("colour", "0"));
            int level = Integer.parseInt(properties.getProperty("level", "" + FIRST_LEVEL));
            boolean light = Boolean.parseBoolean(properties.getProperty("light", "false"));
            Profile profile = new Profile(properties.getProperty("name", "Somebody"), colour);
            return secret.flatMap(known -> home.map(room -> new Identity(known, profile, room, level, light)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
