package tutti.server.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/** A check sum over the values of one table row, because H2 does not notice damage. */
final class Sum {
    private final CRC32C crc = new CRC32C();
    private final ByteBuffer number = ByteBuffer.allocate(Long.BYTES);

    Sum add(long value) {
        number.clear();
        crc.update(number.putLong(value).flip());
        return this;
    }

    Sum add(boolean value) {
        return add(value ? 1 : 0);
    }

    Sum add(String value) {
        return add(Bytes.owning(value.getBytes(StandardCharsets.UTF_8)));
    }

    Sum add(Bytes value) {
        add(value.size());
        crc.update(value.raw());
        return this;
    }

    int value() {
        return (int) crc.getValue();
    }
}
