package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The version that a config was written for: what an older and a newer program say, and what migrates it. */
class MigrateCommandTest {
    private static final String CONFIG = """
            # Otto, as of the first days
            repository: otto-rs/otto
            rust: { toolchain: 1.94.0 }   # as in rust-toolchain.toml
            targets: [linux-amd64]
            release:
              name: "{name} {version}"   # for people
            """;

    @TempDir
    Path root;

    private Folder folder;

    @BeforeEach
    void config() throws IOException {
        folder = new Folder(root).write("slipway.yml", CONFIG);
    }

    @Test
    void aKeyOfAnOlderVersionIsExplainedAndRewritten() throws IOException {
        assertThat(folder.run("generate").err()).isEqualTo("""
                slipway.yml:6:3: error: unknown key 'name' [config]
                  name: "{name} {version}"   # for people
                  ^~~~
                help: 'release.name' is now 'release.title': run 'slipway migrate'
                1 error
                note: the generated files were not checked; fix the config first
                """);
        Ran migrated = folder.run("migrate");
        assertThat(migrated.exit()).as(migrated.err()).isZero();
        assertThat(migrated.out()).isEqualTo("""
                slipway.yml: 'release.name' is now 'release.title'
                slipway.yml: written for 0.1
                wrote slipway.yml
                """);
        assertThat(folder.read("slipway.yml"))
                .isEqualTo(CONFIG.replace("  name:", "  title:").replace("repository", "slipway: 0.1\nrepository"));
        assertThat(folder.run("generate").exit()).isZero();
        assertThat(folder.run("migrate").out()).isEqualTo("slipway.yml: nothing to migrate\n");
    }

    @Test
    void aDryRunShowsTheDifferenceAndWritesNothing() throws IOException {
        Ran ran = folder.run("migrate", "--dry-run");
        assertThat(ran.exit()).isZero();
        assertThat(ran.out())
                .contains("--- a/slipway.yml\n+++ b/slipway.yml\n")
                .contains(
                        "-  name: \"{name} {version}\"   # for people\n+  title: \"{name} {version}\"   # for people\n")
                .endsWith("would write slipway.yml\n");
        assertThat(folder.read("slipway.yml")).isEqualTo(CONFIG);
    }

    @Test
    void theMarkOfAFileAndItsModeStay() throws IOException {
        Path file = root.resolve("slipway.yml");
        byte[] marked = ("\uFEFF" + CONFIG.replace("\n", "\r\n")).getBytes(StandardCharsets.UTF_8);
        Files.write(file, marked);
        assertThat(folder.run("migrate").exit()).isZero();
        assertThat(Files.readString(file))
                .isEqualTo("\uFEFF"
                        + CONFIG.replace("  name:", "  title:")
                                .replace("repository", "slipway: 0.1\nrepository")
                                .replace("\n", "\r\n"));
    }

    @Test
    void defaultsOfTheFirstDaysAreKeptWhereSomebodyAsks() throws IOException {
        folder.write("slipway.yml", CONFIG + "docker: { base: debian:bookworm-slim }\n");
        assertThat(folder.run("migrate", "--from", "0.0").exit()).isZero();
        assertThat(folder.read("slipway.yml"))
                .contains("release:\n  latest: every\n  title:")
                .contains("docker: { smoke: { before-tags: false }, base: debian:bookworm-slim }\n");
        assertThat(folder.run("generate").exit()).isZero();
    }

    @Test
    void aConfigOfAnOlderVersionIsNotReadWithNewDefaults() throws IOException {
        folder.write("slipway.yml", "slipway: 0.0\n" + CONFIG.replaceFirst("(?s)release:.*", ""));
        Ran ran = folder.run("generate");
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err())
                .startsWith("slipway.yml:1:10: error: until 0.1, the default of 'release.latest' was 'every'")
                .contains("help: run 'slipway migrate' to keep it, or write 'slipway: 0.1' to use the new one");
        assertThat(folder.run("migrate").exit()).isZero();
        assertThat(folder.run("generate").exit()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"generate", "check", "plan", "doctor", "migrate"})
    void aConfigOfANewerVersionSaysWhichSlipwayToInstall(String command) throws IOException {
        folder.write("slipway.yml", CONFIG.replace("repository", "moon: true\nslipway: 7.1\nrepository"));
        Ran ran = folder.run(command);
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).isEqualTo("""
                slipway.yml:3:10: error: the config needs Slipway 7.1, and this is Slipway 0.1 [config]
                slipway: 7.1
                         ^~~
                help: install Slipway 7.1 or newer
                1 error
                note: the other keys and the generated files were not checked; fix the config first
                """);
    }

    @Test
    void aVersionThatIsNoneIsAnError() throws IOException {
        folder.write("slipway.yml", "slipway: latest\nrepository: otto-rs/otto\nrust: {}\n");
        assertThat(folder.run("check").err())
                .startsWith("slipway.yml:1:10: error: invalid version of Slipway 'latest' [config]");
        assertThat(folder.run("migrate", "--from", "latest").err()).contains("'latest' is not a version such as 0.1");
    }

    @Test
    void basesOfTheRepositoryAreRewrittenAndThoseOfOthersAreNot() throws IOException {
        String base = "release: { name: x }\n";
        folder.write("slipway.yml", "extends: [shared/a.yml, vendor/b.yml]\nrepository: otto-rs/otto\nrust: {}\n")
                .write("shared/a.yml", base)
                .write("vendor/b.yml", base)
                .write("vendor/.git", "gitdir: ../.git/modules/vendor\n");
        Ran ran = folder.run("migrate");
        assertThat(ran.exit()).isZero();
        assertThat(ran.err()).isEqualTo("note: vendor/b.yml belongs to another repository: migrate it there\n");
        assertThat(folder.read("shared/a.yml")).isEqualTo("slipway: 0.1\nrelease: { title: x }\n");
        assertThat(folder.read("vendor/b.yml")).isEqualTo(base);
        assertThat(folder.run("migrate", "--config", "vendor/b.yml").exit()).isZero();
        assertThat(folder.read("vendor/b.yml")).isEqualTo("slipway: 0.1\nrelease: { title: x }\n");
        assertThat(folder.run("generate").exit()).isZero();
    }

    @Test
    void whatIsForItsAuthorToDecideIsAFinding() throws IOException {
        String both = CONFIG + "  title: other\n";
        folder.write("slipway.yml", both);
        Ran ran = folder.run("migrate");
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.err())
                .isEqualTo("error: slipway.yml must be changed by hand: 'release.name' is now 'release.title', but "
                        + "both exist: remove one\n");
        assertThat(folder.read("slipway.yml")).isEqualTo(both);
    }

    @DisabledOnOs(OS.WINDOWS)
    @Test
    void aLinkIsNotReplacedByAFile() throws IOException {
        Files.move(root.resolve("slipway.yml"), root.resolve("real.yml"));
        Files.createSymbolicLink(root.resolve("slipway.yml"), Path.of("real.yml"));
        Ran ran = folder.run("migrate");
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(Files.isSymbolicLink(root.resolve("slipway.yml"))).isTrue();
        assertThat(folder.read("real.yml")).isEqualTo(CONFIG);
    }
}
