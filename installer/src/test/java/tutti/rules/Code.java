package tutti.rules;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Code to be judged: this repository's, or a planted violation.
 *
 * @param sources main and test sources
 * @param classes compiled main code
 * @param classFolders where compiled code is, of tests too
 * @param whole whether it is all of the repository, about which no rule may have nothing to say
 */
record Code(List<Source> sources, JavaClasses classes, List<Path> classFolders, boolean whole) {

    static final List<String> MODULES = List.of("shared-protocol", "server", "client-fx", "installer");

    /** Where the repository is. */
    static Path root() {
        return Path.of(System.getProperty("tutti.root"));
    }

    /** All of this repository, as it was compiled for this test run. */
    static Code ofRepository() {
        List<Path> mainFiles = filesBelow("src/main/java");
        List<Path> testFiles = filesBelow("src/test/java");
        List<Source> sources = Stream.concat(
                        Javac.parse(root(), mainFiles, file -> false).stream(),
                        Javac.parse(root(), testFiles, file -> true).stream())
                .toList();
        List<Path> classes = foldersBelow("target/classes");
        List<Path> all = Stream.concat(classes.stream(), foldersBelow("target/test-classes").stream())
                .toList();
        return new Code(sources, new ClassFileImporter().importPaths(classes), all, true);
    }

    /** What is planted in a folder, compiled to another; what is not named a test counts as main code. */
    static Code ofPlanted(Path folder, Path compiled) {
        List<Path> files = javaFiles(folder);
        Javac.compile(files, compiled);
        List<Source> sources = Javac.parse(folder, files, Code::isTest);
        return new Code(sources, new ClassFileImporter().importPath(compiled), List.of(compiled), false);
    }

    private static boolean isTest(Path file) {
        return file.toString().endsWith("Test.java");
    }

    static List<Path> javaFiles(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> filesBelow(String sources) {
        return MODULES.stream()
                .flatMap(module -> javaFiles(root().resolve(module).resolve(sources)).stream())
                .toList();
    }

    private static List<Path> foldersBelow(String path) {
        return MODULES.stream()
                .map(module -> root().resolve(module).resolve(path))
                .peek(folder -> {
                    if (!Files.isDirectory(folder)) {
                        throw new AssertionError("not compiled: " + folder);
                    }
                })
                .toList();
    }
}
