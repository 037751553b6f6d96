package tutti.client.history;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tutti.client.ui.Past;
import tutti.client.ui.Past.Deed;
import tutti.client.ui.Past.Reach;
import tutti.edit.Mutation;
import tutti.edit.Place;
import tutti.edit.SessionFields;
import tutti.model.PatternSlot;
import tutti.sync.GestureId;
import tutti.sync.HistoryPage;
import tutti.sync.Landing;
import tutti.sync.MemberId;
import tutti.sync.Profile;

@DisplayName("Rows become deeds")
class AnnalsTest {
    private static List<Deed> deeds(Annals annals) {
        return annals.deeds(new Phrases(Pages.NAMES.track()), Pages.NAMES.face(), Pages.NAMES.drawn());
    }

    private static List<String> words(Pages pages) {
        Annals annals = new Annals();
        annals.add(pages.all());
        return deeds(annals).stream()
                .map(deed -> deed.by().name() + " " + deed.words())
                .toList();
    }

    @Test
    @DisplayName("of one gesture, and of one person who goes on with the same thing")
    void together() {
        Pages pages = new Pages();
        for (int i = 1; i <= 7; i++) {
            pages.row(Pages.ANN, "g" + i, 5, Pages.step("kick", i, true));
        }
        assertEquals(List.of("Ann drew 7 steps on Kick"), words(pages));
    }

    @Test
    @DisplayName("with what was played after them, each once, whichever pages it was read with")
    void played() {
        Pages pages = new Pages()
                .act(Pages.BOB, Landing.Kind.PLAY, 1, PatternSlot.A)
                .row(Pages.ANN, "a", 1, Pages.step("kick", 1, true))
                .act(Pages.ANN, Landing.Kind.LAUNCH, 1, PatternSlot.B)
                .row(Pages.ANN, "b", 1, Pages.step("kick", 2, true))
                .act(Pages.BOB, Landing.Kind.STOP, 1)
                .row(Pages.BOB, "c", 1, Pages.step("clap", 2, true))
                .row(Pages.ANN, "d", 1, Pages.step("clap", 3, true))
                .act(Pages.ANN, Landing.Kind.PLAY, 1, PatternSlot.C);
        Annals annals = new Annals();
        annals.add(pages.page(OptionalLong.empty(), 1, 0));
        annals.add(pages.page(OptionalLong.empty(), 1, 0));
        while (annals.before().isPresent()) {
            annals.add(pages.page(annals.before(), 1, 0));
        }
        List<List<String>> told =
                deeds(annals).stream().map(deed -> told(deed.played())).toList();
        assertEquals(List.of(List.of("Ann played C"), List.of(), List.of("Ann launched B", "somebody stopped")), told);
        assertEquals(List.of("somebody played A"), told(annals.beginning(Pages.NAMES.face(), Pages.NAMES.drawn())));
    }

    private static List<String> told(List<Past.Played> played) {
        return played.stream().map(one -> one.by().name() + " " + one.words()).toList();
    }

    @Test
    @DisplayName("of their own when somebody else, another thing or a long pause comes between")
    void apart() {
        Pages pages = new Pages()
                .row(Pages.ANN, "a", 1, Pages.step("kick", 1, true))
                .row(Pages.ANN, "b", 1, Pages.step("clap", 1, true))
                .row(Pages.BOB, "c", 1, Pages.step("clap", 2, true))
                .row(Pages.ANN, "d", 1, Pages.step("clap", 3, true))
                .row(Pages.ANN, "e", 61, Pages.step("clap", 4, true));
        assertEquals(
                List.of(
                        "Ann drew step 4 on Clap",
                        "Ann drew step 3 on Clap",
                        "somebody drew step 2 on Clap",
                        "Ann drew step 1 on Clap",
                        "Ann drew step 1 on Kick"),
                words(pages));
    }

    @Test
    @DisplayName("that count a step by what it was last")
    void last() {
        Pages pages = new Pages()
                .row(Pages.ANN, "a", 1, Pages.step("kick", 1, true), Pages.step("kick", 2, true))
                .row(Pages.ANN, "b", 1, Pages.step("kick", 1, false))
                .row(Pages.ANN, "c", 1, Pages.step("kick", 2, false));
        assertEquals(List.of("Ann erased 2 steps on Kick"), words(pages));
    }

    @Test
    @DisplayName("whose gestures say that they undid, did again or restored")
    void marked() {
        Pages pages = new Pages()
                .row(Pages.ANN, "a", 1, Pages.step("kick", 1, true))
                .row(Pages.ANN, GestureId.undo("x").text(), 1, Pages.step("kick", 1, false))
                .row(Pages.ANN, GestureId.redo("y").text(), 1, Pages.step("kick", 1, true))
                .row(Pages.ANN, GestureId.restore(1, "z").text(), 1, Pages.step("kick", 1, false));
        assertEquals(
                List.of(
                        "Ann restored Kick",
                        "Ann did again, which drew step 1 on Kick",
                        "Ann undid, which erased step 1 on Kick",
                        "Ann drew step 1 on Kick"),
                words(pages));
    }

    @Test
    @DisplayName("in which somebody unknown always has the same colour, and never shows an id")
    void somebody() {
        Pages pages = new Pages().row(Pages.BOB, "a", 1, Pages.step("kick", 1, true));
        Annals one = new Annals();
        one.add(pages.all());
        Deed deed = deeds(one).getFirst();
        assertEquals("somebody", deed.by().name());
        assertEquals(Math.floorMod("bob".hashCode(), 12), deed.by().rgb());
    }

    @Test
    @DisplayName("across pages, also if a gesture lies in two of them")
    void pages() {
        Pages pages = new Pages();
        for (int i = 1; i <= 6; i++) {
            pages.row(Pages.ANN, "drag", 1, Pages.step("kick", i, true));
        }
        Annals annals = new Annals();
        HistoryPage first = pages.page(OptionalLong.empty(), 4, 0);
        annals.add(first);
        assertEquals("drew 4 steps on Kick", deeds(annals).getFirst().words());
        assertEquals(OptionalLong.of(3), annals.before());
        assertEquals(Reach.MORE, annals.reach());
        annals.add(pages.page(annals.before(), 4, 0));
        assertEquals("drew 6 steps on Kick", deeds(annals).getFirst().words());
        assertEquals(1, deeds(annals).size());
        assertEquals(Reach.BEGINNING, annals.reach());
    }

    @Test
    @DisplayName("that end where the server has no older rows any more")
    void trimmed() {
        Pages pages = new Pages().many(10);
        Annals annals = new Annals();
        annals.add(pages.page(OptionalLong.empty(), 20, 4));
        assertEquals(6, annals.rows());
        assertEquals(Reach.TRIMMED, annals.reach());
    }

    @Test
    @DisplayName("that begin where the owner dropped all before, also if nothing was done since")
    void dropped() {
        HistoryPage.Trim trim = new HistoryPage.Trim(86_400_000, 7, 7);
        Annals annals = new Annals();
        assertEquals(Optional.empty(), annals.trim());
        annals.add(new HistoryPage(List.of(), List.of(), Optional.empty(), Optional.of(trim)));
        assertEquals(Reach.TRIMMED, annals.reach());
        assertEquals(Optional.of(new Past.Trim(86_400_000, 7)), annals.trim());
    }

    @Test
    @DisplayName("without a gap: a newest page that does not join what was read begins anew")
    void gap() {
        Pages pages = new Pages().many(5);
        Annals annals = new Annals();
        annals.add(pages.all());
        pages.many(10);
        annals.add(pages.page(OptionalLong.empty(), 4, 0));
        assertEquals(4, annals.rows());
        assertEquals(OptionalLong.of(12), annals.before());
    }

    @Test
    @DisplayName("to which newer rows are added without forgetting how far back was read")
    void newer() {
        Pages pages = new Pages().many(10);
        Annals annals = new Annals();
        annals.add(pages.page(OptionalLong.empty(), 6, 0));
        pages.many(2);
        annals.add(pages.page(OptionalLong.empty(), 6, 0));
        assertEquals(8, annals.rows());
        assertEquals(OptionalLong.of(5), annals.before());
    }

    @Test
    @DisplayName("by people whose names the pages tell")
    void faces() {
        Mutation tempo = Mutation.put(new Place.OfSession(), SessionFields.TEMPO, 12_450);
        HistoryPage.Author carla = new HistoryPage.Author(new MemberId("carla"), Optional.of(new Profile("Carla", 2)));
        HistoryPage.Line line = new HistoryPage.Line(1, 0, carla, new GestureId("g"), List.of(tempo));
        Annals annals = new Annals();
        annals.add(new HistoryPage(List.of(line), List.of(), Optional.empty()));
        Deed deed = deeds(annals).getFirst();
        assertEquals("Carla set the tempo to 124.50", deed.by().name() + " " + deed.words());
    }
}
