package tutti.client.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The address that a person types")
class AddressTest {
    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, http://192.0.2.7:7788",
        "192.0.2.7:9000, http://192.0.2.7:9000",
        "' studio.local ', http://studio.local:7788",
        "http://127.0.0.1:7788, http://127.0.0.1:7788",
        "HTTP://studio.local:80/, http://studio.local:80",
        "[::1]:7788, http://[::1]:7788",
        "[::1], http://[::1]:7788"
    })
    @DisplayName("is taken as a host with or without a port, and as a server prints it")
    void taken(String typed, String address) throws IOException {
        assertEquals(URI.create(address), Address.of(typed));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a b",
                "a|b",
                "a^b",
                "100%",
                "a/b",
                "host:99999",
                "host:port",
                "user@host",
                "https://host",
                "http://",
                "host?x",
                "host#x",
                "ws://host:1",
                "\\"
            })
    @DisplayName("is refused in words that say what to type")
    void refused(String typed) {
        String words = assertThrows(IOException.class, () -> Address.of(typed)).getMessage();
        assertEquals(
                "“" + typed + "” is no address: type a host name or number, and a port if it is not 7788, like"
                        + " 192.0.2.7:7788",
                words);
    }

    @Test
    @DisplayName("names no host that is not there before it is asked")
    void quiet() throws IOException {
        assertTrue(Address.of("nobody.invalid").getHost().endsWith("invalid"));
    }
}
