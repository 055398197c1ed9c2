package dev.slipway.detect.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.detect.SampleRepository;
import dev.slipway.detect.doctor.Setup.Cargo;
import dev.slipway.detect.doctor.Setup.Tags;
import dev.slipway.detect.fact.FoundAt;
import dev.slipway.source.Position;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A workspace that is published on crates.io. */
class CratesCheckTest {
    @TempDir
    Path directory;

    private SampleRepository sample;

    @BeforeEach
    void aWorkspace() {
        sample = new SampleRepository(directory)
                .file(
                        "Cargo.toml",
                        "[workspace]\nmembers = [\"cli\", \"core\", \"base\"]\n[workspace.package]\nlicense = \"MIT\"\n"
                                + "[workspace.dependencies]\ntern-core = { path = \"core\", version = \"1.0.0\" }\n")
                .file("cli/src/main.rs", "fn main() {}");
        member("cli", "[dependencies]\ntern-core.workspace = true\n");
        member("core", "[dependencies]\nbase = { package = \"tern-base\", path = \"../base\", version = \"1\" }\n");
        member("base", "[dev-dependencies]\ntern-cli = { path = \"../cli\" }\n");
    }

    private void member(String name, String more) {
        sample.file(
                name + "/Cargo.toml",
                "[package]\nname = \"tern-" + name + "\"\nversion = \"1.0.0\"\ndescription = \"a bird\"\n"
                        + "license.workspace = true\n" + more);
    }

    private List<Advice> advice(String... crates) {
        Cargo cargo = new Cargo(
                Optional.of("tern-cli"),
                List.of("tern-cli"),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.of(List.of(crates)));
        Setup setup = new Setup(
                "ternproj/tern",
                "slipway.yml",
                Optional.of(cargo),
                List.of(),
                List.of(),
                Optional.empty(),
                List.of(),
                false,
                new Tags(List.of("v*"), tag -> true, "v1.2.3", "1.2.3"),
                Set.of(),
                Optional.empty(),
                new Setup.Sources(false, false, false),
                false,
                key -> new FoundAt("slipway.yml", new Position(1, 1)));
        return new CratesCheck().advise(sample.read(), setup, LocalDate.parse("2026-11-27"));
    }

    @Test
    void aWorkspaceInOrderGetsNoAdvice() {
        assertThat(advice()).isEmpty();
        assertThat(advice("tern-base", "tern-core", "tern-cli")).isEmpty();
    }

    @Test
    void aPathWithoutAVersionCannotBePublished() {
        member("core", "[target.'cfg(windows)'.build-dependencies]\ntern-base = { path = \"../base\" }\n");
        assertThat(advice()).singleElement().satisfies(one -> {
            assertThat(one.message())
                    .isEqualTo("'tern-core' needs 'tern-base' by 'path' only, so it cannot be published: "
                            + "core/Cargo.toml:7 [target.'cfg(windows)'.build-dependencies]");
            assertThat(one.help()).isEqualTo("add a 'version' next to 'path'");
        });
    }

    @Test
    void whatMayNotBePublishedCannotBeNeeded() {
        for (String publish : List.of("publish = false\n", "publish = []\n", "publish = [\"company\"]\n")) {
            member("base", publish);
            assertThat(advice())
                    .extracting(Advice::message)
                    .containsExactly("'tern-core' needs 'tern-base', whose 'publish' key does not allow crates.io: "
                            + "core/Cargo.toml:7 [dependencies]");
        }
        member("cli", "publish = false\n");
        assertThat(advice())
                .extracting(Advice::message)
                .containsExactly(
                        "'tern-cli' should be published to crates.io, but its 'publish' key does not allow it");
    }

    @Test
    void aListIsTriedInItsOrder() {
        assertThat(advice("tern-core", "tern-base", "tern-cli"))
                .extracting(Advice::message)
                .containsExactly(
                        "'tern-core' needs 'tern-base', which is not published first: core/Cargo.toml:7 [dependencies]");
        assertThat(advice("tern-cli"))
                .extracting(Advice::message)
                .containsExactly(
                        "'tern-cli' needs 'tern-core', which is not published first: cli/Cargo.toml:6 [dependencies]");
        assertThat(advice("tern-bas", "tern-base"))
                .extracting(Advice::message)
                .containsExactly("the workspace has no package 'tern-bas' to publish");
    }

    @Test
    void testsThatNeedWhatNeedsThemAreACircle() {
        member("base", "[dev-dependencies]\ntern-cli = { path = \"../cli\", version = \"1\" }\n");
        assertThat(advice()).singleElement().satisfies(one -> {
            assertThat(one.message()).startsWith("the tests of 'tern-base' need 'tern-cli', which needs it too");
            assertThat(one.help()).startsWith("remove the version of this dependency");
        });
    }

    @Test
    void aDependencyFromGitNeedsAVersionToo() {
        member("core", "[dependencies]\ngull = { git = \"https://example.org/gull.git\" }\n");
        assertThat(advice()).singleElement().satisfies(one -> {
            assertThat(one.message()).startsWith("'tern-core' needs 'gull' by 'git' only, so it cannot be published:");
            assertThat(one.help()).isEqualTo("add a 'version' next to 'git'");
        });
    }

    @Test
    void cratesIoRequiresADescriptionAndALicense() {
        sample.file("base/Cargo.toml", "[package]\nname = \"tern-base\"\nversion = \"1.0.0\"\nlicense = \"MIT\"\n");
        assertThat(advice())
                .extracting(Advice::message)
                .containsExactly("'tern-base' has no description, but crates.io requires a description and a license");
    }
}
