package dev.slipway.scripts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.slipway.Examples;
import dev.slipway.Generation;
import dev.slipway.files.GeneratedFile;
import dev.slipway.source.Node;
import dev.slipway.source.Pointer;
import dev.slipway.source.SourceText;
import dev.slipway.source.YamlReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs what the jobs run that tell others of a release. */
@Tag("bash")
class PublishScriptsTest {
    /** Answers what is asked for, and refuses what the file "refused" names. */
    private static final String GH = """
            if grep -qxF -- "$2" refused; then exit 1; fi
            case $* in
              *'--jq .login') echo jane ;;
              *'--jq .object.sha') echo 1234abcd ;;
              *'--jq .sha') cat there ;;
              *'--jq .html_url'*) echo https://github.com/microsoft/winget-pkgs/pull/1 ;;
            esac""";

    @TempDir
    private Path root;

    @BeforeEach
    void assumeBash() {
        Scripts.assumeBash();
    }

    private Runner runner(String job, String packages) throws Exception {
        Generation generation = Examples.generate("""
                repository: otto-rs/otto
                rust: { package: otto-cli }
                description: "does #{nothing} of the kind"
                license: MIT OR Apache-2.0
                targets: [linux-amd64, macos-universal, windows-amd64]
                archive: { layout: dir, generate: { man/otto.1: "{bin} man" } }
                packages:
                """ + packages.indent(2));
        Runner runner = new Runner(root, generation.blueprint().release(), job)
                .given("needs.version.outputs.tag", "v1.2.3")
                .given("needs.version.outputs.version", "1.2.3")
                .given("secrets.HOMEBREW_TAP_TOKEN", "secret")
                .given("secrets.WINGET_TOKEN", "secret")
                .given("secrets.CARGO_REGISTRY_TOKEN", "secret")
                .file("refused", "")
                .file("there", "0000\n")
                .stub("gh", GH);
        for (GeneratedFile file : generation.files().files()) {
            runner.file("repository/" + file.path(), file.text());
        }
        for (String platform : List.of("linux-amd64.tar.gz", "macos-universal.tar.gz", "windows-amd64.zip")) {
            runner.file("dist/otto-v1.2.3-" + platform, platform);
        }
        runner.bash("git init -q repository").succeeds();
        return runner;
    }

    private Runner filled(String packages) throws Exception {
        Runner runner = runner("package", packages);
        runner.step("Fill in the tag and checksums").succeeds();
        return runner;
    }

    private String read(String file) throws Exception {
        return Files.readString(root.resolve("work").resolve(file));
    }

    private static String sum(Runner runner, String file) throws Exception {
        return runner.bash("sha256sum < dist/" + file + " | cut -d ' ' -f 1")
                .output()
                .strip();
    }

    @Test
    void aFormulaKnowsTheReleaseThatItIsOf() throws Exception {
        Runner runner = filled("homebrew: otto-rs/homebrew-tap");
        String formula = read("manifests/otto.rb");
        assertThat(formula)
                .doesNotContain("@")
                .contains("version \"1.2.3\"", "desc \"does \\#{nothing} of the kind\"")
                .contains(
                        "url \"https://github.com/otto-rs/otto/releases/download/v1.2.3/otto-v1.2.3-linux-amd64.tar.gz\"\n"
                                + "    sha256 \"" + sum(runner, "otto-v1.2.3-linux-amd64.tar.gz") + "\"");
        assertThat(formula.split(sum(runner, "otto-v1.2.3-macos-universal.tar.gz")))
                .as("one program for both processors of a Mac")
                .hasSize(3);
    }

    /** Stands in for Homebrew: runs the class, and says what it would do. */
    @Test
    void rubyReadsTheFormula() throws Exception {
        assumeTrue(Scripts.onPath("ruby"), "no ruby on this machine");
        Runner runner = filled("homebrew: otto-rs/homebrew-tap").file("formula.rb", """
                class Formula
                  class << self
                    def on_macos; yield; end
                    def on_linux; end
                    def on_arm; yield; end
                    def on_intel; end
                    def test; end
                    def method_missing(name, *values); puts "#{name} #{values.inspect}"; end
                  end
                  def method_missing(name, *values)
                    Object.new.tap { |o| o.define_singleton_method(:install) { |*it| puts "#{name} #{it.inspect}" } }
                  end
                end
                load 'manifests/otto.rb'
                Otto.new.install
                """);
        assertThat(runner.bash("ruby formula.rb").succeeds().output())
                .contains("desc [\"does \\#{nothing} of the kind\"]")
                .contains("license [{:any_of=>[\"MIT\", \"Apache-2.0\"]}]")
                .contains("otto-v1.2.3-macos-universal.tar.gz")
                .contains("bin [\"otto\"]\nman1 [\"man/otto.1\"]");
    }

    @Test
    void aFormulaIsPushedByOneCall() throws Exception {
        Runner runner = runner("homebrew", "homebrew: otto-rs/homebrew-tap")
                .file("manifests/otto.rb", "class Otto\n")
                .file("refused", "repos/otto-rs/homebrew-tap/contents/Formula/otto.rb\n")
                .stub("gh", "case $* in *'--jq .sha') exit 1 ;; esac");
        runner.step("Push to otto-rs/homebrew-tap").succeeds();
        assertThat(runner.calls())
                .endsWith("gh api repos/otto-rs/homebrew-tap/contents/Formula/otto.rb --method PUT --silent "
                        + "-f message=otto 1.2.3 -f content=Y2xhc3MgT3R0bwo=");
    }

    @Test
    void aFormulaThatIsThereIsReplacedUnlessItIsTheSame() throws Exception {
        Runner runner = runner("homebrew", "homebrew: otto-rs/homebrew-tap").file("manifests/otto.rb", "class Otto\n");
        runner.step("Push to otto-rs/homebrew-tap").succeeds();
        assertThat(runner.calls().get(1)).endsWith("-f sha=0000");
        runner.bash("git hash-object manifests/otto.rb > there").succeeds();
        assertThat(runner.step("Push to otto-rs/homebrew-tap").succeeds().output())
                .contains("already has this formula");
        assertThat(runner.calls()).hasSize(3);
    }

    @Test
    void aTokenThatMayNotPushIsNoticed() throws Exception {
        Runner runner = runner("homebrew", "homebrew: otto-rs/homebrew-tap")
                .file("manifests/otto.rb", "class Otto\n")
                .file("refused", "repos/otto-rs/homebrew-tap/contents/Formula/otto.rb\n");
        runner.step("Push to otto-rs/homebrew-tap").fails();
    }

    @Test
    void theManifestsOfWingetAreYamlWithAllThatItAsksFor() throws Exception {
        Runner runner = filled("winget: OttoMakers.Otto");
        Node installer = YamlReader.read(new SourceText("m", read("manifests/winget/OttoMakers.Otto.installer.yaml")));
        assertThat(text(installer, "/PackageVersion")).isEqualTo("1.2.3");
        assertThat(text(installer, "/Installers/0/Architecture")).isEqualTo("x64");
        assertThat(text(installer, "/Installers/0/InstallerSha256"))
                .isEqualTo(sum(runner, "otto-v1.2.3-windows-amd64.zip"));
        assertThat(text(installer, "/Installers/0/NestedInstallerFiles/0/RelativeFilePath"))
                .isEqualTo("otto-v1.2.3-windows-amd64\\otto.exe");
        Node locale = YamlReader.read(new SourceText("m", read("manifests/winget/OttoMakers.Otto.locale.en-US.yaml")));
        assertThat(text(locale, "/ShortDescription")).isEqualTo("does #{nothing} of the kind");
        assertThat(text(locale, "/ReleaseNotesUrl")).isEqualTo("https://github.com/otto-rs/otto/releases/tag/v1.2.3");
    }

    private static String text(Node node, String pointer) {
        return node.at(Pointer.of(pointer)).orElseThrow().fold(mapping -> "", sequence -> "", Node.Scalar::text);
    }

    @Test
    void aManifestIsProposedFromABranchOfTheForksOwnState() throws Exception {
        Runner runner = runner("winget", "winget: OttoMakers.Otto")
                .file("manifests/winget/OttoMakers.Otto.yaml", "a: 1\n")
                .file("refused", "repos/microsoft/winget-pkgs/contents/manifests/o/OttoMakers/Otto\n");
        assertThat(runner.step("Open a pull request").succeeds().output())
                .isEqualTo("https://github.com/microsoft/winget-pkgs/pull/1\n");
        assertThat(runner.calls())
                .as("a commit of upstream may change workflows, which needs another scope")
                .doesNotContain("gh api repos/microsoft/winget-pkgs/git/ref/heads/master --jq .object.sha")
                .containsSubsequence(
                        "gh api repos/jane/winget-pkgs/git/ref/heads/master --jq .object.sha",
                        "gh api repos/jane/winget-pkgs/git/refs -f ref=refs/heads/OttoMakers.Otto-1.2.3 -f sha=1234abcd "
                                + "--silent",
                        "gh api repos/jane/winget-pkgs/contents/manifests/o/OttoMakers/Otto/1.2.3/OttoMakers.Otto.yaml "
                                + "--method PUT --silent -f branch=OttoMakers.Otto-1.2.3 -f message=OttoMakers.Otto 1.2.3 "
                                + "-f content=YTogMQo=",
                        "gh api repos/microsoft/winget-pkgs/pulls --jq .html_url -f base=master "
                                + "-f head=jane:OttoMakers.Otto-1.2.3 -f title=New package: OttoMakers.Otto version 1.2.3 "
                                + "-f body=https://github.com/otto-rs/otto/releases/tag/v1.2.3");
        runner.file("refused", "").step("Open a pull request").succeeds();
        assertThat(runner.calls()).anyMatch(call -> call.contains("title=New version: OttoMakers.Otto version 1.2.3"));
    }

    @Test
    void withoutAForkNothingIsProposed() throws Exception {
        Runner runner = runner("winget", "winget: OttoMakers.Otto")
                .file("manifests/winget/OttoMakers.Otto.yaml", "a: 1\n")
                .file("refused", "repos/jane/winget-pkgs/git/ref/heads/master\n");
        assertThat(runner.step("Open a pull request").fails().output())
                .contains("::error::fork microsoft/winget-pkgs as jane first");
        assertThat(runner.calls()).noneMatch(call -> call.contains("/pulls"));
    }

    @Test
    void cratesArePublishedInTheirOrderAndOnce() throws Exception {
        Runner runner = runner("crates", "crates: { login: token, packages: [otto-core, otto-cli] }")
                .stub("cargo", """
                        echo "Uploading $*"
                        case $* in *core) echo 'error: crate otto-core@1.2.3 already exists on crates.io index' >&2; exit 101 ;; esac
                        """);
        runner.machine("RUNNER_TEMP", root.toString());
        runner.step("Publish").succeeds();
        assertThat(runner.calls())
                .containsExactly(
                        "cargo publish --no-verify --locked --package otto-core",
                        "cargo publish --no-verify --locked --package otto-cli");
    }

    @Test
    void aCrateThatCannotBePublishedIsNoticed() throws Exception {
        Runner runner = runner("crates", "crates: { login: token, packages: otto-cli }")
                .stub("cargo", "echo 'error: the token is not for this crate' >&2; exit 101");
        runner.machine("RUNNER_TEMP", root.toString());
        assertThat(runner.step("Publish").fails().output()).contains("the token is not for this crate");
        assertThat(runner.calls()).containsExactly("cargo publish --no-verify --locked --package otto-cli");
    }
}
