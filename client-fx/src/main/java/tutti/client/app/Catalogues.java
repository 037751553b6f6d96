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
        sounds.sounds().forEach(sound -> all.add(sound(sound)));
        all.add(new Catalogue.Sound(Instrument.SUB, "Subtractive", family(Role.LEAD), MIDDLE_C, true));
        return new Catalogue(
                List.copyOf(all),
                sounds.kits().stream().map(kit -> kit(sounds, kit)).toList());
    }

    private static Catalogue.Sound sound(Sound sound) {
        return new Catalogue.Sound(
                sound.instrument(),
                sound.name(),
                family(sound.role()),
                sound.root().orElse(MIDDLE_C),
                sound.role().pitched());
    }

    /** The kit's first sound of each family that it covers. */
    private static Catalogue.Kit kit(SoundCatalogue sounds, Kit kit) {
        Map<String, Instrument> byFamily = new LinkedHashMap<>();
        for (Track slot : kit.slots()) {
            sounds.sounds().stream()
                    .filter(sound -> sound.instrument().equals(slot.instrument()))
                    .findFirst()
                    .ifPresent(sound -> byFamily.putIfAbsent(family(sound.role()), slot.instrument()));
        }
        return new Catalogue.Kit(kit.name(), Map.copyOf(byFamily));
    }

    private static String family(Role role) {
        String words = role.code().replace('-', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
