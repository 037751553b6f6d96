package tutti.server.verify;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Data folders for tests: copies of what earlier servers left, and what is in a folder to the byte. */
public final class Folders {
    private static final Path CORPUS = Path.of(System.getProperty("tutti.root"), "server/src/test/resources/corpus");

    private Folders() {}

    /** A copy of the folder that a server of that release left: four sessions and one that was deleted. */
    public static Path released(String release, Path to) throws IOException {
        return copy(CORPUS.resolve(release).resolve("data"), to);
    }

    /** A copy of a whole folder. */
    public static Path copy(Path from, Path to) throws IOException {
        for (Path each : all(from)) {
            Files.copy(each, to.resolve(from.relativize(each).toString()));
        }
        return to;
    }

    /** Removes a folder with all that is in it. */
    public static void delete(Path folder) throws IOException {
        for (Path each : all(folder).reversed()) {
            Files.delete(each);
        }
    }

    /** Every name in a folder, and the hash of what it holds. */
    public static SortedMap<String, String> bytes(Path folder) throws IOException {
        SortedMap<String, String> found = new TreeMap<>();
        for (Path each : all(folder)) {
            String name = folder.relativize(each).toString();
            found.put(name, Files.isDirectory(each) ? "a folder" : hash(Files.readAllBytes(each)));
        }
        return found;
    }

    private static List<Path> all(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.sorted().toList();
        }
    }

    private static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Replaces {@code old} by {@code now} in a text file; it must be there. */
    public static void change(Path file, String old, String now) throws IOException {
        String text = Files.readString(file, StandardCharsets.UTF_8);
        if (!text.contains(old)) {
            throw new IllegalArgumentException(old + " is not in " + file);
        }
        Files.writeString(file, text.replace(old, now));
    }
}
