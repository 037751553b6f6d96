package tutti.client.audio;

import java.util.Locale;
import java.util.Optional;

/** What part a sound plays, as people look for it. */
public enum Role {
    KICK,
    SNARE,
    CLAP,
    RIM,
    HAT_CLOSED,
    HAT_OPEN,
    CYMBAL,
    TOM,
    PERC,
    BASS,
    KEYS,
    BELL,
    LEAD,
    PAD,
    FX;

    /** As it stands in tables: {@code hat-closed}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The role of that code. */
    public static Optional<Role> parse(String code) {
        for (Role role : values()) {
            if (role.code().equals(code)) {
                return Optional.of(role);
            }
        }
        return Optional.empty();
    }

    /** Whether its sounds have a pitch that one hears as such, so that they are brought into tune. */
    public boolean pitched() {
        return switch (this) {
            case BASS, KEYS, BELL, LEAD, PAD -> true;
            case KICK, SNARE, CLAP, RIM, HAT_CLOSED, HAT_OPEN, CYMBAL, TOM, PERC, FX -> false;
        };
    }
}
