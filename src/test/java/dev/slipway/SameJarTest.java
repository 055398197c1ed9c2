package dev.slipway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Builds Slipway twice by its own POM, as people do who want to know whether a release is what its sources give. */
@Tag("slow")
class SameJarTest {
    private static final List<String> SOURCES =
            List.of("pom.xml", ".mvn", "LICENSE", "NOTICE", "src/main", "src/build", "templates", "schemas");

    @Test
    void twoBuildsGiveTheSameJarWhateverThePathTimeZoneAndLocale(@TempDir Path root) throws Exception {
        Path here =
                build(root.resolve("a"), Map.of("TZ", "UTC", "LC_ALL", "C.UTF-8", "MAVEN_OPTS", "-Duser.language=en"));
        Path there = build(
                root.resolve("b/with a longer path"),
                Map.of(
                        "TZ",
                        "Pacific/Kiritimati",
                        "LC_ALL",
                        "C",
                        "MAVEN_OPTS",
                        "-Duser.language=tr -Duser.country=TR"));
        assertThat(Files.mismatch(here, there)).isEqualTo(-1);
    }

    private static Path build(Path folder, Map<String, String> environment) throws Exception {
        for (String source : SOURCES) {
            copy(Path.of(source), folder.resolve(source));
        }
        ProcessBuilder command = new ProcessBuilder(
                        "mvn", "--offline", "--batch-mode", "--quiet", "-Dmaven.test.skip=true", "package")
                .directory(folder.toFile())
                .redirectErrorStream(true);
        command.environment().putAll(environment);
        Process process = command.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return folder.resolve("target/slipway.jar");
    }

    private static void copy(Path from, Path to) throws IOException {
        if (!Files.exists(from)) {
            return;
        }
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }
}
