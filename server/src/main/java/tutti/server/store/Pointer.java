package tutti.server.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;

/**
 * The file {@code CURRENT}: which store file is the truth. It is written before that file is made, too, so that a store
 * file without a pointer is always damage and never a first start that was cut off.
 *
 * @param file name of the store in the folder, without H2's ending
 * @param storeId the id that its meta row must have
 * @param ready false while the store is being made, when nobody was told anything yet
 */
record Pointer(String file, String storeId, boolean ready) {
    static final String FILE = "CURRENT";

    private static final Pattern FORM =
            Pattern.compile("(tutti-store 1 (store-[0-9a-f]{32}) ([0-9a-f]{32}) (ready|making)) ([0-9a-f]{8})\n");

    /**
     * The pointer of this folder, if there is one.
     *
     * @throws StoreDamaged if there is one that cannot be read
     */
    static Optional<Pointer> read(Path folder) throws IOException {
        return read(folder, FILE);
    }

    /** The same, in a file of another name. */
    static Optional<Pointer> read(Path folder, String name) throws IOException {
        Path path = folder.resolve(name);
        if (!Files.exists(path)) {
            return Optional.empty();
        }
        Matcher form = FORM.matcher(Files.readString(path, StandardCharsets.ISO_8859_1));
        if (!form.matches() || !form.group(5).equals(sum(form.group(1)))) {
            throw new StoreDamaged(name, "this file must name the store and does not; it is damaged");
        }
        return Optional.of(
                new Pointer(form.group(2), form.group(3), form.group(4).equals("ready")));
    }

    void write(Disk disk, Path folder) throws IOException {
        write(disk, folder, FILE);
    }

    void write(Disk disk, Path folder, String name) throws IOException {
        String text = "tutti-store 1 " + file + " " + storeId + " " + (ready ? "ready" : "making");
        disk.replace(folder.resolve(name), Bytes.utf8(text + " " + sum(text) + "\n"));
    }

    private static String sum(String text) {
        CRC32C crc = new CRC32C();
        crc.update(text.getBytes(StandardCharsets.ISO_8859_1));
        return String.format("%08x", crc.getValue());
    }
}
