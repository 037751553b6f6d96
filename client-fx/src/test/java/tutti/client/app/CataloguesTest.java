package tutti.client.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tutti.client.audio.SoundCatalogue;
import tutti.client.ui.Catalogue;
import tutti.model.Instrument;

@DisplayName("The sounds that the window offers")
class CataloguesTest {
    private final SoundCatalogue sounds = SoundCatalogue.load();
    private final Catalogue catalogue = Catalogues.of(sounds);

    @Test
    @DisplayName("know every sound of an old session that plays, by its own name, and offer none of them")
    void legacy() {
        assertFalse(sounds.legacy().isEmpty());
        sounds.legacy().forEach((instrument, legacy) -> {
            assertEquals(legacy.name(), catalogue.find(instrument).orElseThrow().name());
            assertTrue(catalogue.sounds().stream().noneMatch(s -> s.instrument().equals(instrument)));
        });
    }

    @Test
    @DisplayName("say what a track names that is not known here, and of no other that it is missing")
    void missing() {
        assertEquals(Optional.of("nowhere"), catalogue.missing(Instrument.sample("nowhere")));
        assertEquals(Optional.of("tone:who-knows"), catalogue.missing(new Instrument("legacy:tone:who-knows")));
        assertEquals(Optional.of("theremin"), catalogue.missing(new Instrument("theremin")));
        assertEquals(Optional.empty(), catalogue.missing(Instrument.NONE));
        assertEquals(Optional.empty(), catalogue.missing(Instrument.SUB));
        assertEquals(Optional.empty(), catalogue.missing(new Instrument("legacy:hihat")));
    }

    @Test
    @DisplayName("stand as people look for them: drums from the kick on, then what has a pitch")
    void order() {
        List<String> families =
                catalogue.sounds().stream().map(Catalogue.Sound::family).toList();
        assertEquals(
                List.of("Kick", "Snare", "Clap", "Rim", "Hat closed", "Hat open", "Cymbal", "Tom", "Perc", "Bass"),
                families.stream().distinct().limit(10).toList());
        for (int i = 1; i < families.size(); i++) {
            boolean again = families.subList(0, i).lastIndexOf(families.get(i)) >= 0;
            assertTrue(!again || families.get(i).equals(families.get(i - 1)), families.get(i) + " stands apart");
        }
    }

    @Test
    @DisplayName("have kits whose families hold each sound once")
    void kits() {
        assertFalse(catalogue.kits().isEmpty());
        for (Catalogue.Kit kit : catalogue.kits()) {
            kit.sounds()
                    .values()
                    .forEach(all -> assertEquals(all.stream().distinct().toList(), all, kit.name()));
        }
    }
}
