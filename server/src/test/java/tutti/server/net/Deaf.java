package tutti.server.net;

import java.lang.reflect.Proxy;
import org.java_websocket.WebSocketListener;

/** Who hears of a socket and does nothing about it, as the library has it and as we have it. */
final class Deaf {
    static final WebSocketListener LISTENER = (WebSocketListener) Proxy.newProxyInstance(
            Deaf.class.getClassLoader(), new Class<?>[] {WebSocketListener.class}, (self, method, arguments) -> null);

    static final GuardedSocket.Owner OWNER = new GuardedSocket.Owner() {
        @Override
        public void gone(GuardedSocket socket, int code) {}

        @Override
        public void breached(GuardedSocket socket, FrameGuard.Breach breach) {}
    };

    private Deaf() {}
}
