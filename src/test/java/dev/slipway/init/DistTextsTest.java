package dev.slipway.init;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.detect.SampleRepository;
import org.junit.jupiter.api.Test;

/** Which files dist packs beside the programs. */
class DistTextsTest extends DistTakeOver {
    private static final String TARGET = "targets = [\"x86_64-unknown-linux-gnu\"]\n";

    @Test
    void aLicenseThatTheManifestNamesIsTheOnlyOne() throws NoProposal {
        String config = config(dist(TARGET)
                .file("Cargo.toml", "[package]\nname = \"kelp\"\nversion = \"1.2.3\"\nlicense-file = \"LICENSE-SEA\"\n")
                .file("LICENSE-SEA", "All fish are free.\n"));
        assertThat(config).contains("include: [LICENSE-SEA]");
    }

    @Test
    void oneReadmeIsPackedAndNoOtherTextThatThePatternsOfSlipwayFind() throws NoProposal {
        assertThat(config(dist(TARGET).file("README.md", "# Kelp\n").file("README.txt", "Kelp\n")))
                .contains("include: [LICENSE, README.md]");
    }

    @Test
    void aReadmeOfTheWorkspaceGoesBeforeThatOfTheFolder() throws NoProposal {
        String config = config(new SampleRepository(directory)
                .file(
                        "Cargo.toml",
                        "[workspace]\nmembers = [\"cli\"]\n[workspace.package]\nreadme = \"docs/kelp.md\"\n")
                .file("dist-workspace.toml", "[dist]\n" + TARGET)
                .file("Cargo.lock", "version = 4\n")
                .file("docs/kelp.md", "# Kelp\n")
                .file("cli/Cargo.toml", "[package]\nname = \"kelp\"\nversion = \"1.2.3\"\nreadme.workspace = true\n")
                .file("cli/README.md", "# For developers\n")
                .file("cli/src/main.rs", "fn main() {}\n"));
        assertThat(config).contains("include: [docs/kelp.md]");
    }

    @Test
    void theBritishSpellingIsNoLicenseForDist() throws NoProposal {
        assertThat(config(dist(TARGET).file("LICENCE", "MIT\n"))).contains("include: [LICENSE]");
    }

    @Test
    void withoutTextsAnArchiveHoldsTheProgramAlone() throws NoProposal {
        assertThat(config(dist(TARGET + "auto-includes = false\n"))).contains("include: []");
    }

    @Test
    void thePathsOfAPackageBeginAtItsOwnFolder() throws NoProposal {
        String config = config(new SampleRepository(directory)
                .file("Cargo.toml", "[workspace]\nmembers = [\"cli\"]\n[workspace.package]\nlicense-file = \"LEGAL\"\n")
                .file("dist-workspace.toml", "[dist]\n" + TARGET)
                .file("Cargo.lock", "version = 4\n")
                .file("LEGAL", "Fish.\n")
                .file("cli/Cargo.toml", """
                        [package]
                        name = "kelp"
                        version = "1.2.3"
                        license-file.workspace = true
                        [package.metadata.dist]
                        include = ["man/kelp.1", "../NOTICE"]
                        """)
                .file("cli/src/main.rs", "fn main() {}\n"));
        assertThat(config).contains("include: [LEGAL, cli/man/kelp.1, NOTICE]");
    }

    @Test
    void aTranslationOfTheReadmeIsNotPackedInItsPlace() throws NoProposal {
        assertThat(config(dist(TARGET)
                        .file("Cargo.toml", "[workspace]\nmembers = [\"cli\"]\n")
                        .file("cli/Cargo.toml", "[package]\nname = \"kelp\"\nversion = \"1.2.3\"\n")
                        .file("cli/src/main.rs", "fn main() {}\n")
                        .file("README-fr.md", "# Varech\n")
                        .file("README.md", "# Kelp\n")))
                .contains("include: [LICENSE, README.md]");
    }
}
