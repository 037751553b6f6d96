package tutti.client.state;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tutti.sync.Notice;

@DisplayName("The session's notices")
class BulletinTest {
    private final Bulletin bulletin = new Bulletin();

    private List<Notice> shown() {
        return bulletin.shown().stream().map(Told::notice).toList();
    }

    @Test
    @DisplayName("of a server that does not take this window in are gone once it does; others stay")
    void welcomed() {
        bulletin.tell(new Notice.Paused("the disk is full"));
        bulletin.tell(new Notice.Full());
        bulletin.tell(new Notice.Rejected("this room was deleted"));
        bulletin.welcomed();
        assertEquals(List.of(new Notice.Full()), shown());
    }

    @Test
    @DisplayName("said in the same words at every attempt stand once, and push nothing out")
    void once() {
        bulletin.tell(new Notice.Adopted(List.of("a voice is missing")));
        for (int i = 0; i < 100; i++) {
            bulletin.tell(new Notice.Rejected("this room was deleted"));
        }
        assertEquals(
                List.of(
                        new Notice.Adopted(List.of("a voice is missing")),
                        new Notice.Rejected("this room was deleted")),
                shown());
    }
}
