package dev.slipway.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Examples;
import dev.slipway.blueprint.Drawn;
import dev.slipway.source.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that a release has beside its archives. */
class RepositoryFileTest {
    private static final String BASE = "name: otto\nrepository: a/otto\nrust: {}\ntargets: linux-amd64\n";

    @Test
    void theyAreReleasedUnderTheirNamesAndHaveChecksums() {
        assertThat(Examples.generate(BASE + "release: { files: [CHANGELOG.md, doc/otto.1, complete/_otto => zsh] }\n")
                        .plan()
                        .assets("v1.2.3"))
                .containsExactly(
                        "otto-v1.2.3-linux-amd64.tar.gz",
                        "otto-v1.2.3-linux-amd64.tar.gz.sha256",
                        "CHANGELOG.md",
                        "CHANGELOG.md.sha256",
                        "otto.1",
                        "otto.1.sha256",
                        "zsh",
                        "zsh.sha256");
    }

    @Test
    void theyComeFromTheSourcesOfTheTag() {
        var job = Drawn.job(
                Examples.generate(BASE + "release: { files: [doc/otto.1, complete/_otto => zsh] }\n"),
                "create-release");
        assertThat(Drawn.names(job))
                .containsSubsequence("Check out", "Pack", "Add the other files", "Compute checksums", "Publish");
        assertThat(Drawn.script(job, "Add the other files"))
                .isEqualTo("cp repository/doc/otto.1 dist/otto.1\ncp repository/complete/_otto dist/zsh\n");
    }

    @Test
    void oneThatTheArchivesHoldComesFromTheFirstAndIsAttested() {
        String config =
                "name: otto\nrepository: a/otto\nmaven: {}\ntargets: [linux-amd64, windows-amd64]\nattest: true\n"
                        + "release: { files: ['{archive}/otto/lib/app/otto.jar => java.jar', CHANGELOG.md] }\n";
        var job = Drawn.job(Examples.generate(config), "create-release");
        assertThat(Drawn.script(job, "Add the other files"))
                .isEqualTo("cp \"packed/otto-${TAG}-linux-amd64.tar.gz/otto/lib/app/otto.jar\" dist/java.jar\n"
                        + "cp repository/CHANGELOG.md dist/CHANGELOG.md\n");
        assertThat(Drawn.inputs(Drawn.uses(job, "Attest the provenance of the archives"))
                        .get("subject-path"))
                .contains("dist/java.jar")
                .doesNotContain("CHANGELOG");
        var folder = Drawn.job(Examples.generate(config + "archive: { layout: dir }\n"), "create-release");
        assertThat(Drawn.script(folder, "Add the other files"))
                .startsWith(
                        "cp \"packed/otto-${TAG}-linux-amd64.tar.gz/otto-${TAG}-linux-amd64/otto/lib/app/otto.jar\" ");
    }

    @Test
    void oneThatABuildLeavesComesFromTheFirstThatThereAlwaysIs() {
        String config = "name: otto\nrepository: a/otto\nmaven: { native: target/otto }\nattest: true\n"
                + "targets: [{ target: linux-arm64, experimental: true }, linux-amd64, windows-amd64]\n"
                + "release: { files: ['{build}/target/otto-all.jar => {name}.jar', CHANGELOG.md] }\n";
        var generation = Examples.generate(config);
        assertThat(Drawn.script(Drawn.job(generation, "build-linux"), "Put the other files into a tar file"))
                .isEqualTo("tar --create --file=\"$TAR\" target/otto-all.jar");
        assertThat(Drawn.names(Drawn.job(generation, "build-windows")))
                .doesNotContain("Put the other files into a tar file");
        var job = Drawn.job(generation, "create-release");
        assertThat(Drawn.script(job, "Add the other files"))
                .isEqualTo("tar -xOf built/otto-linux-amd64/otto.files.tar target/otto-all.jar > dist/otto.jar\n"
                        + "cp repository/CHANGELOG.md dist/CHANGELOG.md\n");
        assertThat(Drawn.script(job, "Pack")).doesNotContain("files.tar");
        assertThat(Drawn.inputs(Drawn.uses(job, "Attest the provenance of the archives"))
                        .get("subject-path"))
                .contains("dist/otto.jar")
                .doesNotContain("CHANGELOG");
    }

    @Test
    void aNewNameMayHaveTheVersionInIt() {
        String config =
                "name: otto\nrepository: a/otto\nmaven: {}\ntargets: linux-amd64\nchecksums: none\nattest: true\n"
                        + "release: { files: ['{archive}/otto/lib/app/otto.jar => {name}-{version}-all.jar'] }\n";
        assertThat(Examples.generate(config).plan().assets("v1.2.3"))
                .containsExactly("otto-v1.2.3-linux-amd64.tar.gz", "otto-1.2.3-all.jar");
        var job = Drawn.job(Examples.generate(config), "create-release");
        assertThat(Drawn.script(job, "Add the other files"))
                .isEqualTo("cp \"packed/otto-${TAG}-linux-amd64.tar.gz/otto/lib/app/otto.jar\""
                        + " \"dist/otto-${TAG#v}-all.jar\"");
        assertThat(Drawn.inputs(Drawn.uses(job, "Attest the provenance of the archives"))
                        .get("subject-path"))
                .contains("dist/otto-${{ steps.version.outputs.version }}-all.jar");
        assertThat(Examples.findings(BASE + "tag: cli/v*\nrelease: { files: ['x => x-{tag}'] }\n"))
                .extracting(Finding::message)
                .containsExactly("a tag such as 'cli/v1.2.3' contains '/', which is invalid in a file name");
        assertThat(Examples.findings(BASE + "release: { files: ['x => x-{platform}'] }\n"))
                .singleElement()
                .extracting(Finding::message)
                .asString()
                .contains("{platform}");
    }

    @Test
    void whereNothingIsPackedThereIsNoArchiveToTakeItFrom() {
        assertThat(Examples.findings(BASE + "archive: { layout: raw }\nrelease: { files: ['{archive}/x'] }\n"))
                .extracting(Finding::message)
                .containsExactly("there is no archive that contains the file");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[a/x, b/x] | another release file has the name 'x'",
                "[SHA256SUMS] | another release file has the name 'SHA256SUMS'",
                "[x => otto-v1.2.3-linux-amd64.tar.gz] | another release file has the name 'otto-v1.2.3-linux-amd64.tar.gz'",
            })
    void noTwoHaveOneName(String files, String message) {
        List<Finding> findings = Examples.findings(BASE + "checksums: both\nrelease: { files: " + files + " }\n");
        assertThat(findings).isNotEmpty().extracting(Finding::message).containsOnly(message);
    }
}
