package dev.slipway.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.scripts.Bash.Ran;
import dev.slipway.toolchain.Scripts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Asks a project for its version as the script of a release does. */
@Tag("bash")
class VersionScriptsTest {
    @TempDir
    private Path folder;

    private Bash bash() {
        return new Bash(folder);
    }

    @Test
    void theVersionOfMavenHasNoColours() throws IOException {
        bash().file("mvn", """
                #!/bin/bash
                for word; do [[ $word == -Doutput=* ]] && printf 1.4.0 > "${word#*=}"; done
                printf '\\e[0m'
                """);
        Ran ran = bash().run(
                        "chmod +x mvn; PATH=$PWD:$PATH; exec 2> log\nfound=$(\n" + Scripts.read("maven-version")
                                + "\n)\necho \"$found\"",
                        Map.of("RUNNER_TEMP", folder.toString()));
        assertThat(ran).isEqualTo(new Ran(0, "1.4.0\n"));
    }
}
