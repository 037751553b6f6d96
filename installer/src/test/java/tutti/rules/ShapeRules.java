package tutti.rules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.util.List;
import java.util.Set;

/** What a type may be, and what it may keep. */
final class ShapeRules {

    private static final Set<String> INSTANCE_NAMES = Set.of("instance", "getInstance", "singleton", "theInstance");

    private ShapeRules() {}

    static List<Rule> all() {
        return List.of(
                Rule.ofClasses(
                        "no-event-bus",
                        noClasses().should().haveSimpleNameEndingWith("Bus"),
                        noClasses().should().dependOnClassesThat().resideInAPackage("..eventbus..")),
                new Rule("no-static-mutable-state", ShapeRules::mutableStatics),
                new Rule("no-singleton-accessor", ShapeRules::singletons),
                new Rule("sealed-leaves-are-values", ShapeRules::leaves));
    }

    private static List<String> mutableStatics(Code code) {
        return code.classes().stream()
                .flatMap(type -> type.getFields().stream())
                .filter(field -> field.getModifiers().contains(JavaModifier.STATIC))
                .filter(field -> !field.getModifiers().contains(JavaModifier.SYNTHETIC))
                .filter(ShapeRules::canChange)
                .map(field -> field.getFullName() + " is static and can change")
                .toList();
    }

    private static boolean canChange(JavaField field) {
        boolean isFinal = field.getModifiers().contains(JavaModifier.FINAL);
        boolean isPrivate = field.getModifiers().contains(JavaModifier.PRIVATE);
        JavaClass type = field.getRawType();
        return !isFinal || type.isArray() && !isPrivate || isMutable(type);
    }

    private static boolean isMutable(JavaClass type) {
        return type.getPackageName().startsWith("java.util.concurrent")
                || type.getName().equals(ThreadLocal.class.getName())
                || type.getName().equals(StringBuilder.class.getName())
                || !type.isInterface()
                        && type.isAssignableTo(Iterable.class)
                        && type.getName().startsWith("java.")
                || !type.isInterface() && type.isAssignableTo("java.util.Map");
    }

    private static List<String> singletons(Code code) {
        return code.classes().stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(ShapeRules::isAccessor)
                .map(method -> method.getFullName() + " gives everybody the same object")
                .toList();
    }

    private static boolean isAccessor(JavaMethod method) {
        return method.getModifiers().contains(JavaModifier.STATIC)
                && method.getRawParameterTypes().isEmpty()
                && INSTANCE_NAMES.contains(method.getName());
    }

    /** What both ends share comes apart into values: whoever matches a case can take it to pieces. */
    private static List<String> leaves(Code code) {
        return code.classes().stream()
                .filter(type -> PurityRules.isShared(type) && !type.isEnum())
                .flatMap(type -> permitted(type).stream())
                .filter(name -> code.classes().contain(name))
                .map(name -> code.classes().get(name))
                .filter(leaf ->
                        !leaf.isRecord() && !leaf.isEnum() && permitted(leaf).isEmpty())
                .map(leaf -> leaf.getName() + " is a leaf of a sealed type and neither a record nor an enum")
                .distinct()
                .toList();
    }

    /** The names of the only subtypes of a sealed type; of another type, none. */
    private static List<String> permitted(JavaClass type) {
        try (InputStream bytes = type.getSource().orElseThrow().getUri().toURL().openStream()) {
            return ClassFile.of()
                    .parse(bytes.readAllBytes())
                    .findAttribute(Attributes.permittedSubclasses())
                    .map(attribute -> attribute.permittedSubclasses().stream()
                            .map(entry -> entry.asInternalName().replace('/', '.'))
                            .toList())
                    .orElse(List.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
