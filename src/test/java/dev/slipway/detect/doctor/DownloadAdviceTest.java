package dev.slipway.detect.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.detect.doctor.Setup.Build;
import dev.slipway.detect.fact.FoundAt;
import dev.slipway.source.Position;
import dev.slipway.source.Severity;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What looks for a download has to find it: cargo binstall, addresses in docs, and install scripts. */
class DownloadAdviceTest extends WithHealthyCrate {
    @Test
    void binstallHasToFindWhatIsReleased() {
        String manifest = "[package]\nname = \"otto\"\nversion = \"1.0.0\"\n[package.metadata.binstall]\n";
        crate.sample.file(
                "Cargo.toml",
                manifest + "pkg-url = \"{ repo }/releases/download/v{ version }/{ name }-{ target }.tar.gz\"\n");
        assertThat(crate.only("binstall").message())
                .isEqualTo("for x86_64-unknown-linux-gnu, 'cargo binstall' looks for "
                        + "'v1.2.3/otto-x86_64-unknown-linux-gnu.tar.gz', but the release has "
                        + "'v1.2.3/otto-v1.2.3-linux-amd64.tar.gz'");

        assertThat(crate.only("binstall").where()).contains(FoundAt.line("Cargo.toml", 5));

        crate.builds = List.of(new Build(
                "x86_64-unknown-linux-musl",
                "x86_64-unknown-linux-musl",
                "otto-1.2.3-x86_64-unknown-linux-musl.tar.gz",
                "ubuntu-latest",
                Optional.empty(),
                false,
                false,
                Optional.empty()));
        assertThat(crate.only("binstall").help())
                .startsWith("write pkg-url = \"{ repo }/releases/download/v{ version }/otto-{ version }-{ target }{ "
                        + "archive-suffix }\"");

        crate.sample.file(
                "Cargo.toml",
                manifest
                        + "pkg-url = \"{ repo }/releases/download/v{ version }/{ name }-{ version }-{ target }{ "
                        + "archive-suffix }\"\n");
        assertThat(crate.examine()).isEmpty();
    }

    @Test
    void binstallTakesAnyFileOfTheReleaseAndUnpacksWhatItsFormatSays() {
        String manifest = "[package]\nname = \"otto\"\nversion = \"1.0.0\"\n[package.metadata.binstall]\n"
                + "pkg-url = \"{ repo }/releases/download/v{ version }/{ name }-{ target }{ archive-suffix }\"\npkg-fmt = \"tgz\"\n";
        crate.sample.file("Cargo.toml", manifest);
        crate.builds = List.of(
                musl("otto-server-x86_64-unknown-linux-musl.tar.gz"), musl("otto-x86_64-unknown-linux-musl.tar.gz"));
        assertThat(crate.examine()).isEmpty();

        crate.builds = List.of(musl("otto-x86_64-unknown-linux-musl.zip"));
        assertThat(crate.only("binstall").help())
                .endsWith(
                        "; write pkg-fmt = \"zip\" in [package.metadata.binstall.overrides.x86_64-unknown-linux-musl]");
    }

    private static Build musl(String asset) {
        return new Build(
                "x86_64-unknown-linux-musl",
                "x86_64-unknown-linux-musl",
                asset,
                "ubuntu-latest",
                Optional.empty(),
                false,
                false,
                Optional.empty());
    }

    @Test
    void anAddressThatTheReleaseOfTodayDoesNotHaveEitherIsAWarning() {
        String manifest = "[package]\nname = \"otto\"\nversion = \"1.0.0\"\n[package.metadata.binstall]\n"
                + "pkg-url = \"{ repo }/releases/download/v{ version }/{ name }-{ target }.tgz\"\n";
        crate.builds = List.of(HealthyCrate.AMD64);
        crate.sample.file("Cargo.toml", manifest);
        assertThat(crate.only("binstall").severity()).isEqualTo(Severity.ERROR);

        String workflow = """
                on: { push: { tags: ['v*'] } }
                jobs:
                  build:
                    runs-on: ubuntu-latest
                    steps:
                      - run: cargo build --release --target x86_64-unknown-linux-gnu
                      - run: tar czf NAME.tar.gz -C target/x86_64-unknown-linux-gnu/release otto
                      - uses: softprops/action-gh-release@v2
                        with: { files: NAME.tar.gz }
                """;
        crate.sample.file(".github/workflows/old.yml", workflow.replace("NAME", "otto-linux"));
        Advice advice = crate.only("binstall");
        assertThat(advice.severity()).isEqualTo(Severity.WARNING);
        assertThat(advice.message()).endsWith("; the current files that could be read have other names, too");

        String manual = """
                on: { push: { tags: ['v*'] } }
                jobs:
                  build:
                    runs-on: ubuntu-latest
                    steps:
                      - run: make release
                      - uses: softprops/action-gh-release@v2
                        with: { files: otto-x86_64-unknown-linux-gnu.zip }
                """;
        crate.sample.file(".github/workflows/old.yml", manual);
        assertThat(crate.only("binstall").severity()).isEqualTo(Severity.WARNING);
    }

    @Test
    void eachWordThatAnInstallScriptGivesAVariableIsAFile() {
        String link = "curl -LO https://github.com/otto-rs/otto/releases/latest/download/$FILE.tar.gz\n";
        crate.sample
                .file(
                        "install.sh",
                        "case $(uname -m) in arm*)\n  FILE=\"otto-arm\" ;;\n*)\n  FILE=\"otto-pc\" ;;\nesac\n" + link)
                .git("add", "-A");
        assertThat(crate.examine())
                .extracting(Advice::message)
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("this looks for 'otto-arm.tar.gz'"),
                        second -> assertThat(second).startsWith("this looks for 'otto-pc.tar.gz'"));

        crate.sample.file("install.sh", "FILE=otto-arm\nFILE=$(uname -m)\nFILE=otto-pc\n" + link);
        assertThat(crate.examine()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name=otto-$target | $name.zip | otto-$target.zip",
                "NAME=\"otto-${VERSION}-${ARCH}\" | ${NAME}.tar.xz | otto-${VERSION}-${ARCH}.tar.xz",
                "name=otto-$target | $name.tar.gz | ",
            })
    void aNameThatGetsItsEndingAtTheDownloadIsLookedFor(String set, String file, @Nullable String missing) {
        crate.sample
                .file(
                        "install.sh",
                        set + "\ncurl -LO https://github.com/otto-rs/otto/releases/download/$tag/" + file + "\n")
                .git("add", "-A");
        if (missing == null) {
            assertThat(crate.examine()).isEmpty();
        } else {
            assertThat(crate.only("downloads").message()).startsWith("this names '" + missing + "', but");
        }
    }

    @Test
    void aProgramThatMakesAnInstallerLooksForNone() {
        crate.sample
                .file("package/installer.ts", "await zip(input, join(out, `otto-${config.version}-mac.zip`));\n")
                .git("add", "-A");
        assertThat(crate.examine()).isEmpty();

        crate.sample
                .file(
                        "package/installer.ts",
                        "const at = 'https://github.com/otto-rs/otto/releases/download/' + tag;\nget(`${at}/otto-${tag}-mac.zip`);\n")
                .git("add", "-A");
        assertThat(crate.only("downloads").message()).startsWith("this names 'otto-${tag}-mac.zip', but");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "REGISTRY=\"https://registry.npmjs.org\"\ncurl -O $REGISTRY/@otto/otto-$os/-/otto-$os-$v.tgz\n",
                "R=https://files.pythonhosted.org/packages\ncurl -O ${R}/otto-$v-$os.tar.gz\n",
                "curl -O https://repo1.maven.org/maven2/otto/otto-$v-$os.zip\n"
            })
    void aFileOfARegistryOfPackagesIsNoFileOfARelease(String script) {
        crate.sample.file("install.sh", script).git("add", "-A");
        assertThat(crate.examine()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "grep linux_x86_64 | linux_x86_64",
                "grep -i \"Linux.*_x64\" | Linux.*_x64",
                "grep linux-amd64 | ",
                "grep -i 'Linux.*amd64' | ",
                "grep \"linux-$ARCH\" | ",
                "grep -v windows-x86 | ",
                "grep -q darwin_arm64 | ",
                "grep tag_name | ",
            })
    void whatAScriptPicksOffTheAnswerOfGitHubIsLookedFor(String grep, @Nullable String missing) {
        crate.sample.file("install.sh", """
                        curl -s https://api.github.com/repos/otto-rs/otto/releases/latest \\
                          | grep browser_download_url \\
                          | %s | cut -d '"' -f 4
                        """.formatted(grep)).git("add", "-A");
        if (missing == null) {
            assertThat(crate.examine()).isEmpty();
        } else {
            assertThat(crate.only("downloads").message())
                    .startsWith("this looks for a file with '" + missing + "' in its name, but");
        }
    }

    @Test
    void theTargetOfASelfUpdateIsLookedFor() {
        String update = "self_update::backends::github::Update::configure().target(\"%s\").build()\n";
        crate.sample.file("src/update.rs", update.formatted("linux-x64")).git("add", "-A");
        assertThat(crate.only("downloads").message()).startsWith("this looks for a file with 'linux-x64' in its name");
        crate.sample.file("src/update.rs", update.formatted("linux-amd64"));
        assertThat(crate.examine()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "configure().bin_name(\"otto\").build() | true",
                "configure().target(self_update::get_target()).build() | true",
                "configure().target(&get_target()).build() | true",
                "configure().repo_owner(\"otto-rs\").repo_name(\"otto\").build() | true",
                "configure().repo_owner(\"other\").repo_name(\"otto\").build() | false",
                "configure().target(&chosen).build() | false",
                "configure().target(&format!(\"{}-x\", here)).build() | false",
            })
    void aSelfUpdateWithoutATargetLooksForTheNameOfTheCompiler(String calls, boolean missing) {
        crate.sample
                .file("src/update.rs", "self_update::backends::github::Update::" + calls + "\n")
                .git("add", "-A");
        if (missing) {
            assertThat(crate.only("downloads").message())
                    .startsWith("this looks for a file with 'x86_64-unknown-linux-gnu' in its name");
        } else {
            assertThat(crate.examine()).isEmpty();
        }
    }

    @Test
    void installScriptsHaveToFindWhatIsReleased() {
        crate.sample
                .file(
                        "install.sh",
                        "curl -O \"$BASE/otto-${VERSION}-${PLATFORM}.tar.gz\"\ncurl -O other-${VERSION}.tar.gz\n")
                .git("add", "-A");
        assertThat(crate.examine()).isEmpty();

        crate.sample
                .file("src/upgrade.rs", "let file = format!(\"otto_{version}_{platform}.tar.gz\");\n")
                .git("add", "-A");
        assertThat(crate.examine()).isEmpty();

        crate.sample
                .file("src/upgrade.rs", "let file = format!(\"otto-{version}-{platform}.zip\");\n")
                .git("add", "-A");
        assertThat(crate.only("downloads").message())
                .isEqualTo("this names 'otto-{version}-{platform}.zip', but the release has no such file; the "
                        + "first one is 'otto-v1.2.3-linux-amd64.tar.gz'");
        assertThat(crate.only("downloads").where()).contains(new FoundAt("src/upgrade.rs", new Position(1, 21)));
    }

    @ParameterizedTest
    @CsvSource({
        "otto-<version>-<platform>.zip, true",
        "otto-<version>-linux-amd64.tar.gz, false",
        "otto-X.Y.Z-linux-amd64.zip, true",
        "otto-vX.Y.Z-linux-amd64.tar.gz, false",
        "otto-VERSION-linux-amd64.zip, true",
        "<code>otto-v${VERSION}-linux-amd64.zip</code>, true",
        "<code>otto-SVERSION.zip</code>, false",
        "other-<version>.zip, false",
    })
    void aTextMayLeaveAPlaceInAName(String text, boolean missing) {
        crate.sample.file("README.md", "Download `" + text + "`.\n").git("add", "-A");
        assertThat(crate.examine().stream().anyMatch(advice -> advice.rule().equals("downloads")))
                .isEqualTo(missing);
    }

    @Test
    void aNameThatAnInstallScriptJoinsToItsAddressIsLookedFor() {
        crate.sample.file("install.sh", """
                        BASE=https://github.com/otto-rs/otto/releases/latest/download
                        case "$(uname -s)-$(uname -m)" in
                          Linux-x86_64) file=otto-x86_64-unknown-linux-musl.tar.gz;;
                          Darwin-arm64) file=otto-v1.2.3-linux-amd64.tar.gz;;
                        esac
                        curl -LsSf "$BASE/$file" | tar xz
                        """).git("add", "-A");
        assertThat(crate.only("downloads").message())
                .startsWith("this looks for 'otto-x86_64-unknown-linux-musl.tar.gz'");
    }

    @Test
    void aVersionThatAScriptCutsOutOfATagHasNoV() {
        String script = """
                tag=$(curl -s https://api.github.com/repos/otto-rs/otto/releases/latest | jq -r .tag_name)
                %s
                curl -LO https://github.com/otto-rs/otto/releases/download/$tag/otto-$version-$platform.tar.gz
                """;
        for (String cut : List.of("version=${tag#v}", "version=$(echo $tag | sed 's/^v//')")) {
            crate.sample.file("install.sh", script.formatted(cut)).git("add", "-A");
            assertThat(crate.only("downloads").message()).as(cut).contains("'otto-$version-$platform.tar.gz'");
        }
        crate.sample.file("install.sh", script.formatted("version=$tag"));
        assertThat(crate.examine()).isEmpty();
    }

    @Test
    void aScriptThatFetchesReleasesMayJoinTheNameInAnotherWay() {
        crate.sample
                .file(
                        "web/get.sh",
                        "NAME=\"otto_${VERSION}_${OS}.tar.gz\"\ncurl https://github.com/otto-rs/otto/releases/download/v$VERSION/$NAME\n")
                .git("add", "-A");
        assertThat(crate.only("downloads").message()).contains("'otto_${VERSION}_${OS}.tar.gz'");
    }
}
