package dev.slipway.init;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.detect.Repository;
import dev.slipway.detect.SampleRepository;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which files dist makes of each package of a workspace. */
class DistPackagesTest extends DistTakeOver {
    @Test
    void anotherPackageIsReleasedAsItsOwnConfigSays() throws NoProposal {
        config(new SampleRepository(directory)
                .file("Cargo.toml", "[workspace]\nmembers = [\"*\"]\n")
                .file(
                        "dist-workspace.toml",
                        "[dist]\ntargets = [\"x86_64-unknown-linux-gnu\", \"x86_64-pc-windows-msvc\"]\n"
                                + "installers = [\"npm\"]\nchecksum = \"false\"\n")
                .file("Cargo.lock", "version = 4\n")
                .file("sea/Cargo.toml", "[package]\nname = \"sea\"\nversion = \"1.2.3\"\n")
                .file("sea/src/main.rs", "fn main() {}\n")
                .file(
                        "server/Cargo.toml",
                        "[package]\nname = \"sea-server\"\nversion = \"1.2.3\"\npublish = false\n"
                                + "[package.metadata.dist]\ndist = true\ninstallers = [\"shell\", \"powershell\"]\n"
                                + "targets = [\"x86_64-unknown-linux-musl\"]\nunix-archive = \".tar.gz\"\n"
                                + "cargo-cyclonedx = true\nchecksum = \"sha512\"\n"
                                + "[[package.metadata.dist.extra-artifacts]]\nartifacts = [\"out/server.pdf\"]\n")
                .file("server/src/main.rs", "fn main() {}\n")
                .file(
                        "api/Cargo.toml",
                        "[package]\nname = \"sea-api\"\nversion = \"1.2.3\"\n[lib]\ncrate-type = [\"cdylib\"]\n"
                                + "[package.metadata.dist]\npackage-libraries = \"cdylib\"\ninstallers = []\n")
                .file("api/src/lib.rs", "\n"));

        assertThat(proposal.remarks())
                .filteredOn(remark -> remark.key().equals("dist packages"))
                .extracting(Remark::value)
                .containsExactlyInAnyOrder(
                        "sea-server-x86_64-unknown-linux-musl.tar.gz",
                        "sea-server-installer.sh",
                        "sea-server.cdx.xml",
                        "server.pdf",
                        "sea-api-x86_64-unknown-linux-gnu.tar.xz",
                        "sea-api-x86_64-pc-windows-msvc.zip");
    }

    @Test
    void thePackageTableOfDistTomlNamesTheRelease() throws NoProposal {
        String config = config(new SampleRepository(directory)
                .file("Cargo.toml", "[workspace]\nmembers = [\"*\"]\n")
                .file(
                        "dist-workspace.toml",
                        "[workspace]\nmembers = [\"cargo:.\"]\npackages = [\"tall-kelp\", \"tall-weed\"]\n"
                                + "[dist]\ntargets = [\"x86_64-unknown-linux-gnu\"]\ninstallers = [\"shell\"]\n")
                .file("Cargo.lock", "version = 4\n")
                .file(
                        "kelp-cli/Cargo.toml",
                        "[package]\nname = \"kelp-cli\"\nversion = \"1.2.3\"\n[[bin]]\nname = \"sea\"\npath = \"src/main.rs\"\n")
                .file("kelp-cli/src/main.rs", "fn main() {}\n")
                .file("kelp-cli/dist.toml", "[package]\nname = \"tall-kelp\"\n")
                .file("weed/Cargo.toml", "[package]\nname = \"weed\"\nversion = \"0.1.0\"\n")
                .file("weed/src/main.rs", "fn main() {}\n")
                .file("weed/dist.toml", "[package]\nname = \"tall-weed\"\nversion = \"1.2.3\"\n"));
        assertThat(config).contains("name: tall-kelp\n", "package: kelp-cli");
        assertThat(proposal.plan().assets("v1.2.3"))
                .contains("tall-kelp-x86_64-unknown-linux-gnu.tar.xz", "tall-kelp-installer.sh");
        assertThat(proposal.remarks())
                .filteredOn(remark -> remark.key().equals("dist packages"))
                .extracting(Remark::value)
                .contains("tall-weed-x86_64-unknown-linux-gnu.tar.xz", "tall-weed-installer.sh");
    }

    @Test
    void membersThatCargoDoesNotBuildAreReleasedToo() throws NoProposal {
        config(crate().file(
                        "dist-workspace.toml",
                        "[workspace]\nmembers = [\"cargo:.\", \"dist:tool\", \"npm:web\", \"npm:lib\"]\n"
                                + "[dist]\ntargets = [\"x86_64-unknown-linux-gnu\"]\nchecksum = \"false\"\n")
                .file(
                        "tool/dist.toml",
                        "[package]\nname = \"kelp-tool\"\nversion = \"1.2.3\"\nbinaries = [\"tool\"]\nbuild-command = [\"make\"]\n"
                                + "[dist]\ntargets = [\"x86_64-apple-darwin\"]\n")
                .file(
                        "web/package.json",
                        "{\n\t\"name\": \"@me/kelp-web\", \"version\": \"1.2.3\", \"bin\": \"web.js\"}")
                .file("lib/package.json", "{ \"name\": \"kelp-lib\", \"version\": \"1.2.3\" }"));
        assertThat(proposal.remarks())
                .filteredOn(remark -> remark.key().equals("dist packages"))
                .extracting(Remark::value)
                .containsExactlyInAnyOrder(
                        "kelp-tool-x86_64-apple-darwin.tar.xz", "kelp-web-x86_64-unknown-linux-gnu.tar.xz");
    }

    @Test
    void theListOfTheWorkspaceSaysWhatIsReleased() throws NoProposal {
        config(crate().file("dist-workspace.toml", """
                        [workspace]
                        members = ["cargo:."]
                        packages = ["kelp"]
                        [dist]
                        targets = ["x86_64-unknown-linux-gnu"]
                        """)
                .file(
                        "Cargo.toml",
                        "[package]\nname = \"kelp\"\nversion = \"1.2.3\"\n[workspace]\nmembers = [\"other\"]\n")
                .file("other/Cargo.toml", "[package]\nname = \"other\"\nversion = \"1.2.3\"\n")
                .file("other/src/main.rs", "fn main() {}\n"));

        assertThat(proposal.remarks()).extracting(Remark::key).doesNotContain("dist packages");
    }

    @Test
    void aSettingOfAnInstallerIsAWishForIt() throws NoProposal {
        config(dist("targets = [\"x86_64-unknown-linux-gnu\"]\ntap = \"me/homebrew-tap\"\n"));
        assertThat(lines(Remark.Kind.LEFT)).contains("dist installers kelp.rb ");
    }

    @Test
    void anInstallerWithoutAPlatformIsNoFile() throws NoProposal {
        config(dist("targets = [\"x86_64-unknown-linux-gnu\"]\ninstallers = [\"powershell\", \"msi\", \"pkg\"]\n"
                + "windows-archive = \".tar.gz\"\n"));
        assertThat(lines(Remark.Kind.LEFT))
                .doesNotContain(".ps1")
                .doesNotContain(".msi")
                .doesNotContain(".pkg");
    }

    @Test
    void shellsOfWindowsLoseTheirInstaller() throws NoProposal {
        config(dist("targets = [\"x86_64-pc-windows-msvc\"]\ninstallers = [\"shell\", \"homebrew\"]\n"));
        assertThat(lines(Remark.Kind.LEFT))
                .contains(
                        "dist installers kelp-installer.sh there is no program that it could install outside of Windows")
                .contains("dist installers kelp.rb ");
    }

    @Test
    void aPackageWithItsOwnVersionHasItsOwnReleases() throws NoProposal {
        config(two("0.4.0").file("cli/Cargo.toml", "[package]\nname = \"sea\"\nversion = \"1.2.3\"\n"));
        assertThat(lines(Remark.Kind.LEFT))
                .contains(
                        "dist packages kelp-server has another version, so dist releases it separately: 'kelp-server' needs its "
                                + "own config and its own tags; from dist-workspace.toml:2")
                .doesNotContain("kelp-server-x86_64");
    }

    @Test
    void theOneThatSomebodyAsksForHasTheNames() throws NoProposal {
        two("1.2.3").committed().origin("https://github.com/me/sea");
        Optional<String> asked = Optional.of("kelp-server");
        proposal = Proposal.of(Repository.read(directory, Set.of(), Optional.empty(), asked), asked, TODAY);
        assertThat(proposal.config())
                .contains("name: kelp-server\n")
                .contains("package: kelp-server")
                .contains("include: [server/README.md]");
        assertThat(lines(Remark.Kind.LEFT)).contains("dist packages kelp-x86_64-unknown-linux-gnu.tar.xz ");
    }

    @Test
    void aConfigOfDistThatReleasesNothingSaysNothing() throws NoProposal {
        assertThat(config(dist("dist = false\ntargets = [\"x86_64-unknown-linux-gnu\"]\n")))
                .doesNotContain("x86_64-unknown-linux-gnu");
        assertThat(lines(Remark.Kind.LEFT)).doesNotContain("source.tar.gz");
    }

    @Test
    void packagesWithArchivesOfTheirOwnAreNotReleasedTogether() {
        assertThatThrownBy(() -> config(two("1.2.3")))
                .isInstanceOf(NoProposal.class)
                .hasMessage("several packages of the workspace have programs");
    }

    @Test
    void thePackageThatIsCalledLikeTheRepositoryStandsOut() throws NoProposal {
        String config = config(two("1.2.3")
                .file("cli/Cargo.toml", "[package]\nname = \"sea\"\nversion = \"1.2.3\"\n[[bin]]\nname = \"kelp\"\n"));
        assertThat(config).contains("name: sea\n").contains("bins: [kelp]");
    }

    @Test
    void aConfigBesideTheManifestCountsInAWorkspaceOfDistOnly() throws NoProposal {
        String own = "[dist]\nunix-archive = \".zip\"\n";
        assertThat(config(dist("targets = [\"x86_64-unknown-linux-gnu\"]\n")
                        .file("Cargo.toml", "[workspace]\nmembers = [\"cli\"]\n")
                        .file("cli/Cargo.toml", "[package]\nname = \"kelp\"\nversion = \"1.2.3\"\n")
                        .file("cli/src/main.rs", "fn main() {}\n")
                        .file("cli/dist.toml", own)))
                .contains("format: zip }");
    }

    @Test
    void aLibraryThatDistReleasesAloneIsLost() throws NoProposal {
        String config = config(
                two("1.2.3")
                        .file("cli/Cargo.toml", "[package]\nname = \"sea\"\nversion = \"1.2.3\"\npublish = false\n")
                        .file(
                                "server/Cargo.toml",
                                "[package]\nname = \"kelp-server\"\nversion = \"1.2.3\"\nautobins = false\n[lib]\n"
                                        + "crate-type = [\"cdylib\"]\n[package.metadata.dist]\npackage-libraries = [\"cdylib\"]\n"));
        assertThat(config).contains("name: sea\n").doesNotContain("x86_64-unknown-linux-gnu");
        assertThat(lines(Remark.Kind.LEFT))
                .contains("dist packages kelp-server-x86_64-unknown-linux-gnu.tar.xz ")
                .contains("dist source-tarball source.tar.gz ");
    }

    private SampleRepository two(String version) {
        return new SampleRepository(directory)
                .file("Cargo.toml", "[workspace]\nmembers = [\"*\"]\n")
                .file("dist-workspace.toml", "[dist]\ntargets = [\"x86_64-unknown-linux-gnu\"]\n")
                .file("Cargo.lock", "version = 4\n")
                .file("cli/Cargo.toml", "[package]\nname = \"kelp\"\nversion = \"1.2.3\"\n")
                .file("cli/src/main.rs", "fn main() {}\n")
                .file("server/Cargo.toml", "[package]\nname = \"kelp-server\"\nversion = \"" + version + "\"\n")
                .file("server/README.md", "# The server\n")
                .file("server/src/main.rs", "fn main() {}\n");
    }

    @Test
    void aMemberThatIsTheCrateUnderItsOwnNameLosesNoFile() throws NoProposal {
        String config = config(crate().file(
                        "dist-workspace.toml",
                        "[workspace]\nmembers = [\"dist:.\"]\n[dist]\ntargets = [\"x86_64-unknown-linux-gnu\"]\n")
                .file("dist.toml", """
                        [package]
                        name = "kelp"
                        version = "1.2.3"
                        binaries = ["kelp"]
                        build-command = ["make"]
                        """));
        assertThat(config).contains("targets: [x86_64-unknown-linux-gnu]");
        assertThat(lines(Remark.Kind.LEFT)).doesNotContain("dist packages");
    }
}
