package tutti.rules;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** shared-protocol depends on its arguments alone: no thread, clock, chance, device or log, and hardly a fraction. */
final class PurityRules {

    private static final String[] SHARED = {
        "tutti.model..", "tutti.edit..", "tutti.music..", "tutti.sync..", "tutti.wire.."
    };
    private static final String[] INTEGERS_ONLY = {"tutti.model..", "tutti.edit..", "tutti.sync..", "tutti.wire.."};
    private static final Pattern SHARED_NAME = Pattern.compile("tutti\\.(model|edit|music|sync|wire)(\\..*)?");

    private static final String[] IMPURE_PACKAGES = {
        "java.util.concurrent..",
        "java.util.random..",
        "java.util.logging..",
        "java.util.prefs..",
        "java.lang.ref..",
        "java.nio.file..",
        "java.nio.channels..",
        "java.net..",
        "java.sql..",
        "javax..",
        "javafx..",
        "org.slf4j..",
        "jdk..",
        "sun.."
    };
    private static final Set<String> IMPURE_TYPES = Set.of(
            "java.lang.Thread",
            "java.lang.ThreadLocal",
            "java.lang.Process",
            "java.lang.ProcessBuilder",
            "java.lang.Runtime",
            "java.lang.InheritableThreadLocal",
            "java.util.Random",
            "java.util.SplittableRandom",
            "java.util.Timer",
            "java.util.TimerTask",
            "java.util.Scanner",
            "java.util.Date",
            "java.util.Calendar",
            "java.util.GregorianCalendar",
            "java.util.ServiceLoader",
            "java.util.ResourceBundle",
            "java.time.Clock",
            "java.time.InstantSource",
            "java.security.SecureRandom");
    /** Of java.io, what only says that something is written or failed. */
    private static final Set<String> PURE_IO =
            Set.of("java.io.Serial", "java.io.Serializable", "java.io.IOException", "java.io.UncheckedIOException");

    private static final Set<String> IMPURE_CALLS = Set.of(
            "java.lang.Math.random",
            "java.lang.StrictMath.random",
            "java.util.UUID.randomUUID",
            "java.util.Collections.shuffle",
            "java.util.Locale.getDefault",
            "java.util.TimeZone.getDefault",
            "java.time.ZoneId.systemDefault",
            "java.nio.charset.Charset.defaultCharset",
            "java.lang.Object.wait",
            "java.lang.Object.notify",
            "java.lang.Object.notifyAll");

    private PurityRules() {}

    static List<Rule> all() {
        return List.of(
                Rule.ofClasses(
                        "shared-is-pure",
                        noClasses()
                                .that()
                                .resideInAnyPackage(SHARED)
                                .should()
                                .dependOnClassesThat(
                                        resideInAnyPackage(IMPURE_PACKAGES).or(impureType())),
                        noClasses().that().resideInAnyPackage(SHARED).should().accessTargetWhere(impureCall())),
                Rule.ofClasses("no-fraction-from-a-call", noFractions()));
    }

    static boolean isShared(JavaClass type) {
        return SHARED_NAME.matcher(type.getPackageName()).matches();
    }

    private static DescribedPredicate<JavaClass> impureType() {
        return DescribedPredicate.describe(
                "are impure",
                type -> IMPURE_TYPES.contains(type.getName())
                        || type.getPackageName().startsWith("java.io") && !PURE_IO.contains(type.getName()));
    }

    /** Of java.lang.System only the copying of arrays depends on nothing but its arguments. */
    private static DescribedPredicate<JavaAccess<?>> impureCall() {
        return DescribedPredicate.describe("the target is impure", access -> {
            String owner = access.getTargetOwner().getName();
            String target = owner + "." + access.getName();
            return IMPURE_CALLS.contains(target)
                    || owner.startsWith("java.time.") && access.getName().startsWith("now")
                    || access.getName().equals("parallelStream")
                    || owner.equals("java.lang.System") && !access.getName().equals("arraycopy");
        });
    }

    /** What a source file does not show: `(int) Math.sqrt(2)` has neither a word nor a literal of floating point. */
    private static ArchRule noFractions() {
        return noClasses()
                .that()
                .resideInAnyPackage(INTEGERS_ONLY)
                .should()
                .callMethodWhere(DescribedPredicate.describe(
                        "it gives a fraction",
                        call -> Set.of("double", "float")
                                .contains(call.getTarget().getRawReturnType().getName())));
    }
}
