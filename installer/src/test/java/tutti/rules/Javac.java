package tutti.rules;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.Trees;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/** The JDK's own compiler: reads sources into trees, gives them types, compiles what is planted. */
final class Javac {

    /** Trees whose expressions have types. */
    record Typed(List<CompilationUnitTree> units, Trees trees) {}

    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();

    private Javac() {}

    /** Trees without types; paths in the result are relative to the root. */
    static List<Source> parse(Path root, List<Path> files, Predicate<Path> test) {
        if (files.isEmpty()) {
            return List.of();
        }
        JavacTask task = task(files, List.of(), new DiagnosticCollector<>());
        Trees trees = Trees.instance(task);
        return units(task)
                .map(unit -> new Source(
                        root.relativize(file(unit)),
                        test.test(file(unit)),
                        text(file(unit)),
                        unit,
                        trees.getSourcePositions()))
                .toList();
    }

    /** Trees with types, the rest of the code being taken from compiled code. */
    static Typed analyse(List<Path> files, List<Path> classFolders) {
        if (files.isEmpty()) {
            return new Typed(List.of(), null);
        }
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        JavacTask task = task(files, List.of("-cp", classPath(classFolders)), diagnostics);
        List<CompilationUnitTree> units = units(task).toList();
        try {
            task.analyze();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        failOnErrors(diagnostics);
        return new Typed(units, Trees.instance(task));
    }

    static void compile(List<Path> files, Path target) {
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        task(files, List.of("-cp", classPath(List.of()), "-d", target.toString()), diagnostics)
                .call();
        failOnErrors(diagnostics);
    }

    static Path file(CompilationUnitTree unit) {
        return Path.of(unit.getSourceFile().toUri());
    }

    private static JavacTask task(
            List<Path> files, List<String> options, DiagnosticCollector<JavaFileObject> diagnostics) {
        List<String> all = Stream.concat(Stream.of("-proc:none", "-implicit:none"), options.stream())
                .toList();
        Iterable<? extends JavaFileObject> inputs =
                COMPILER.getStandardFileManager(diagnostics, null, null).getJavaFileObjectsFromPaths(files);
        return (JavacTask) COMPILER.getTask(null, null, diagnostics, all, null, inputs);
    }

    private static Stream<CompilationUnitTree> units(JavacTask task) {
        try {
            return StreamSupport.stream(task.parse().spliterator(), false).map(CompilationUnitTree.class::cast);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What this test runs on, and more. */
    private static String classPath(List<Path> more) {
        return Stream.concat(
                        Stream.of(System.getProperty("java.class.path")),
                        more.stream().map(Path::toString))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static void failOnErrors(DiagnosticCollector<JavaFileObject> diagnostics) {
        String errors = diagnostics.getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() == javax.tools.Diagnostic.Kind.ERROR)
                .map(Object::toString)
                .collect(Collectors.joining("\n"));
        if (!errors.isEmpty()) {
            throw new IllegalStateException(errors);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
