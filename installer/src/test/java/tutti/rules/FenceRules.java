package tutti.rules;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which way packages lean, and which library meets us where. */
final class FenceRules {

    private static final String OURS = "tutti..";

    /** Of a package of ours, the only ones of ours that it may lean on, beside itself. */
    private static final List<Entry<String, List<String>>> LEANINGS = List.of(
            Map.entry("tutti.model..", List.of()),
            Map.entry("tutti.edit..", List.of("tutti.model..")),
            Map.entry("tutti.music..", List.of("tutti.model..", "tutti.edit..")),
            Map.entry("tutti.sync..", List.of("tutti.model..", "tutti.edit..", "tutti.music..")),
            Map.entry("tutti.wire..", List.of("tutti.model..", "tutti.edit..", "tutti.music..", "tutti.sync..")),
            Map.entry("tutti.client.audio..", List.of("tutti.model..", "tutti.music..")),
            Map.entry("tutti.client.ui..", List.of("tutti.model..", "tutti.edit..", "tutti.music..", "tutti.sync..")),
            Map.entry("tutti.client.ui.kit..", List.of()),
            Map.entry(
                    "tutti.client.history..",
                    List.of("tutti.model..", "tutti.edit..", "tutti.sync..", "tutti.client.ui..")),
            Map.entry("tutti.client.state..", List.of("tutti.model..", "tutti.edit..", "tutti.sync..", "tutti.wire..")),
            Map.entry("tutti.client.net..", List.of("tutti.sync..", "tutti.client.state..")),
            Map.entry(
                    "tutti.server..",
                    List.of("tutti.model..", "tutti.edit..", "tutti.music..", "tutti.sync..", "tutti.wire..")));

    private FenceRules() {}

    static List<Rule> all() {
        return List.of(
                Rule.ofClasses(
                        "packages-form-no-cycle",
                        slices().matching("tutti.(**)").should().beFreeOfCycles()),
                Rule.ofClasses(
                        "packages-lean-one-way",
                        LEANINGS.stream()
                                .map(entry -> leansOnly(entry.getKey(), entry.getValue()))
                                .toArray(ArchRule[]::new)),
                Rule.ofClasses("server-names-no-field", namesNoField()),
                Rule.ofClasses("client-knows-no-server", not("tutti.client..", "tutti.server..")),
                Rule.ofClasses(
                        "only-the-root-knows-all",
                        not("tutti.client.(ui|state|net|audio|midi)..", "tutti.client.app..")),
                Rule.ofClasses(
                        "state-knows-no-window",
                        not("tutti.client.(state|net|audio|midi)..", "tutti.client.ui..", "javafx..")),
                Rule.ofClasses(
                        "sql-only-in-store", only("tutti.server.store..", "java.sql..", "javax.sql..", "org.h2..")),
                Rule.ofClasses("sockets-only-in-net", only("tutti.*.net..", "org.java_websocket..")),
                Rule.ofClasses("json-only-in-wire", only("tutti.wire..", "tools.jackson..", "com.fasterxml..")),
                Rule.ofClasses("midi-only-in-midi", only("tutti.client.midi..", "javax.sound.midi..")),
                Rule.ofClasses("platform-only-in-ui-and-app", platform()),
                new Rule("regions-are-strangers", FenceRules::neighbours),
                new Rule("one-class-knows-the-sound-card", FenceRules::soundCards));
    }

    private static ArchRule leansOnly(String from, List<String> on) {
        String[] allowed = Stream.concat(Stream.of(from), on.stream()).toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage(from)
                .should()
                .dependOnClassesThat(
                        resideInAPackage(OURS).and(resideInAnyPackage(allowed).negate()));
    }

    private static ArchRule not(String from, String... on) {
        return noClasses().that().resideInAPackage(from).should().dependOnClassesThat(resideInAnyPackage(on));
    }

    private static ArchRule only(String in, String... library) {
        return noClasses().that().resideOutsideOfPackage(in).should().dependOnClassesThat(resideInAnyPackage(library));
    }

    /** Fields are met through their tables' keys only, so that a new one changes nothing on the server. */
    private static ArchRule namesNoField() {
        return noClasses()
                .that()
                .resideInAPackage("tutti.server..")
                .should()
                .dependOnClassesThat()
                .haveNameMatching("tutti\\.edit\\.\\w+Fields");
    }

    private static ArchRule platform() {
        return noClasses()
                .that()
                .resideOutsideOfPackages("tutti.client.ui..", "tutti.client.app..")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("javafx.application.Platform");
    }

    /**
     * A region of the screen is a package below ui. All of them may know the kit, and none another; the window knows
     * them all, and none knows the window.
     */
    private static List<String> neighbours(Code code) {
        return code.classes().stream()
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(dependency ->
                        areNeighbours(region(dependency.getOriginClass()), region(dependency.getTargetClass())))
                .map(Dependency::getDescription)
                .toList();
    }

    private static boolean areNeighbours(String from, String to) {
        return !from.isEmpty() && !to.isEmpty() && !from.equals(to) && !from.equals("window") && !to.equals("kit");
    }

    private static String region(JavaClass type) {
        String ui = "tutti.client.ui.";
        return type.getPackageName().startsWith(ui)
                ? type.getPackageName().substring(ui.length()).replaceAll("\\..*", "")
                : "";
    }

    /** Java Sound is met by one class of ours, its nested ones included, and that is in the sound's own package. */
    private static List<String> soundCards(Code code) {
        Map<String, Set<String>> users = code.classes().stream()
                .filter(FenceRules::usesSoundCard)
                .collect(Collectors.groupingBy(
                        JavaClass::getPackageName,
                        TreeMap::new,
                        Collectors.mapping(type -> type.getName().replaceAll("\\$.*", ""), Collectors.toSet())));
        boolean one = users.keySet().equals(Set.of("tutti.client.audio"))
                && users.get("tutti.client.audio").size() == 1;
        return users.isEmpty() || one ? List.of() : List.of("Java Sound is used by " + users);
    }

    private static boolean usesSoundCard(JavaClass type) {
        return type.getDirectDependenciesFromSelf().stream()
                .anyMatch(dependency ->
                        dependency.getTargetClass().getPackageName().startsWith("javax.sound.sampled"));
    }
}
