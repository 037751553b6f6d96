package tutti.rules;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** Under which licence a library comes, by its own project file in the local Maven repository. */
final class LicenceRules {

    /** Licences that let Tutti be given away under Apache-2.0 with the library beside it. */
    static final Set<String> SHIPPED =
            Set.of("Apache-2.0", "MIT", "BSD-3-Clause", "MPL-2.0", "GPL-2.0-with-classpath-exception");

    /** What only tests use is not given away: weak copyleft is fine too. */
    static final Set<String> TESTED_WITH =
            Stream.concat(SHIPPED.stream(), Stream.of("EPL-2.0", "EUPL-1.1")).collect(Collectors.toUnmodifiableSet());

    /** The names that libraries give their licences. */
    private static final Map<String, String> KNOWN = Map.ofEntries(
            Map.entry("Apache-2.0", "Apache-2.0"),
            Map.entry("Apache License, Version 2.0", "Apache-2.0"),
            Map.entry("The Apache License, Version 2.0", "Apache-2.0"),
            Map.entry("The Apache Software License, Version 2.0", "Apache-2.0"),
            Map.entry("The Apache Software License, version 2.0", "Apache-2.0"),
            Map.entry("MIT", "MIT"),
            Map.entry("MIT License", "MIT"),
            Map.entry("BSD Licence 3", "BSD-3-Clause"),
            Map.entry("MPL 2.0", "MPL-2.0"),
            Map.entry("Mozilla Public License Version 2.0", "MPL-2.0"),
            Map.entry("GPLv2+CE", "GPL-2.0-with-classpath-exception"),
            Map.entry(
                    "GNU General Public License, version 2, with the Classpath Exception",
                    "GPL-2.0-with-classpath-exception"),
            Map.entry("Eclipse Public License v2.0", "EPL-2.0"),
            Map.entry("European Union Public Licence, Version 1.1", "EUPL-1.1"));

    private LicenceRules() {}

    /** The libraries of a class path, by name, each with its project file; our own modules are left out. */
    static Map<String, Pom> libraries(String classPath) {
        return Stream.of(classPath.split(File.pathSeparator, -1))
                .filter(entry -> entry.endsWith(".jar"))
                .map(Path::of)
                .filter(jar -> !jar.startsWith(Code.root()))
                .map(LicenceRules::projectFile)
                .filter(Files::exists)
                .distinct()
                .map(Pom::read)
                .collect(Collectors.toMap(LicenceRules::name, pom -> pom, (one, same) -> one, TreeMap::new));
    }

    /** The first licence on offer that is allowed. */
    static Optional<String> licence(Pom library, Set<String> allowed) {
        return names(library).stream()
                .map(name -> KNOWN.getOrDefault(name, name))
                .filter(allowed::contains)
                .findFirst();
    }

    /** What the library, or else its parent, says. */
    static List<String> names(Pom library) {
        List<String> own = library.all("license").stream()
                .flatMap(element -> Pom.text(element, "name").stream())
                .toList();
        return own.isEmpty() ? parent(library).map(LicenceRules::names).orElse(List.of()) : own;
    }

    private static Optional<Pom> parent(Pom library) {
        return Pom.children(library.project())
                .filter(element -> element.getTagName().equals("parent"))
                .map(LicenceRules::fileOf)
                .filter(Files::exists)
                .map(Pom::read)
                .findFirst();
    }

    private static Path fileOf(Element coordinates) {
        String group = Pom.text(coordinates, "groupId").orElseThrow();
        String artifact = Pom.text(coordinates, "artifactId").orElseThrow();
        String version = Pom.text(coordinates, "version").orElseThrow();
        return Path.of(System.getProperty("tutti.repository"))
                .resolve(group.replace('.', '/'))
                .resolve(artifact)
                .resolve(version)
                .resolve(artifact + "-" + version + ".pom");
    }

    /** A repository lays a library out as …/artifact/version/artifact-version.jar. */
    private static Path projectFile(Path jar) {
        Path version = jar.getParent();
        return version.resolve(version.getParent().getFileName() + "-" + version.getFileName() + ".pom");
    }

    private static String name(Pom library) {
        return Pom.text(library.project(), "artifactId").orElseThrow();
    }
}
