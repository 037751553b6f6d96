package tutti.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tutti.rules.Machine.Run;

@DisplayName("The launcher's builds")
@DisabledOnOs(OS.WINDOWS)
class LauncherBuildsTest {
    @TempDir
    Path folder;

    private Machine machine;
    private Path launch;

    @BeforeEach
    void machine() throws IOException {
        machine = new Machine(folder);
        machine.jdk();
        launch = machine.root.resolve("target/launch");
    }

    private int builds() throws IOException {
        return machine.calls("mvnw").size();
    }

    /** As if it were saved a minute from now. */
    private void change(String file) throws IOException {
        Files.setLastModifiedTime(
                machine.root.resolve(file), FileTime.from(Instant.now().plusSeconds(60)));
    }

    @Test
    @DisplayName("happen once, and say what they do")
    void happenOnce() throws Exception {
        Run run = machine.tutti("server");
        assertTrue(run.says("building what changed") && run.says("server [2/3]"), run.output());
        assertEquals("", machine.tutti("server").output());
        assertEquals("", machine.tutti("run").output());
        assertEquals(List.of("-B -Dquick process-classes -pl server,client-fx -am"), machine.calls("mvnw"));
    }

    @Test
    @DisplayName("happen again when a source, a build file or a library changed, and not for a test")
    void happenAgain() throws Exception {
        machine.tutti("server");
        change("server/src/test/MainTest.java");
        machine.tutti("server");
        assertEquals(1, builds());
        change("server/src/main/Main.java");
        machine.tutti("server");
        assertEquals(2, builds());
        Files.delete(machine.root.resolve("client-fx/target/launch/class.path"));
        machine.tutti("server");
        assertTrue(builds() > 2);
    }

    @Test
    @DisplayName("of benchmarks happen for tests too")
    void ofBenchmarks() throws Exception {
        machine.tutti("bench", "store", "there");
        assertEquals(List.of("@" + launch + "/bench.args store there"), machine.calls("java-25.0.1"));
        change("server/src/test/MainTest.java");
        machine.tutti("bench");
        assertEquals(2, builds());
    }

    @Test
    @DisplayName("that fail say why and where all of it is, start nothing, and are tried again")
    void thatFail() throws Exception {
        machine.maven("echo '[ERROR] Main.java:[1,1] no such thing'; exit 1");
        Files.createDirectories(launch);
        Files.writeString(launch.resolve("built"), "what a killed launcher left");
        Run run = machine.tutti("server");
        assertEquals(1, run.code());
        assertTrue(run.says("Main.java:[1,1] no such thing") && run.says("target/launch/build.log"), run.output());
        assertEquals(List.of(), machine.calls("java-25.0.1"));
        machine.maven("");
        assertEquals(0, machine.tutti("server").code());
    }

    @Test
    @DisplayName("of launchers that start together happen one after the other: the first builds, the others wait")
    void ofTwo() throws Exception {
        machine.maven("mkdir busy || echo 'mvnw overlaps' >>'" + folder.resolve("calls") + "'\nsleep 0.5\nrmdir busy");
        List<Process> all = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            all.add(machine.start(List.of("sh", machine.root + "/tutti", "server")));
        }
        for (Process each : all) {
            Run run = Machine.end(each);
            assertEquals(0, run.code(), run.output());
        }
        assertEquals(1, builds());
        assertEquals(4, machine.calls("java-25.0.1").size());
        assertFalse(Files.exists(launch.resolve("lock"), LinkOption.NOFOLLOW_LINKS));
    }

    @Test
    @DisplayName("wait for a launcher that is alive")
    void waitForTheLiving() throws Exception {
        long living = ProcessHandle.current().pid();
        Path lock = lock(living);
        Process process = machine.start(List.of("sh", machine.root + "/tutti", "server"));
        BufferedReader output = process.inputReader();
        assertEquals("tutti: process " + living + " is building here: waiting for it", output.readLine());
        assertEquals(0, builds());
        Files.delete(lock);
        assertEquals("tutti: building what changed", output.readLine());
        assertEquals(0, process.waitFor());
    }

    @Test
    @DisplayName("do not wait for a launcher that is dead, nor for one that died as it took its place")
    void passTheDead() throws Exception {
        Process dead = new ProcessBuilder("true").start();
        assertEquals(0, dead.waitFor());
        lock(dead.pid());
        Files.createSymbolicLink(launch.resolve("lock." + dead.pid()), Path.of("" + dead.pid()));

        assertEquals(0, machine.tutti("server").code());
        assertEquals(1, builds());
        try (var left = Files.list(launch)) {
            assertEquals(
                    List.of(),
                    left.filter(file -> file.getFileName().toString().startsWith("lock"))
                            .toList());
        }
    }

    private Path lock(long owner) throws IOException {
        Files.createDirectories(launch);
        return Files.createSymbolicLink(launch.resolve("lock"), Path.of("" + owner));
    }
}
