package tutti.rules;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A machine as the launcher sees it, in a folder: a checkout with sources and the launcher, commands that are there
 * and note how they were called, a home, and the system's folders. Nothing of the real machine is seen but the plain
 * tools of a shell.
 */
final class Machine {
    private static final List<String> TOOLS = List.of(
            "sh",
            "bash",
            "sed",
            "dirname",
            "find",
            "tr",
            "cat",
            "mkdir",
            "rmdir",
            "touch",
            "rm",
            "mv",
            "ln",
            "head",
            "cut",
            "readlink",
            "grep",
            "sleep");
    private static final long MOST_SECONDS = 30;

    /** What a run of the launcher came to. */
    record Run(int code, String output) {
        boolean says(String text) {
            return output.contains(text);
        }
    }

    final Path root;
    final Path home;
    final Path system;
    private final Path bin;
    private final Path calls;
    private final Map<String, String> environment = new TreeMap<>();

    /** A Linux on which this is root, with all libraries, a display, the wrapper's Maven, and no JDK. */
    Machine(Path folder) throws IOException {
        root = Files.createDirectories(folder.resolve("check out"));
        home = Files.createDirectory(folder.resolve("home"));
        system = Files.createDirectory(folder.resolve("system"));
        bin = Files.createDirectory(folder.resolve("bin"));
        calls = Files.createFile(folder.resolve("calls"));
        for (String tool : TOOLS) {
            script(bin.resolve(tool), "#!/bin/sh\nexec '" + real(tool) + "' \"$@\"\n");
        }
        String launcher = Files.readString(Code.root().resolve("tutti"));
        script(root.resolve("tutti"), launcher.replace("\nsystem=\n", "\nsystem='" + system + "'\n"));
        checkOut();
        command("uname", "echo Linux");
        command("id", "echo 0");
        libraries("libgtk-3.so.0", "libXtst.so.6", "libasound.so.2", "libpangoft2-1.0.so.0");
        command("Xvfb", "");
        command("python3", "");
        environment.put("PATH", bin.toString());
        environment.put("HOME", home.toString());
        environment.put("DISPLAY", ":0");
    }

    private void checkOut() throws IOException {
        Files.writeString(root.resolve("pom.xml"), "");
        Files.createDirectories(root.resolve(".ci"));
        Files.copy(Code.root().resolve(".ci/run"), root.resolve(".ci/run"));
        Files.createDirectories(root.resolve(".mvn/wrapper"));
        Files.copy(
                Code.root().resolve(".mvn/wrapper/maven-wrapper.properties"),
                root.resolve(".mvn/wrapper/maven-wrapper.properties"));
        for (String module : Code.MODULES) {
            for (String file : List.of("pom.xml", "src/main/Main.java", "src/test/MainTest.java")) {
                Path path = root.resolve(module).resolve(file);
                Files.createDirectories(path.getParent());
                Files.writeString(path, "");
            }
        }
        maven("");
    }

    /** Maven's wrapper: notes the call, does {@code more}, and writes class paths as the build does. */
    void maven(String more) throws IOException {
        script(root.resolve("mvnw"), noting("mvnw") + """
                echo "[INFO] Building Tutti server 0.1.0 [2/3]"
                %s
                for module in server client-fx installer; do
                    mkdir -p $module/target/launch
                    for kind in class module; do echo "$PWD/pom.xml" >$module/target/launch/$kind.path; done
                done
                """.formatted(more));
    }

    /** A JDK in a folder, whose java notes how it is called. */
    Path jdk(Path folder, String version) throws IOException {
        Files.createDirectories(folder.resolve("bin"));
        script(folder.resolve("bin/javac"), "");
        script(folder.resolve("bin/java"), noting("java-" + version));
        Files.writeString(folder.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        return folder;
    }

    /** The JDK that any Linux would have. */
    void jdk() throws IOException {
        jdk(system.resolve("usr/lib/jvm/java-25"), "25.0.1");
    }

    /** A command that notes its call, then does {@code body}. */
    void command(String name, String body) throws IOException {
        script(bin.resolve(name), noting(name) + body + "\n");
    }

    void link(String name, Path target) throws IOException {
        Files.createSymbolicLink(bin.resolve(name), target);
    }

    void without(String... commands) throws IOException {
        for (String command : commands) {
            Files.delete(bin.resolve(command));
        }
    }

    void libraries(String... names) throws IOException {
        command("ldconfig", "echo '" + String.join("\n", names) + "'");
    }

    /** Debian's package manager, with these packages; what it installs appears as a JDK if it is one. */
    void debian(String... packages) throws IOException {
        Path jdk = system.resolve("usr/lib/jvm/installed");
        jdk(system.resolve("aside"), "25.0.2");
        command(
                "apt-get",
                "case \"$*\" in *install*-jdk*) mkdir -p '" + jdk.getParent() + "' && mv '" + system.resolve("aside")
                        + "' '" + jdk + "' ;; esac");
        command("apt-cache", """
                for name in %s; do
                    case $1,$2 in
                        search,*) case $name in *-jdk) echo "$name - a JDK" ;; esac ;;
                        show,$name) exit 0 ;;
                    esac
                done
                [ "$1" = search ]""".formatted(String.join(" ", packages)));
    }

    void set(String variable, String value) {
        environment.put(variable, value);
    }

    void unset(String variable) {
        environment.remove(variable);
    }

    /** Runs the launcher to its end, with nobody at the keyboard. */
    Run tutti(String... words) throws IOException, InterruptedException {
        return run(Stream.concat(Stream.of("sh", root + "/tutti"), Stream.of(words))
                .toList());
    }

    Run run(List<String> command) throws IOException, InterruptedException {
        Process process = start(command);
        process.getOutputStream().close();
        return end(process);
    }

    Process start(List<String> command) throws IOException {
        List<String> real = new ArrayList<>(command);
        real.set(0, real(command.getFirst()).toString());
        ProcessBuilder builder = new ProcessBuilder(real).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(environment);
        return builder.start();
    }

    /** Runs the launcher on a terminal of its own, where somebody types. */
    Run atKeyboard(String typed, String word) throws IOException, InterruptedException {
        String spawn = "import pty, sys; pty.spawn(['env', '-i'] + sys.argv[1:])";
        List<String> command = new ArrayList<>(List.of("python3", "-c", spawn));
        environment.forEach((variable, value) -> command.add(variable + "=" + value));
        command.addAll(List.of("sh", root + "/tutti", word));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().write(typed.getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
        return end(process);
    }

    static Run end(Process process) throws IOException, InterruptedException {
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        return new Run(process.exitValue(), output);
    }

    /** The calls of a command so far, with what they were given. */
    List<String> calls(String command) throws IOException {
        return Files.readAllLines(calls).stream()
                .filter(call -> call.startsWith(command + " "))
                .map(call -> call.substring(command.length() + 1).strip())
                .toList();
    }

    /** Where it lies on the real machine. */
    static Path real(String tool) {
        return Stream.of(System.getenv("PATH").split(":"))
                .map(folder -> Path.of(folder, tool))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + tool + " on this machine"));
    }

    private String noting(String name) {
        return "#!/bin/sh\necho \"" + name + " $*\" >>'" + calls + "'\n";
    }

    private static void script(Path path, String text) throws IOException {
        Files.deleteIfExists(path);
        Files.writeString(path, text, StandardOpenOption.CREATE_NEW);
        if (!path.toFile().setExecutable(true)) {
            throw new IOException("cannot make executable: " + path);
        }
    }
}
