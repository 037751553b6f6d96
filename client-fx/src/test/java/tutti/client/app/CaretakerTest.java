package tutti.client.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tutti.client.ui.Rooms;

@DisplayName("Who asks for the rooms of a server")
class CaretakerTest {
    private final List<Rooms> heard = new ArrayList<>();

    private void list(Caretaker.Source source) {
        Caretaker.answer("studio.local", source, heard::add);
    }

    @Test
    @DisplayName("hears which there are")
    void rooms() {
        Rooms some = new Rooms("studio.local", List.of(), List.of(), "");
        list(() -> some);
        assertEquals(List.of(some), heard);
    }

    @Test
    @DisplayName("hears why they could not be had")
    void trouble() {
        list(() -> {
            throw new IOException("no server answers");
        });
        assertEquals(List.of(new Rooms("studio.local", List.of(), List.of(), "No server answers")), heard);
    }

    @Test
    @DisplayName("does not look at “Looking …” for ever after a fault, which is reported too")
    void fault() {
        IllegalStateException fault = new IllegalStateException("a bug");
        Caretaker.Source broken = () -> {
            throw fault;
        };
        assertEquals(fault, assertThrows(IllegalStateException.class, () -> list(broken)));
        assertEquals(1, heard.size());
        assertFalse(heard.getFirst().looking());
        assertEquals("The rooms could not be listed", heard.getFirst().problem());
    }
}
