package tutti.client.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tutti.client.audio.Kit;
import tutti.client.audio.Role;
import tutti.client.audio.Sound;
import tutti.client.audio.SoundCatalogue;
import tutti.client.ui.Catalogue;
import tutti.model.Instrument;
import tutti.model.Track;

/** The sounds of this program as the window offers them. */
final class Catalogues {
    private static final int MIDDLE_C = 60;

    private Catalogues() {}

    static Catalogue of(SoundCatalogue sounds) {
        List<Catalogue.Sound> all = new ArrayList<>();
        for (Role role : Role.values()) {
            sounds.sounds().stream().filter(sound -> sound.role() == role).forEach(sound -> all.add(sound(sound)));
            if (role == Role.LEAD) {
                all.add(new Catalogue.Sound(Instrument.SUB, "Subtractive", family(role), MIDDLE_C, true));
            }
        }
        Catalogue offered = new Catalogue(List.copyOf(all), List.of());
        List<Catalogue.Sound> legacy = new ArrayList<>();
        sounds.legacy()
                .forEach((instrument, sound) -> offered.find(sound.as().instrument())
                        .ifPresent(as -> legacy.add(legacy(instrument, sound, as))));
        return new Catalogue(
                offered.sounds(),
                sounds.kits().stream().map(kit -> kit(sounds, kit)).toList(),
                List.copyOf(legacy));
    }

    private static Catalogue.Sound sound(Sound sound) {
        return new Catalogue.Sound(
                sound.instrument(),
                sound.name(),
                family(sound.role()),
                sound.root().orElse(MIDDLE_C),
                sound.role().pitched());
    }

    /** By its own name, and else like what plays it. */
    private static Catalogue.Sound legacy(Instrument instrument, SoundCatalogue.Legacy sound, Catalogue.Sound as) {
        return new Catalogue.Sound(
                instrument, sound.name(), as.family(), as.root() + sound.as().transpose(), as.pitched());
    }

    /** The kit's sounds of each family that it covers. */
    private static Catalogue.Kit kit(SoundCatalogue sounds, Kit kit) {
        Map<String, List<Instrument>> byFamily = new LinkedHashMap<>();
        for (Track slot : kit.slots()) {
            sounds.sounds().stream()
                    .filter(sound -> sound.instrument().equals(slot.instrument()))
                    .findFirst()
                    .ifPresent(sound -> byFamily.computeIfAbsent(family(sound.role()), f -> new ArrayList<>())
                            .add(slot.instrument()));
        }
        return new Catalogue.Kit(kit.name(), Map.copyOf(byFamily));
    }

    private static String family(Role role) {
        String words = role.code().replace('-', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
