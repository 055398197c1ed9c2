package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.detect.SampleRepository;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of the files of a release that exists. */
@Tag("once")
class AgainstTest {
    @TempDir
    Path directory;

    private SampleRepository sample = new SampleRepository(Path.of(""));

    @BeforeEach
    void aCrate() {
        sample = new SampleRepository(directory)
                .file("Cargo.toml", "[package]\nname = \"kelp\"\nversion = \"1.2.3\"\nlicense = \"MIT\"\n")
                .file("Cargo.lock", "version = 4\n")
                .file("src/main.rs", "fn main() {}");
    }

    private Ran slipway(String... words) {
        return Ran.slipway(Stream.concat(Stream.of("-C", directory.toString()), Stream.of(words))
                .toArray(String[]::new));
    }

    private Ran doctor(String names, String targets, String... more) {
        sample.file("old.txt", names)
                .file(
                        "slipway.yml",
                        "repository: me/kelp\nlicense: MIT\nrust: {}\nci: false\n"
                                + "linux: { container: debian:bookworm }\n" + targets)
                .committed()
                .git("tag", "v1.2.3");
        slipway("generate");
        return slipway(
                Stream.concat(Stream.of("doctor", "--date", "2026-11-23", "--against", "old.txt"), Stream.of(more))
                        .toArray(String[]::new));
    }

    private static List<String> advice(Ran ran) {
        return ran.out()
                .lines()
                .filter(line -> line.matches("(\\S+ )?(error|warning): .*"))
                .toList();
    }

    @Test
    void aReleaseThatKeepsEveryNameIsFine() {
        Ran ran = doctor("""
                kelp-v1.2.3-linux-amd64.tar.gz
                kelp-v1.2.3-linux-amd64.tar.gz.sha256
                """, "targets: [linux-amd64, macos-arm64]\n");
        assertThat(ran.exit()).isZero();
        assertThat(ran.out()).startsWith("""
                        files of v1.2.3 (from old.txt), and those that the config makes of v1.2.3:
                          same     kelp-v1.2.3-linux-amd64.tar.gz
                          same     kelp-v1.2.3-linux-amd64.tar.gz.sha256
                          new                                             ->  kelp-v1.2.3-macos-arm64.tar.gz
                          new                                             ->  kelp-v1.2.3-macos-arm64.tar.gz.sha256
                          2 same, 0 renamed, 0 missing, 2 new
                        """).contains("  file names of the last release\n");
    }

    @Test
    void aLostNameIsAnErrorAndSoIsWhatItBreaks() {
        sample.file("README.md", """
                        Download [kelp](https://github.com/me/kelp/releases/latest/download/kelp-Linux-x86_64.tar.gz),
                        or [1.2.3](https://github.com/me/kelp/releases/download/v1.2.3/kelp-1.2.3.tgz).
                        """)
                .file("docs/kelp.exe.md", "run kelp.exe\n")
                .file("CHANGELOG.md", "renamed kelp-Linux-x86_64.tar.gz\n")
                .file("Formula/kelp.rb", "  url \"https://x.org/v#{version}/kelp-#{os}-x86_64.tar.gz\"\n")
                .file("scripts/pack.sh", "make\nsha256sum kelp-Linux-x86_64.tar.gz > sums\n")
                .file("scripts/setup.sh", "f=kelp-$(uname)-$arch.tar.gz\n");
        Ran ran = doctor("""
                kelp-Linux-x86_64.tar.gz
                kelp-Linux-x86_64.tar.gz.asc
                kelp-1.2.3.tgz
                kelp.exe
                """, "targets: [linux-amd64]\n");
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(advice(ran))
                .containsExactly(
                        "error: of the files in the release v1.2.3, 1 is renamed and 3 are missing [lost-name]",
                        "Formula/kelp.rb:1:1: error: this mentions 'kelp-#{os}-x86_64.tar.gz', which fits "
                                + "'kelp-Linux-x86_64.tar.gz', but the release will have "
                                + "no such file"
                                + " [old-name]",
                        "README.md:1:1: error: this mentions 'kelp-Linux-x86_64.tar.gz', but the release will have no such file"
                                + " [old-name]",
                        "README.md:2:1: warning: this mentions 'kelp-1.2.3.tgz', but the release will have no such file; "
                                + "the link to"
                                + " v1.2.3 still works [old-name]",
                        "scripts/pack.sh:2:1: warning: this mentions 'kelp-Linux-x86_64.tar.gz', but the release will have"
                                + " no such file [old-name]",
                        "scripts/setup.sh:1:1: warning: this mentions 'kelp-$(uname)-$arch.tar.gz', which fits "
                                + "'kelp-Linux-x86_64.tar.gz', but the release will "
                                + "use other names for these files [old-name]");
        assertThat(ran.out())
                .contains(
                        "'kelp-Linux-x86_64.tar.gz' becomes 'kelp-v1.2.3-linux-amd64.tar.gz': change the line",
                        "  renamed  kelp-Linux-x86_64.tar.gz      ->  kelp-v1.2.3-linux-amd64.tar.gz\n",
                        "  missing  kelp-Linux-x86_64.tar.gz.asc\n");
    }

    @Test
    void aNameWithAVersionIsNoLink() {
        sample.file("README.md", "unpack kelp-1.2.3-linux-x86_64.tgz\n");
        assertThat(advice(doctor("kelp-1.2.3-linux-x86_64.tgz\n", "targets: [linux-amd64]\n")))
                .filteredOn(line -> line.endsWith("[old-name]"))
                .singleElement()
                .asString()
                .contains("the release will have no such file; v1.2.3 keeps it")
                .doesNotContain("link");
    }

    @Test
    void whatMayBeAnyArchiveOrAListOfNamesMentionsNoFile() {
        sample.file("docker/musl.sh", """
                        curl -sSfL "https://github.com/other/musl/archive/${version}.tar.gz" -O
                        curl -LO https://github.com/me/kelp/releases/download/v1.2.3/$file.tar.gz
                        """).file("docs/crates.md", "Published {kelp-{derive,std},weed} to crates.io\n");
        assertThat(advice(doctor("kelp-Linux-x86_64.tar.gz\n", "targets: [linux-amd64]\n")))
                .filteredOn(line -> line.endsWith("[old-name]"))
                .containsExactly("docker/musl.sh:2:1: warning: this mentions '$file.tar.gz', which fits "
                        + "'kelp-Linux-x86_64.tar.gz', but the release will use other "
                        + "names for these files [old-name]");
    }

    @Test
    void aNameWithoutAnEndingMentionsNoArchiveAndAPlatformAloneNoFileOfOurs() {
        sample.file("scripts/build.sh", """
                        fetch kelp-$1.tar.gz && mkdir kelp-$VERSION
                        cc=/opt/$arch-linux-$libc/bin/gcc
                        """);
        assertThat(advice(doctor("kelp-Linux-x86_64.tar.gz\n", "targets: [linux-amd64]\n")))
                .filteredOn(line -> line.endsWith("[old-name]"))
                .containsExactly(
                        "scripts/build.sh:1:1: warning: this mentions 'kelp-$1.tar.gz', which fits "
                                + "'kelp-Linux-x86_64.tar.gz', but the release will use other names for these files [old-name]");
    }

    @Test
    void aLineThatPacksAFileLooksForNone() {
        sample.file("scripts/pack.sh", """
                        mkdir out && tar czf out/kelp-$1.tar.gz kelp
                        for os in Linux; do zip -r "kelp-$os-x86_64.zip" kelp; done
                        """)
                .file("Dockerfile", "FROM alpine\nRUN tar -czvf \"/out/kelp-${OS}-x86_64.tar.gz\" .\n")
                .file("scripts/unpack.sh", "tar -xzf kelp-Linux-x86_64.tar.gz\n");
        assertThat(advice(doctor("kelp-Linux-x86_64.tar.gz\n", "targets: [linux-amd64]\n")))
                .filteredOn(line -> line.endsWith("[old-name]"))
                .singleElement()
                .asString()
                .startsWith("scripts/unpack.sh:1:1: warning");
    }

    @Test
    void aWordInFrontOfColorsMentionsNoFile() {
        sample.file("install.sh", """
                        echo -e "$(bold)Install kelpie$(reset)"
                        curl -LO https://example.org/kelpie-$(uname)
                        """);
        assertThat(advice(doctor("kelpie-darwin-x86_64\n", "targets: [linux-amd64]\n")))
                .filteredOn(line -> line.endsWith("[old-name]"))
                .singleElement()
                .asString()
                .startsWith("install.sh:2:1");
    }

    @Test
    void aTextThatMayMeanFilesThatStayNamesTheOneThatGoes() {
        sample.file("install.sh", "curl -LO https://example.org/kelp-v1.2.3-$os.tar.gz\n");
        assertThat(advice(doctor(
                        "kelp-v1.2.3-linux-amd64.tar.gz\nkelp-v1.2.3-netbsd-amd64.tar.gz\n",
                        "targets: [linux-amd64]\n")))
                .contains("install.sh:1:1: warning: this mentions 'kelp-v1.2.3-$os.tar.gz', which fits "
                        + "'kelp-v1.2.3-netbsd-amd64.tar.gz', but the release will have no such file [old-name]");
    }

    @Test
    void whoeverHasAMacFindsAFileForEachProcessorInsteadOfOneForBoth() {
        String mac = "targets: [linux-amd64, macos-amd64, macos-arm64]\n";
        assertThat(advice(doctor("kelp-macos-universal.tar.gz\nkelp-linux-arm.tar.gz\n", mac)))
                .contains("error: the release no longer has files for linux-arm, for which 'ubi', 'eget' and "
                        + "'mise' look [lookup]");
    }

    @Test
    void linksAreComparedWithTheNamesOfAHugeReleaseOnlyForAWhileAndDoctorSaysSo() {
        sample.file("README.md", "kelp-$VERSION-for-$SYSTEM.tar.gz\n".repeat(400));
        String names = IntStream.range(0, 500)
                .mapToObj("kelp-%d-a-b-c-d-e-f-g-h-i-j-k-l.tar.gz\n"::formatted)
                .collect(Collectors.joining());
        assertThat(doctor(names, "targets: [linux-amd64]\n").out())
                .contains("\nnote: did not search all of 1 file for names of the old release [old-name]\n");
    }

    @Test
    void aNameThatIsAnEverydayWordIsMentionedOnlyByItsAddressAtGitHubAndAFolderIsNoName() {
        sample.file("README.md", """
                [kelpie](https://img.shields.io/downloads/me/kelpie/total.svg)](https://github.com/me/kelpie/releases/)
                curl -LO https://github.com/me/kelpie/releases/latest/download/kelpie
                curl -LO http://www.example.org/releases/$V/kelpie && cd /opt/kelpie/kelpie-1.1
                """);
        assertThat(advice(doctor("kelpie\nkelpie-1.2.3-linux-amd64-full.tar.gz\n", "targets: [linux-amd64]\n")))
                .filteredOn(line -> line.endsWith("[old-name]"))
                .containsExactly("README.md:2:1: error: this mentions 'kelpie', but the release will have no such file"
                        + " [old-name]");
    }

    @Test
    void whatCargoBinstallFindsWithoutAnAddressIsFoundNoLonger() {
        String names = "kelp-v1.2.3-x86_64-unknown-linux-gnu.tar.gz\n";
        assertThat(advice(doctor(names, "targets: [linux-amd64]\n")))
                .contains(
                        "error: 'cargo binstall kelp' finds files by their names, but will no longer find those for x86_64-unknown-linux-gnu [binstall]");
        sample.file(
                "slipway.yml",
                "repository: me/kelp\nrust: {}\nci: false\narchive: '{name}-{version}-{target}'\n"
                        + "targets: [linux-amd64]\nlinux: { container: debian:bookworm }\n");
        slipway("generate");
        assertThat(advice(slipway("doctor", "--date", "2026-11-23", "--against", "old.txt")))
                .containsExactly(
                        "error: of the files in the release v1.2.3, 1 is renamed and 0 are missing [lost-name]");
    }

    @Test
    void aMachineWithoutAnyFileIsSaid() {
        assertThat(advice(doctor(
                        "kelp-v1.2.3-linux-amd64.tar.gz\nkelp-v1.2.3-windows-arm64.zip\n", "targets: [linux-amd64]\n")))
                .contains(
                        "error: the release no longer has files for windows-arm64, for which 'ubi', 'eget' and 'mise' look [lookup]");
    }

    @Test
    void theTableIsInTheJson() {
        Ran ran = doctor("kelp.tar.gz\n", "targets: [linux-amd64]\n", "--format", "json", "--against-tag", "v9.0.0");
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.out()).contains("""
                  "against": {
                    "source": "old.txt",
                    "tag": "v9.0.0",
                    "newTag": "v9.0.0",
                    "same": 0,
                    "renamed": 0,
                    "missing": 1,
                    "new": 2,
                    "files": [
                      {
                        "change": "missing",
                        "old": "kelp.tar.gz"
                      },
                """);
    }

    @Test
    void aVersionThatNoTagHasIsAskedFor() {
        Ran ran = doctor("kelp-7.7.7-linux-amd64.tar.gz\n", "targets: [linux-amd64]\n");
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).contains("has no tag", "add '--against-tag v1.2.3'");
    }

    @Test
    void whatIsNoListIsRefusedWithItsPlace() {
        Ran ran = doctor("kelp.zip\n<!DOCTYPE html>\n", "targets: [linux-amd64]\n");
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).startsWith("old.txt:2:1: error: '<!DOCTYPE html>' is neither");
    }

    @Test
    void aListThatIsNotThereIsRefused() {
        assertThat(doctor("a.zip\n", "targets: [linux-amd64]\n", "--against-tag", "v1")
                        .exit())
                .isEqualTo(1);
        Ran ran = slipway("doctor", "--against", "no.txt");
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).contains("no such file or directory: 'no.txt'");
    }

    private Ran init(String... more) {
        sample.file("old.json", """
                        {
                          "tagName": "v1.2.3",
                          "assets": [
                            { "name": "kelp-linux-amd64.tgz" },
                            { "name": "kelp_checksums.txt" }
                          ]
                        }
                        """).committed().git("tag", "v1.2.3").origin("https://github.com/me/kelp");
        return slipway(
                Stream.concat(Stream.of("init", "--date", "2026-11-23", "--against", "old.json"), Stream.of(more))
                        .toArray(String[]::new));
    }

    @Test
    void initSaysWhatIsLostBeforeItWrites() {
        Ran ran = init();
        assertThat(ran.exit()).isZero();
        assertThat(ran.out())
                .containsSubsequence(
                        "archive.name   {name}-{platform}     from old.json:4",
                        "guesses:",
                        "files of v1.2.3 (from old.json), and those that the config makes of v1.2.3:",
                        "  renamed  kelp-linux-amd64.tgz  ->  kelp-linux-amd64.tar.gz",
                        "  same     kelp_checksums.txt",
                        "  1 same, 1 renamed, 0 missing, 0 new",
                        "wrote ");
        assertThat(slipway("doctor", "--date", "2026-11-23", "--against", "old.json")
                        .exit())
                .isEqualTo(1);
        sample.file("old.json", "kelp-linux-amd64.tar.gz\n");
        assertThat(slipway("doctor", "--date", "2026-11-23", "--against", "old.json")
                        .exit())
                .isZero();
    }

    @Test
    void aDryRunSaysTheSameBesideTheConfig() {
        Ran ran = init("--dry-run");
        assertThat(ran.out()).endsWith("ci: { branches: [main] }\n").doesNotContain("renamed");
        assertThat(ran.err()).contains("  renamed  kelp-linux-amd64.tgz  ->  kelp-linux-amd64.tar.gz");
        assertThat(directory.resolve("slipway.yml")).doesNotExist();
    }

    @Test
    void theReportOfInitIsAnObjectToo() {
        Ran ran = init("--dry-run", "--format", "json");
        assertThat(ran.exit()).isZero();
        assertThat(ran.out())
                .startsWith("{\n  \"version\": 1,\n  \"config\": \"# yaml")
                .contains(
                        "\"kind\": \"guess\",\n      \"key\": \"archive.layout\",\n      \"value\": \"flat\",",
                        "\"proof\": \"run 'slipway init --against … --archive FILE' with an archive of the last release\"",
                        "\"change\": \"renamed\",\n        \"old\": \"kelp-linux-amd64.tgz\",");
    }

    @Test
    void anArchiveNeedsTheNamesOfItsRelease() {
        sample.committed();
        Ran ran = slipway("init", "--archive", "a.zip");
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).contains("--archive needs --against");
    }

    @Test
    void standardInputHasWordsInReports() {
        assertThat(Against.shown("-")).isEqualTo("standard input");
        assertThat(Against.shown("old/kelp.zip")).isEqualTo("old/kelp.zip");
    }

    @Test
    void anArchiveOfAnotherKindIsRefused() {
        sample.file("a.tar.xz", new byte[] {(byte) 0xfd, '7', 'z', 'X', 'Z', 0});
        Ran ran = init("--archive", "a.tar.xz");
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).contains("'a.tar.xz' cannot be read: Java unpacks gzip and zip only", "tar -tf ARCHIVE");
        assertThat(directory.resolve("slipway.yml")).doesNotExist();
    }
}
