package tutti.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tutti.rules.Machine.Run;

@DisplayName("The launcher")
@DisabledOnOs(OS.WINDOWS)
class LauncherStoriesTest {
    private static final String GET_ONE = "get a JDK 25 or newer";

    @TempDir
    Path folder;

    private Machine machine;

    @BeforeEach
    void machine() throws IOException {
        machine = new Machine(folder);
    }

    // ---- a JDK ----

    @ParameterizedTest(name = "finds a JDK in {0}")
    @ValueSource(
            strings = {
                "system/usr/lib/jvm/a",
                "system/usr/lib64/jvm/a",
                "system/usr/java/a",
                "system/opt/java/a",
                "system/opt/jdk-a",
                "system/Library/Java/JavaVirtualMachines/a/Contents/Home",
                "system/opt/homebrew/opt/openjdk@25/libexec/openjdk.jdk/Contents/Home",
                "home/.sdkman/candidates/java/a",
                "home/.jdks/a",
                "home/.asdf/installs/java/a"
            })
    void findsInUsualFolders(String home) throws Exception {
        machine.jdk(folder.resolve(home), "26");
        assertEquals(0, machine.tutti("server").code());
        assertEquals(1, machine.calls("java-26").size());
    }

    @Test
    @DisplayName("prefers JAVA_HOME, then the java on the path, to what lies in folders")
    void prefersWhatIsChosen() throws Exception {
        machine.jdk();
        Path onPath = machine.jdk(folder.resolve("one"), "26");
        Files.createSymbolicLink(folder.resolve("between"), Path.of("one/bin/java"));
        machine.link("java", folder.resolve("between"));
        machine.tutti("server");
        assertEquals(1, machine.calls("java-26").size(), "through two links to " + onPath);
        machine.set("JAVA_HOME", machine.jdk(folder.resolve("two"), "27").toString());
        machine.tutti("server");
        assertEquals(1, machine.calls("java-27").size());
    }

    @Test
    @DisplayName("passes over a JDK that is too old, and a runtime without a compiler")
    void passesOver() throws Exception {
        machine.set("JAVA_HOME", machine.jdk(folder.resolve("old"), "17.0.2").toString());
        Files.delete(machine.jdk(machine.system.resolve("usr/lib/jvm/a"), "26").resolve("bin/javac"));
        machine.jdk(machine.home.resolve(".jdks/b"), "25");
        machine.tutti("server");
        assertEquals(1, machine.calls("java-25").size());
    }

    @Test
    @DisplayName("says what to get where there is no JDK and no package manager")
    void saysWhatToGet() throws Exception {
        Run run = machine.tutti("run");
        assertEquals(1, run.code());
        assertTrue(run.says(GET_ONE), run.output());
    }

    @Test
    @DisplayName("offers the first packaged JDK that is new enough, and installs nothing unasked")
    void offers() throws Exception {
        machine.debian("openjdk-21-jdk", "openjdk-25-jdk", "openjdk-26-jdk");
        Run run = machine.tutti("server");
        assertEquals(1, run.code());
        assertTrue(run.says("run:  apt-get install -y --no-install-recommends openjdk-25-jdk\n"), run.output());
        assertTrue(run.says(GET_ONE), run.output());
        assertEquals(List.of(), machine.calls("apt-get"));
    }

    @ParameterizedTest(name = "installs it after {0}, and goes on")
    @CsvSource({"server --yes", "--yes server", "CI=true"})
    void installs(String how) throws Exception {
        machine.debian("openjdk-25-jdk");
        machine.set("CI", how.equals("CI=true") ? "true" : "");
        Run run = how.equals("CI=true") ? machine.tutti("server") : machine.tutti(how.split(" "));
        assertEquals(0, run.code(), run.output());
        assertEquals(
                List.of("update -qq", "install -y --no-install-recommends openjdk-25-jdk"), machine.calls("apt-get"));
        assertEquals(List.of("@" + machine.root + "/target/launch/server.args"), machine.calls("java-25.0.2"));
    }

    @Test
    @DisplayName("asks who sits at the keyboard, and takes y for a yes and Enter for a no")
    void asks() throws Exception {
        machine.debian("openjdk-25-jdk");
        Run no = machine.atKeyboard("\n", "server");
        assertTrue(no.says("install openjdk-25-jdk? [y/N]") && no.says("to install it yourself"), no.output());
        assertEquals(List.of(), machine.calls("apt-get"));
        Run yes = machine.atKeyboard("y\n", "server");
        assertTrue(yes.says("installing openjdk-25-jdk"), yes.output());
        assertEquals(1, machine.calls("java-25.0.2").size());
    }

    @Test
    @DisplayName("without the right to install uses sudo, and without sudo prints the command")
    void withoutTheRight() throws Exception {
        machine.debian("openjdk-25-jdk");
        machine.command("id", "echo 1000");
        Run run = machine.tutti("server", "--yes");
        assertTrue(run.says("as root, run:  apt-get install -y --no-install-recommends openjdk-25-jdk"), run.output());
        assertEquals(1, run.code());
        assertEquals(List.of(), machine.calls("apt-get"));
        machine.command("sudo", "[ \"$1\" = -n ] && shift && exec \"$@\"");
        assertEquals(0, machine.tutti("server", "--yes").code());
        assertEquals(
                List.of("-n apt-get update -qq", "-n apt-get install -y --no-install-recommends openjdk-25-jdk"),
                machine.calls("sudo"));
    }

    // ---- a window ----

    @Test
    @DisplayName(
            "names the packages that a window misses, by their newer names where they have such, and installs them")
    void namesPackages() throws Exception {
        machine.jdk();
        machine.debian("libasound2t64", "libgtk-3-0");
        machine.libraries("libgtk-3.so.0");
        Run run = machine.tutti("run");
        assertEquals(1, run.code());
        assertTrue(run.says("a window and sound need what is not here: libxtst6 libasound2t64\n"), run.output());
        assertTrue(run.says("run:  apt-get install -y --no-install-recommends libxtst6 libasound2t64"), run.output());
        assertEquals(0, machine.tutti("run", "--yes").code());
        assertEquals(
                "install -y --no-install-recommends libxtst6 libasound2t64",
                machine.calls("apt-get").getLast());
    }

    @Test
    @DisplayName("opens a window where nothing is missing, and tells it how to start the server")
    void opensAWindow() throws Exception {
        machine.jdk();
        Run run = machine.tutti("run", "--yes", "--bind", "0.0.0.0");
        assertEquals(0, run.code(), run.output());
        String java = machine.system + "/usr/lib/jvm/java-25/bin/java";
        String launch = machine.root + "/target/launch";
        assertEquals(
                List.of("-Dtutti.server.command=" + java + " -Dtutti.server.arguments=@" + launch + "/server.args @"
                        + launch + "/client.args --bind 0.0.0.0"),
                machine.calls("java-25.0.1"));
    }

    @Test
    @DisplayName("starts the server with the demo session where there is no display, and says how others join")
    void withoutADisplay() throws Exception {
        machine.jdk();
        machine.unset("DISPLAY");
        machine.libraries();
        Run run = machine.tutti("run");
        assertEquals(0, run.code(), run.output());
        assertTrue(run.says("no display here") && run.says("start it with --bind 0.0.0.0"), run.output());
        assertFalse(machine.tutti("run", "--bind", "0.0.0.0").says("start it with --bind"));
        String server = "@" + machine.root + "/target/launch/server.args --demo";
        assertEquals(List.of(server, server + " --bind 0.0.0.0"), machine.calls("java-25.0.1"));
    }

    // ---- commands ----

    @Test
    @DisplayName("helps when asked, when asked for nothing, and when asked for what is not there, which fails")
    void helps() throws Exception {
        Run help = machine.tutti("help");
        assertTrue(help.code() == 0 && help.says("./tutti run"), help.output());
        for (String word : List.of("--help", "-h")) {
            assertEquals(help, machine.tutti(word));
        }
        assertEquals(help, machine.tutti());
        Run run = machine.tutti("jam");
        assertEquals(1, run.code());
        assertTrue(run.says("./tutti run") && run.says("there is no command 'jam'"), run.output());
        assertEquals(1, machine.tutti("test", "--quick").code(), "before anything is looked for");
    }

    @Test
    @DisplayName("tests all that CI checks, or less, or more")
    void tests() throws Exception {
        machine.jdk();
        machine.tutti("test");
        machine.tutti("test", "--fast");
        machine.tutti("test", "--long");
        List<String> calls = machine.calls("mvnw");
        assertEquals("-B -ntp verify", calls.get(0));
        assertTrue(calls.get(1).contains("test -Dtests.excluded=slow | long"), calls.get(1));
        assertEquals("-B -ntp verify -Dtests.excluded=", calls.get(2));
    }

    @Test
    @DisplayName("checks the package that it makes, where there is no screen on a virtual one, or makes none")
    void checksThePackage() throws Exception {
        machine.jdk();
        machine.debian();
        machine.unset("DISPLAY");
        machine.without("Xvfb");
        Path check = Files.writeString(machine.root.resolve("installer/check.sh"), "exit 3");
        assertEquals(1, machine.tutti("installer").code());
        assertEquals(List.of(), machine.calls("mvnw"));
        assertEquals(3, machine.tutti("installer", "--yes").code(), "as " + check + " says");
        assertEquals(
                "install -y --no-install-recommends xvfb",
                machine.calls("apt-get").getLast());
        assertEquals(List.of("-B -ntp -Papp-image package -DskipTests"), machine.calls("mvnw"));
    }

    @Test
    @DisplayName("takes an installed Maven that is new enough where the wrapper has fetched none")
    void takesAnInstalledMaven() throws Exception {
        machine.jdk();
        machine.command("mvn", "echo 'Apache Maven 3.6.3 (x)'");
        machine.tutti("test");
        assertEquals(1, machine.calls("mvnw").size());
        machine.command("mvn", "echo 'Apache Maven 3.9.1 (x)'");
        machine.tutti("test");
        assertEquals("-B -ntp verify", machine.calls("mvn").getLast());
        assertEquals(1, machine.calls("mvnw").size());
    }

    @Test
    @DisplayName(
            "is what CI asks for packages: it installs what is missing by today's names, a JDK too, then tests all")
    void preparesForCi() throws Exception {
        machine.debian("openjdk-25-jdk", "libasound2t64", "libgtk-3-0t64");
        machine.libraries();
        machine.without("Xvfb", "python3");
        Run run = machine.run(List.of("bash", machine.root + "/.ci/run"));
        assertEquals(0, run.code(), run.output());
        List<String> calls = machine.calls("apt-get");
        assertEquals(
                "install -y --no-install-recommends libgtk-3-0t64 libxtst6 libasound2t64 libpangoft2-1.0-0 xvfb"
                        + " python3",
                calls.get(1));
        assertEquals("install -y --no-install-recommends openjdk-25-jdk", calls.getLast());
        assertEquals(List.of("-B -ntp verify"), machine.calls("mvnw"));
    }
}
