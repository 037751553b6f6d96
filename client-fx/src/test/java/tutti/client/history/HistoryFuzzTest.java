package tutti.client.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import tutti.client.ui.Past.Deed;
import tutti.sync.HistoryPage;
import tutti.wire.Codec;
import tutti.wire.Parsed;

/** Whatever a server answers who is asked for history. */
@Tag("slow")
@DisplayName("Whatever a server says that was done,")
class HistoryFuzzTest {
    private static final int MOST = 8 * 1024 * 1024;

    private final Codec codec = new Codec(HistoryPage.class);

    @FuzzTest(maxDuration = "1m")
    @DisplayName("a page is refused, or shown in words, every row of it in one deed, and the same when it comes again")
    void page(byte[] bytes) {
        if (codec.read(HistoryPage.class, bytes, MOST) instanceof Parsed.Of<HistoryPage>(HistoryPage page)) {
            Annals annals = new Annals();
            annals.add(page);
            List<Deed> deeds = deeds(annals);
            assertEquals(annals.rows(), deeds.stream().mapToInt(Deed::edits).sum());
            deeds.forEach(deed -> assertFalse(deed.words().isBlank()));
            assertTrue(deeds.stream().allMatch(deed -> deed.first() <= deed.seq()));
            annals.trim();
            annals.add(page);
            assertEquals(deeds, deeds(annals));
        }
    }

    private static List<Deed> deeds(Annals annals) {
        return annals.deeds(new Phrases(Pages.NAMES.track()), Pages.NAMES.face(), Pages.NAMES.drawn());
    }
}
