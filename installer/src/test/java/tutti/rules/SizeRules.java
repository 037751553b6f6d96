package tutti.rules;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Methods, files and lines stay short, in tests too.
 *
 * <p>A table, or one exhaustive switch over a sealed family, may be longer when it says so. The comment
 * {@code // long: <why>} inside a method lifts its limit if its body is a single statement; above a file's package line
 * it lifts the file's.
 */
final class SizeRules {

    private static final int METHOD_LINES = 40;
    private static final int FILE_LINES = 300;
    private static final int LINE_LENGTH = 120;
    private static final String MARKER = "// long: ";

    private SizeRules() {}

    static List<Rule> all() {
        return List.of(
                Rule.ofSources("methods-stay-short", SizeRules::longMethods),
                Rule.ofSources("files-stay-short", SizeRules::longFile),
                Rule.ofSources("lines-stay-short", SizeRules::longLines));
    }

    private static List<String> longMethods(Source source) {
        List<String> breaches = new ArrayList<>();
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitMethod(MethodTree method, Void unused) {
                judge(method.getName().toString(), firstLine(source, method), method, method.getBody());
                return super.visitMethod(method, unused);
            }

            @Override
            public Void visitClass(ClassTree type, Void unused) {
                for (Tree member : type.getMembers()) {
                    if (member instanceof BlockTree initialiser) {
                        judge("initialiser", source.line(member), member, initialiser);
                    }
                }
                return super.visitClass(type, unused);
            }

            private void judge(String name, long first, Tree whole, BlockTree body) {
                long lines = source.lastLine(whole) - first + 1;
                if (lines > METHOD_LINES && !mayBeLong(source, whole, body)) {
                    breaches.add(source.breach(first, "%s has %d lines".formatted(name, lines)));
                }
            }
        }.scan(source.unit(), null);
        return breaches;
    }

    /** The line where the declaration itself begins, below its annotations. */
    private static long firstLine(Source source, MethodTree method) {
        return method.getModifiers().getAnnotations().isEmpty()
                ? source.line(method)
                : source.lastLine(method.getModifiers().getAnnotations().getLast()) + 1;
    }

    private static boolean mayBeLong(Source source, Tree whole, BlockTree body) {
        if (body == null) {
            return false;
        }
        List<? extends StatementTree> statements = body.getStatements();
        return statements.size() == 1
                && source.lines().subList((int) source.line(whole) - 1, (int) source.lastLine(whole)).stream()
                        .anyMatch(SizeRules::isMarker);
    }

    private static List<String> longFile(Source source) {
        int lines = source.lines().size();
        boolean marked = source.lines().stream()
                .takeWhile(line -> !line.startsWith("package "))
                .anyMatch(SizeRules::isMarker);
        return lines <= FILE_LINES || marked
                ? List.of()
                : List.of(source.breach(1, "the file has %d lines".formatted(lines)));
    }

    private static List<String> longLines(Source source) {
        List<String> lines = source.lines();
        return IntStream.range(0, lines.size())
                .filter(i -> lines.get(i).length() > LINE_LENGTH)
                .mapToObj(i -> source.breach(
                        i + 1,
                        "the line has %d characters".formatted(lines.get(i).length())))
                .toList();
    }

    /** A marker says why, in more than a word. */
    private static boolean isMarker(String line) {
        String text = line.strip();
        return text.startsWith(MARKER) && text.length() > MARKER.length() + 5;
    }
}
