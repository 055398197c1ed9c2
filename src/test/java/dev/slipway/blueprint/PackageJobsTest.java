package dev.slipway.blueprint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Examples;
import dev.slipway.model.workflow.StepsJob;
import dev.slipway.model.workflow.Workflow;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The jobs that packages need, and what each may do. */
class PackageJobsTest {
    private static final String BASE = "repository: a/otto\nrust: { package: otto-cli }\nlicense: MIT\n"
            + "description: runs tasks\ntargets: [linux-amd64, windows-amd64]\n";
    private static final String ALL =
            "packages: { crates: trusted, deb: true, rpm: true, homebrew: a/homebrew-b, winget: A.Otto, "
                    + "installers: [shell, powershell] }\n";

    private static Workflow release(String text) {
        return Examples.generate(BASE + text + "\n").blueprint().release();
    }

    private static String graph(Workflow workflow) {
        return workflow.jobs().stream().map(job -> job.id() + job.neededIds()).collect(Collectors.joining(" "));
    }

    private static String condition(Workflow workflow, String job) {
        return Drawn.job(workflow, job).condition().orElseThrow().source();
    }

    @Test
    void filesOfTheReleaseComeBeforeItAndAllElseAfterIt() {
        assertThat(graph(release(ALL)))
                .isEqualTo("version[] build-linux[version] build-windows[version] "
                        + "package[version, build-linux, build-windows] "
                        + "create-release[version, package] crates[create-release] "
                        + "homebrew[version, create-release] winget[version, create-release]");
        assertThat(graph(release(ALL + "docker: {}\nrelease: { draft: until-complete }")))
                .endsWith("publish-release[version, create-release, docker] crates[publish-release] "
                        + "homebrew[version, publish-release] winget[version, publish-release]");
    }

    @Test
    void aRegistryNeedsNothingBeforeTheRelease() {
        assertThat(graph(release("packages: { crates: token }")))
                .isEqualTo(
                        "build-linux[] build-windows[] create-release[build-linux, build-windows] crates[create-release]");
    }

    @Test
    void whoHasASecretRunsNothingOfTheRepository() {
        Workflow release = release(ALL);
        for (String id : new String[] {"homebrew", "winget"}) {
            StepsJob job = Drawn.job(release, id);
            assertThat(Drawn.permissions(job)).containsExactly("contents: read");
            assertThat(Drawn.uses(job))
                    .extracting(step -> step.action().name())
                    .containsExactly("actions/checkout", "actions/download-artifact");
        }
        assertThat(Drawn.permissions(Drawn.job(release, "package"))).containsExactly("contents: read");
        assertThat(Drawn.script(Drawn.job(release, "crates"), "Publish"))
                .contains("cargo publish --no-verify")
                .endsWith("for package in $packages; do\n  publish --locked --package \"$package\"\ndone\n");
    }

    @Test
    void trustedPublishingHasAnIdentityAndATokenHasNone() {
        assertThat(Drawn.permissions(Drawn.job(release("packages: { crates: trusted }"), "crates")))
                .containsExactly("contents: read", "id-token: write");
        Workflow token = release("packages: { crates: { login: token, packages: [otto-core, otto-cli] } }");
        assertThat(Drawn.permissions(Drawn.job(token, "crates"))).containsExactly("contents: read");
        assertThat(Drawn.script(Drawn.job(token, "crates"), "Publish"))
                .endsWith("publish --locked --package otto-core\npublish --locked --package otto-cli\n");
    }

    @Test
    void aPrereleaseGoesToNobodyWhoTakesTheLatest() {
        assertThat(condition(release(ALL), "homebrew")).isEqualTo("needs.version.outputs.prerelease == 'false'");
        assertThat(condition(release(ALL), "winget")).isEqualTo("needs.version.outputs.prerelease == 'false'");
        assertThat(Drawn.job(release(ALL), "crates").condition()).isEmpty();
    }

    @Test
    void everyPublishingJobWaitsForApproval() {
        Workflow release = release(ALL + "release: { environment: shop }");
        for (String id : new String[] {"crates", "homebrew", "winget"}) {
            assertThat(Drawn.job(release, id).environment().orElseThrow().name().source())
                    .isEqualTo("shop");
        }
        assertThat(Drawn.job(release, "package").environment()).isEmpty();
    }

    @Test
    void packagesAreAttestedLikeArchives() {
        assertThat(Drawn.inputs(Drawn.uses(
                                Drawn.job(release(ALL + "attest: true"), "create-release"),
                                "Attest the provenance of the archives"))
                        .get("subject-path"))
                .contains(
                        "dist/otto_${{ needs.version.outputs.version }}_amd64.deb",
                        "dist/otto-${{ needs.version.outputs.version }}-1.x86_64.rpm",
                        "dist/otto-installer.ps1");
    }

    private static String formula(String text) {
        return Examples.generate("repository: a/otto\nrust: {}\npackages: { homebrew: a/homebrew-b }\n" + text + "\n")
                .files()
                .files()
                .stream()
                .filter(file -> file.path().endsWith("otto.rb"))
                .findFirst()
                .orElseThrow()
                .text();
    }

    @Test
    void aFormulaInstallsTheManualsAndCompletionsThatAnArchiveHolds() {
        assertThat(formula("""
                        targets: [macos-arm64, macos-amd64, linux-amd64, linux-arm64]
                        archive:
                          include: [LICENSE*, README.md, "{out-dir}/otto.1 => man/", "{build}/out/otto.bash => complete/", extra/_otto, "pages/*.[57] => man/"]
                          generate: { complete/otto.fish: "{bin} fish" }
                        """)).contains("""
                          def install
                            bin.install "otto"
                            man1.install "man/otto.1"
                            bash_completion.install "complete/otto.bash" => "otto"
                            zsh_completion.install "_otto"
                            fish_completion.install "complete/otto.fish"
                            Dir["man/*.[57]"].each { |page| (man/"man#{page[-1]}").install page }
                          end
                        """.indent(0));
    }

    @Test
    void aFormulaLooksThroughFoldersAndPatterns() {
        assertThat(formula("""
                        targets: [linux-amd64, linux-arm64]
                        archive: { include: [LICENSE, doc/, "{out-dir}/completions/* => autocomplete/"] }
                        """))
                .contains(
                        "Dir[\"doc/**/*.[1-8]\"].each { |page| (man/\"man#{page[-1]}\").install page }",
                        "Dir[\"doc/**/*.fish\"].each { |file| fish_completion.install file }",
                        "Dir[\"autocomplete/*.bash\"].each { |file| bash_completion.install file => File.basename(file, \".bash\") }",
                        "Dir[\"autocomplete/_*\"].each { |file| zsh_completion.install file if File.extname(file).empty? }")
                .doesNotContain("LICENSE");
        assertThat(formula("targets: [linux-amd64, linux-arm64]")).doesNotContain("Dir[");
        assertThat(formula("targets: [linux-amd64, linux-arm64, windows-amd64]\n"
                        + "archive: { layout: { linux: bin, windows: dir }, include: [doc/] }"))
                .doesNotContain("Dir[");
    }

    @Test
    void aFormulaSaysWhichMachineItRequiresWhereHomebrewCanReadIt() {
        assertThat(formula("targets: macos-arm64"))
                .contains("  url \"https://github.com/a/otto/releases/download/@TAG@/otto-@TAG@-macos-arm64.tar.gz\"\n"
                        + "  version \"@VERSION@\"\n  sha256 \"@SHA256:otto-@TAG@-macos-arm64.tar.gz@\"\n"
                        + "  depends_on :macos\n  depends_on arch: :arm64\n\n  def install")
                .doesNotContain("on_arm");
        assertThat(formula("targets: [linux-amd64, linux-arm64]"))
                .contains("  depends_on :linux\n\n  on_arm do\n    url ")
                .doesNotContain("on_linux", "depends_on arch");
        assertThat(formula("targets: [linux-amd64, macos-universal]"))
                .contains(
                        "  on_linux do\n    url ",
                        "    depends_on arch: :x86_64\n  end",
                        "  on_macos do\n    on_arm do")
                .doesNotContain("depends_on :");
    }
}
