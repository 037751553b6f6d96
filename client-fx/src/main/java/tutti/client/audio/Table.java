package tutti.client.audio;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads the tables and sounds that ship with the program. A missing one is a broken build, and an exception. */
final class Table {
    private static final String FOLDER = "/tutti/sounds/";

    private Table() {}

    /** The rows of a table of tab-separated cells; lines that begin with # are left out. */
    static List<String[]> rows(String name) {
        List<String[]> rows = new ArrayList<>();
        for (String line :
                new String(bytes(name), StandardCharsets.UTF_8).lines().toList()) {
            if (!line.isBlank() && !line.startsWith("#")) {
                rows.add(line.split("\t", -1));
            }
        }
        return rows;
    }

    /** The bytes of a resource in the folder of sounds. Blocks. */
    static byte[] bytes(String name) {
        try (InputStream in = Table.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IllegalStateException("this build lacks " + FOLDER + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Decibels with one decimal place, in tenths. */
    static int tenths(String decibels) {
        return (int) StrictMath.round(Double.parseDouble(decibels) * 10);
    }
}
