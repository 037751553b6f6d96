package tutti.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** Every version is one number, said once, in the parent; so that a build of next year is the build of today. */
final class PomRules {

    /** What Maven binds by itself, in versions of its own choice where we name none. */
    private static final Set<String> BOUND_BY_MAVEN = Set.of(
            "maven-clean-plugin",
            "maven-resources-plugin",
            "maven-compiler-plugin",
            "maven-surefire-plugin",
            "maven-jar-plugin",
            "maven-install-plugin",
            "maven-deploy-plugin",
            "maven-site-plugin");

    private static final Pattern PINNED = Pattern.compile("[0-9][0-9A-Za-z.-]*(?<!-SNAPSHOT)");

    private PomRules() {}

    /** What is not pinned in a parent and its modules. */
    static List<String> breaches(Pom parent, List<Pom> modules) {
        Set<String> plugins = managed(parent, "plugin", "pluginManagement");
        Set<String> dependencies = managed(parent, "dependency", "dependencyManagement");
        List<String> breaches = new ArrayList<>(unpinned(parent));
        BOUND_BY_MAVEN.stream()
                .filter(name -> !plugins.contains(name))
                .forEach(name -> breaches.add(parent.file() + " does not pin " + name));
        Stream.concat(Stream.of(parent), modules.stream()).forEach(pom -> {
            breaches.addAll(used(pom, "plugin", "pluginManagement", plugins));
            breaches.addAll(used(pom, "dependency", "dependencyManagement", dependencies));
            pom.all("repository").forEach(element -> breaches.add(pom.file() + " names a repository"));
            pom.all("pluginRepository").forEach(element -> breaches.add(pom.file() + " names a repository"));
        });
        return breaches;
    }

    private static Set<String> managed(Pom parent, String kind, String within) {
        return parent.all(kind).stream()
                .filter(element -> Pom.isWithin(element, within))
                .map(PomRules::name)
                .collect(Collectors.toSet());
    }

    /** Managed versions that are a range, a snapshot, a word, or missing; our own modules share the project's. */
    private static List<String> unpinned(Pom parent) {
        return Stream.of("plugin", "dependency")
                .flatMap(kind -> parent.all(kind).stream())
                .filter(element ->
                        Pom.isWithin(element, "pluginManagement") || Pom.isWithin(element, "dependencyManagement"))
                .filter(element -> !Pom.text(element, "groupId").equals(java.util.Optional.of("org.tutti")))
                .filter(element -> !PINNED.matcher(
                                parent.resolved(Pom.text(element, "version").orElse("none")))
                        .matches())
                .map(element -> parent.file() + " does not pin the version of " + name(element))
                .toList();
    }

    /** What a project uses without its parent saying the version, or with a version of its own. */
    private static List<String> used(Pom pom, String kind, String within, Set<String> managed) {
        return pom.all(kind).stream()
                .filter(element -> !Pom.isWithin(element, within))
                .filter(element -> !isOfBom(name(element)))
                .filter(element -> !managed.contains(name(element))
                        || Pom.text(element, "version").isPresent())
                .map(element -> pom.file() + " uses " + name(element) + " with no version of the parent")
                .toList();
    }

    private static boolean isOfBom(String artifact) {
        return artifact.startsWith("junit-jupiter") || artifact.startsWith("junit-platform");
    }

    private static String name(Element element) {
        return Pom.text(element, "artifactId").orElse("?");
    }
}
