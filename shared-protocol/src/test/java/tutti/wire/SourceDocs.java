package tutti.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words that stand over types and constants in the sources, so that the protocol page says what the code says. */
final class SourceDocs {
    private static final Pattern PARAM = Pattern.compile("@param (\\w+) ");
    private static final Pattern CONSTANT =
            Pattern.compile("/\\*\\*((?:(?!\\*/).)*)\\*/\\s*public static final (?:int|long) (\\w+) =", Pattern.DOTALL);

    private SourceDocs() {}

    /**
     * What is said of a record.
     *
     * @param summary before the first {@code @param}
     * @param members by name
     */
    record Doc(String summary, Map<String, String> members) {}

    static Doc of(Class<?> type) {
        Pattern over = Pattern.compile(
                "/\\*\\*((?:(?!\\*/).)*)\\*/\\s*(?:public )?(?:sealed )?(?:record|interface) " + type.getSimpleName()
                        + "\\b",
                Pattern.DOTALL);
        Matcher found = over.matcher(source(type));
        String text = found.find() ? plain(found.group(1)) : "";
        Map<String, String> members = new LinkedHashMap<>();
        String[] parts = text.split("(?=@param )");
        for (String part : parts) {
            Matcher param = PARAM.matcher(part);
            if (param.lookingAt()) {
                members.put(param.group(1), part.substring(param.end()).trim());
            }
        }
        return new Doc(parts[0].startsWith("@param") ? "" : parts[0].trim(), members);
    }

    /** The constants of a class of limits, each with what is said of it. */
    static Map<String, String> constants(Class<?> type) {
        Map<String, String> constants = new LinkedHashMap<>();
        Matcher found = CONSTANT.matcher(source(type));
        while (found.find()) {
            constants.put(found.group(2), plain(found.group(1)));
        }
        return constants;
    }

    private static String plain(String comment) {
        return comment.replaceAll("\\n\\s*\\*", "\n")
                .replaceAll("\\{@(?:code|link)(?:plain)? #?([^}]*)}", "`$1`")
                .replace("Limits#PROTOCOL", "PROTOCOL")
                .replace("Chain#NONE", "NONE")
                .replace("Limits#SEGMENTS", "SEGMENTS")
                .replace('#', '.')
                .replaceAll("</?(?:p|code|b)>", "")
                .replaceAll("\\s+", " ")
                .trim();
    }

    private static String source(Class<?> type) {
        Class<?> outer = type.getNestHost();
        Path file = Path.of(System.getProperty("tutti.root"))
                .resolve("shared-protocol/src/"
                        + (type.getNestHost().getSimpleName().endsWith("Test") ? "test" : "main") + "/java")
                .resolve(outer.getName().replace('.', '/') + ".java");
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
