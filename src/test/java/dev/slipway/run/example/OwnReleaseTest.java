package dev.slipway.run.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.slipway.Version;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The release of Slipway itself, run on this machine as it is in the work tree: four builds by Maven, archives, packages,
 * installers, the formula, and each of them used as people use it. A machine without native-image compiles no executable; the
 * rehearsal then takes files that start the jar, and the test prints that.
 */
@Tag("slow")
@Tag("bash")
@Timeout(value = 60, unit = TimeUnit.MINUTES)
class OwnReleaseTest {
    private static final String VERSION = Version.current();
    private static final String COMPILER =
            "native-image: slipway-native starts the jar, since this machine has no native-image for ubuntu-latest";

    @TempDir
    Path root;

    private static String git(Path folder, String... words) throws Exception {
        Process process = new ProcessBuilder(
                        Stream.concat(Stream.of("git"), Stream.of(words)).toList())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    /** What is committed here, as it is now, as the first commit of another repository. */
    private Path repository() throws Exception {
        Path here = Path.of("").toAbsolutePath();
        assumeTrue(Files.exists(here.resolve(".git")), "no git repository");
        Path copy = Files.createDirectory(root.resolve("slipway"));
        for (String file : git(here, "ls-files", "-z").split("\0")) {
            if (Files.isRegularFile(here.resolve(file))) {
                Files.createDirectories(copy.resolve(file).getParent());
                Files.copy(here.resolve(file), copy.resolve(file), java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        git(copy, "init", "--quiet", "--initial-branch=main");
        git(copy, "add", "--all");
        git(copy, "-c", "user.name=t", "-c", "user.email=t@example.org", "commit", "--quiet", "--message=all");
        return copy;
    }

    @Test
    void aReleaseOfSlipwayHasEverythingThatItsConfigPromises() throws Exception {
        for (String program : List.of("bash", "git", "mvn", "dpkg-deb", "rpmbuild", "unzip", "zip")) {
            assumeTrue(Machine.here().has(program), "no " + program + " on this machine");
        }
        if (!Machine.here().has("native-image")) {
            System.out.println(
                    "[WARNING] no native-image on this machine: the release was rehearsed without executables");
        }
        RehearsedExample ran = RehearsedExample.in(repository(), "v" + VERSION, List.of("--without-containers"));
        assertThat(ran.results().values()).as(ran.said()).containsOnly("success");
        assertThat(ran.differences()).isEmpty();
        assertThat(ran.useless()).isEmpty();
        assertThat(ran.exit()).isZero();
        assertThat(ran.standIns().contains(COMPILER))
                .isNotEqualTo(Machine.here().has("native-image"));
        assertThat(ran.files())
                .isEqualTo(ran.plannedFiles())
                .contains(
                        "slipway.jar",
                        "slipway-installer.sh",
                        "slipway-installer.ps1",
                        "slipway-v" + VERSION + ".spdx.json")
                .contains("slipway_" + VERSION + "_amd64.deb", "slipway_" + VERSION + "_arm64.deb")
                .contains("slipway-" + VERSION + "-1.x86_64.rpm", "slipway-" + VERSION + "-1.aarch64.rpm")
                .contains(archive("linux-amd64.tar.gz"), archive("linux-arm64.tar.gz"))
                .contains(archive("macos-arm64.tar.gz"), archive("windows-amd64.zip"))
                .allMatch(file -> file.endsWith(".sha256") || ran.files().contains(file + ".sha256"));
        assertThat(ran.images()).isEqualTo(ran.plannedImages()).isNotEmpty();
        assertThat(ran.permissions()).isEqualTo(ran.plannedPermissions());
    }

    private static String archive(String platform) {
        return "slipway-v" + VERSION + "-" + platform;
    }
}
