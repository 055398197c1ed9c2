package dev.slipway.run.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A release of native executables on a machine that cannot compile them: the rest of it runs, and the report has the reason. */
@Tag("slow")
@Tag("bash")
@Timeout(300)
class NativeRehearsalTest {
    @TempDir
    Path root;

    @Test
    void theJarTakesThePlaceOfAnExecutableThatThisMachineCannotCompile() {
        assumeTrue(Machine.here().has("mvn"), "no Maven on this machine");
        String tag = ExampleProject.of("native-tool").tags().stable();
        RehearsedExample ran = RehearsedExample.of("native-tool", tag, root, List.of("--without-containers"));
        assertThat(ran.results().values()).as(ran.said()).containsOnly("success");
        assertThat(ran.files()).isEqualTo(ran.plannedFiles()).isNotEmpty();
        assertThat(ran.useless()).isEmpty();
        Stream<String> elsewhere = Stream.of(
                        Machine.here().has("native-image") ? "" : "plumb ubuntu-latest",
                        "plumb macos-latest",
                        "plumb.exe windows-latest")
                .filter(row -> !row.isEmpty());
        assertThat(ran.standIns())
                .containsAll(elsewhere
                        .map(row -> "native-image: "
                                + row.replace(" ", " starts the jar, since this machine has no native-image for "))
                        .toList())
                .contains("graalvm/setup-graalvm: a stand-in for native-image writes files that start the jar");
    }
}
