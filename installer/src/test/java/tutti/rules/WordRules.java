package tutti.rules;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.PrimitiveTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.TypeKind;

/** What a source file may not say. */
final class WordRules {

    private static final Pattern INTEGERS_ONLY = Pattern.compile("tutti\\.(model|edit|sync|wire)");
    private static final Set<String> IDLING = Set.of("sleep", "park", "parkNanos", "parkUntil", "onSpinWait", "yield");
    private static final Set<String> GROWING = Set.of(
            "ArrayList",
            "LinkedList",
            "ArrayDeque",
            "HashMap",
            "LinkedHashMap",
            "TreeMap",
            "HashSet",
            "LinkedHashSet",
            "TreeSet",
            "EnumMap",
            "ConcurrentHashMap",
            "ConcurrentLinkedQueue",
            "CopyOnWriteArrayList",
            "StringBuilder");

    private WordRules() {}

    static List<Rule> all() {
        return List.of(
                Rule.ofSources("no-suppressed-warning", WordRules::suppressions),
                Rule.ofSources("tests-do-not-sleep", WordRules::sleeps),
                Rule.ofSources("no-growing-constant", WordRules::growingConstants),
                Rule.ofSources("integers-only", WordRules::floatingPoint),
                new Rule("packages-are-null-marked", WordRules::unmarkedPackages));
    }

    private static List<String> suppressions(Source source) {
        List<String> breaches = new ArrayList<>();
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitAnnotation(AnnotationTree annotation, Void unused) {
                if (annotation.getAnnotationType().toString().endsWith("SuppressWarnings")) {
                    breaches.add(source.breach(source.line(annotation), "a warning is suppressed"));
                }
                return super.visitAnnotation(annotation, unused);
            }
        }.scan(source.unit(), null);
        return breaches;
    }

    /**
     * If a test needs to sleep, the clock and the scheduler are missing from what it tests. What another thread brings
     * about is waited for by {@code Await.until}, which gives up in the end; benchmarks and made-up slow disks, which
     * are no tests, keep their pace as they like or by {@code Await.time}.
     */
    private static List<String> sleeps(Source source) {
        List<String> breaches = new ArrayList<>();
        String file = source.path().getFileName().toString();
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitMethodInvocation(MethodInvocationTree call, Void unused) {
                return judge(call.getMethodSelect().toString(), call);
            }

            @Override
            public Void visitMemberReference(MemberReferenceTree method, Void unused) {
                return judge(method.getQualifierExpression() + "." + method.getName(), method);
            }

            private Void judge(String name, Tree tree) {
                boolean idle = IDLING.contains(name.substring(name.lastIndexOf('.') + 1));
                if (idle || name.equals("Await.time") && file.endsWith("Test.java")) {
                    breaches.add(source.breach(source.line(tree), name));
                }
                return tree instanceof MethodInvocationTree call
                        ? super.visitMethodInvocation(call, null)
                        : super.visitMemberReference((MemberReferenceTree) tree, null);
            }
        }.scan(source.unit(), null);
        boolean may = file.endsWith("Bench.java") || file.equals("Await.java");
        return source.test() && !may ? breaches : List.of();
    }

    /** A static field that holds a growing collection is state of the whole process. */
    private static List<String> growingConstants(Source source) {
        List<String> breaches = new ArrayList<>();
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitVariable(VariableTree variable, Void unused) {
                if (variable.getModifiers().getFlags().contains(Modifier.STATIC)
                        && variable.getInitializer() instanceof NewClassTree made
                        && GROWING.contains(withoutArguments(made.getIdentifier()))) {
                    breaches.add(source.breach(source.line(variable), variable.getName() + " can grow"));
                }
                return super.visitVariable(variable, unused);
            }
        }.scan(source.unit(), null);
        return source.test() ? List.of() : breaches;
    }

    private static String withoutArguments(Tree type) {
        return type.toString().replaceAll("<.*", "");
    }

    /** So that every machine folds to the same bits. */
    private static List<String> floatingPoint(Source source) {
        if (source.test() || !INTEGERS_ONLY.matcher(source.packageName()).matches()) {
            return List.of();
        }
        List<String> breaches = new ArrayList<>();
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitPrimitiveType(PrimitiveTypeTree type, Void unused) {
                TypeKind kind = type.getPrimitiveTypeKind();
                return judge(kind == TypeKind.FLOAT || kind == TypeKind.DOUBLE, type);
            }

            @Override
            public Void visitLiteral(LiteralTree literal, Void unused) {
                return judge(literal.getValue() instanceof Double || literal.getValue() instanceof Float, literal);
            }

            @Override
            public Void visitIdentifier(IdentifierTree name, Void unused) {
                return judge(Set.of("Double", "Float").contains(name.getName().toString()), name);
            }

            private Void judge(boolean floating, Tree tree) {
                if (floating) {
                    breaches.add(source.breach(source.line(tree), "floating point: " + tree));
                }
                return null;
            }
        }.scan(source.unit(), null);
        return breaches;
    }

    /** NullAway looks only where a package says that it is marked. */
    private static List<String> unmarkedPackages(Code code) {
        Set<String> marked = code.sources().stream()
                .filter(source -> source.path().endsWith("package-info.java"))
                .filter(source -> source.text().contains("NullMarked"))
                .map(Source::packageName)
                .collect(Collectors.toSet());
        return code.sources().stream()
                .filter(source -> !source.test() && !source.packageName().isEmpty())
                .filter(source -> !marked.contains(source.packageName()))
                .map(source -> source.breach(1, source.packageName() + " is not @NullMarked"))
                .toList();
    }
}
