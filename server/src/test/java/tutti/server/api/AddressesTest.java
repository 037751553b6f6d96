package tutti.server.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An address")
class AddressesTest {
    private static InetSocketAddress bound(String address) {
        return new InetSocketAddress(InetAddress.ofLiteral(address), 7788);
    }

    @Test
    @DisplayName("is written as URLs want it, IPv6 in brackets")
    void written() {
        assertEquals("192.0.2.7:7788", Addresses.reachable(bound("192.0.2.7")));
        assertEquals("[2001:db8:0:0:0:0:0:7]:7788", Addresses.reachable(bound("2001:db8::7")));
    }

    @Test
    @DisplayName("of all addresses is loopback for this machine")
    void all() {
        String loopback = Addresses.of(InetAddress.getLoopbackAddress(), 7788);
        assertEquals(loopback, Addresses.reachable(bound("0.0.0.0")));
        assertEquals(loopback, Addresses.reachable(bound("::")));
    }

    @Test
    @DisplayName("is told to others only where others can come")
    void others() {
        assertEquals(List.of(), Addresses.forOthers(bound("127.0.0.1")));
        assertEquals(List.of(), Addresses.forOthers(bound("192.0.2.7")));
    }
}
