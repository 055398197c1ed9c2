package dev.slipway.run.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.slipway.run.local.machine.HomeFolder;
import dev.slipway.run.local.machine.Host;
import dev.slipway.run.local.machine.Machine;
import dev.slipway.run.local.machine.Person;
import dev.slipway.run.local.machine.PlainPrograms;
import dev.slipway.run.local.machine.Processor;
import dev.slipway.run.local.machine.RunnerSystem;
import dev.slipway.run.local.machine.Toolbox;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With which bash a runner with macOS is simulated. */
class BashVersionTest {
    private static final Host LINUX = new Host(RunnerSystem.LINUX, Processor.X64);

    @TempDir
    private Path root;

    @BeforeEach
    void assumeShell() {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "no /bin/sh on this machine");
    }

    private void program(String name, String version) throws Exception {
        Path file = Files.createDirectories(root.resolve("programs")).resolve(name);
        Files.writeString(file, "#!/bin/sh\necho 'GNU bash, version " + version + "(1)-release (somewhere)'\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private Optional<String> simulated(String label, Host host) throws Exception {
        Machine machine = Machine.of(List.of(label), host);
        Person person = new Person(root, Map.of("PATH", root.resolve("programs").toString()));
        PlainPrograms programs = PlainPrograms.of(person, root.resolve("plain-" + label));
        Toolbox toolbox =
                Toolbox.lay(root.resolve(label), machine, programs, new Toolbox.Rules(root, Set.of(), Map.of()));
        Map<String, String> environment = HomeFolder.make(root.resolve("home-" + label), root.resolve("caches"), person)
                .environment(toolbox);
        return BashVersion.simulated(machine, environment, root);
    }

    @Test
    void aSimulatedMacRunsScriptsWithTheBashOfThisMachine() throws Exception {
        program("bash", "5.2.15");
        assertThat(simulated("macos-14", LINUX)).contains("macos-14 is simulated on Linux, with bash 5.2");
    }

    @Test
    void withTheBashOfMacsWhereThereIsOne() throws Exception {
        program("bash", "5.2.15");
        program("bash-3.2", "3.2.57");
        assertThat(simulated("macos-14", LINUX)).contains("macos-14 is simulated on Linux, with bash 3.2");
        assertThat(root.resolve("plain-macos-14/1/bin/sh")).exists();
    }

    @Test
    void otherRunnersKeepTheirBash() throws Exception {
        program("bash", "5.2.15");
        program("bash-3.2", "3.2.57");
        assertThat(simulated("ubuntu-24.04", LINUX)).isEmpty();
        assertThat(simulated("ubuntu-24.04-arm", LINUX)).contains("ubuntu-24.04-arm is simulated on Linux on x64");
        assertThat(root.resolve("plain-ubuntu-24.04/1/bin/sh")).doesNotExist();
    }

    @Test
    void aRealMacUsesItsOwn() throws Exception {
        program("bash", "3.2.57");
        program("bash-3.2", "3.2.48");
        assertThat(simulated("macos-14", new Host(RunnerSystem.MACOS, Processor.ARM64)))
                .isEmpty();
        Path shelf = root.resolve("plain-macos-14/1/bin/bash");
        assertThat(Files.isSymbolicLink(shelf) ? shelf.toRealPath().toString() : Files.readString(shelf))
                .contains("/programs/bash");
    }

    @Test
    void whereThereIsNoBashNothingIsSaidOfIt() throws Exception {
        Files.createDirectories(root.resolve("programs"));
        assertThat(simulated("macos-15", LINUX)).contains("macos-15 is simulated on Linux");
    }
}
