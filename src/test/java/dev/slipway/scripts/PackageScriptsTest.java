package dev.slipway.scripts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.slipway.Examples;
import dev.slipway.Generation;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs what the job runs that makes packages. */
@Tag("bash")
class PackageScriptsTest {
    private static final String CONFIG = """
            repository: otto-rs/otto
            description: runs tasks
            license: MIT
            rust: {}
            targets: [linux-amd64-musl, linux-arm64-musl]
            """;

    /** What an archive holds, with a program that is linked with the C library of this machine. */
    private static final String PACK = """
            mkdir -p dist "in/$1/man" "in/$1/complete"
            printf '# as %s\\n' "$1" > "in/$1/complete/_otto"
            cp "in/$1/complete/_otto" "in/$1/complete/otto.bash"
            cp "in/$1/complete/_otto" "in/$1/complete/otto.fish"
            cp "in/$1/complete/_otto" "in/$1/complete/_otto.ps1"
            echo .TH OTTO 1 > "in/$1/man/otto.1"
            cp "${2:-/bin/true}" "in/$1/otto"
            """;

    @TempDir
    private Path root;

    @BeforeEach
    void assumeTools() {
        Scripts.assumeBash();
        for (String tool : List.of("dpkg-deb", "readelf", "xz", "git")) {
            assumeTrue(Scripts.onPath(tool), "no " + tool + " on this machine");
        }
    }

    private Runner runner(String config, String version) throws Exception {
        Generation release = Examples.generate(CONFIG + config + "\n");
        Runner runner = Runner.of(root, release, "package");
        runner.given("needs.version.outputs.tag", "v" + version).given("needs.version.outputs.version", version);
        return runner.file("repository/LICENSE", "Do as you like.\n").committed("repository");
    }

    private static Runner.Outcome pack(Runner runner, String archive, String program) throws Exception {
        return pack(runner, archive, "", program);
    }

    private static Runner.Outcome pack(Runner runner, String archive, String folder, String program) throws Exception {
        String name = archive.replaceFirst("\\.(tar\\..*|zip)$", "");
        String place =
                " && mkdir -p packed/" + archive + folder + " && mv in/" + name + "/* packed/" + archive + folder;
        return runner.bash("set -- " + name + " " + program + "\n" + PACK.stripTrailing() + place)
                .succeeds();
    }

    private static void packBoth(Runner runner, String tag, String program) throws Exception {
        pack(runner, "otto-" + tag + "-linux-amd64-musl.tar.gz", program);
        pack(runner, "otto-" + tag + "-linux-arm64-musl.tar.gz", program);
    }

    private static String field(Runner runner, String deb, String field) throws Exception {
        return runner.bash("dpkg-deb --field dist/" + deb + " " + field)
                .succeeds()
                .output()
                .strip();
    }

    @Test
    void aDebianPackageHoldsTheProgramsAndWhatBelongsToThem() throws Exception {
        Runner runner = runner("packages: { deb: true }", "1.2.3");
        packBoth(runner, "v1.2.3", "/bin/true");
        runner.step("Build Debian packages").succeeds();
        assertThat(field(runner, "otto_1.2.3_arm64.deb", "Architecture")).isEqualTo("arm64");
        assertThat(field(runner, "otto_1.2.3_amd64.deb", "Depends")).matches("libc6 \\(>= 2\\.[0-9]+\\)");
        assertThat(field(runner, "otto_1.2.3_amd64.deb", "Description"))
                .isEqualTo("runs tasks\n Released at https://github.com/otto-rs/otto/releases/tag/v1.2.3");
        String list = runner.bash("dpkg-deb --contents dist/otto_1.2.3_amd64.deb | awk '{ print $1, $2, $6 }'")
                .succeeds()
                .output();
        assertThat(list.lines().filter(line -> !line.endsWith("/")))
                .containsExactlyInAnyOrder(
                        "-rwxr-xr-x root/root ./usr/bin/otto",
                        "-rw-r--r-- root/root ./usr/share/bash-completion/completions/otto",
                        "-rw-r--r-- root/root ./usr/share/fish/vendor_completions.d/otto.fish",
                        "-rw-r--r-- root/root ./usr/share/zsh/vendor-completions/_otto",
                        "-rw-r--r-- root/root ./usr/share/man/man1/otto.1.gz",
                        "-rw-r--r-- root/root ./usr/share/doc/otto/copyright",
                        "-rw-r--r-- root/root ./usr/share/doc/otto/changelog.gz");
        assertThat(list).doesNotContain("drwx------");
        assertThat(runner.bash("dpkg-deb -x dist/otto_1.2.3_amd64.deb out && out/usr/bin/otto && "
                                + "cat out/usr/share/doc/otto/copyright && (cd out && dpkg-deb -e "
                                + "../dist/otto_1.2.3_amd64.deb control && md5sum --quiet -c control/md5sums)")
                        .succeeds()
                        .output())
                .contains("License: MIT", "Do as you like.");
    }

    @Test
    void theSameCommitGivesTheSamePackage() throws Exception {
        Runner runner = runner("packages: { deb: true }", "1.2.3");
        packBoth(runner, "v1.2.3", "/bin/true");
        runner.step("Build Debian packages").succeeds();
        runner.bash("mv dist before; mkdir dist; sleep 1").succeeds();
        runner.step("Build Debian packages").succeeds();
        runner.bash("cmp before/otto_1.2.3_amd64.deb dist/otto_1.2.3_amd64.deb").succeeds();
    }

    @Test
    void aProjectWithoutALicenceHasAPackageToo() throws Exception {
        Runner runner = runner("packages: { deb: true }", "1.2.3");
        packBoth(runner, "v1.2.3", "/bin/true");
        runner.bash("rm repository/LICENSE").succeeds();
        runner.step("Build Debian packages").succeeds();
    }

    @ParameterizedTest
    @CsvSource({"1.0.0-rc.1, 1.0.0~rc.1", "1.0.0-rc-1, 1.0.0~rc.1", "1.0.0+5, 1.0.0+5", "1.0.0, 1.0.0"})
    void aPrereleaseComesBeforeItsRelease(String version, String debian) throws Exception {
        Runner runner = runner("packages: { deb: { targets: linux-amd64-musl } }", version);
        pack(runner, "otto-v" + version + "-linux-amd64-musl.tar.gz", "/bin/true");
        runner.step("Build Debian packages").succeeds();
        assertThat(field(runner, "otto_" + version + "_amd64.deb", "Version")).isEqualTo(debian);
    }

    @ParameterizedTest
    @CsvSource({
        "layout: dir, otto-v1.2.3-linux-amd64-musl.tar.gz",
        "format: tar.xz, otto-v1.2.3-linux-amd64-musl.tar.xz",
        "layout: bin, otto-v1.2.3-linux-amd64-musl.tar.gz",
        "layout: raw, otto-v1.2.3-linux-amd64-musl"
    })
    void whateverTheArchiveLooksLike(String archive, String file) throws Exception {
        Runner runner =
                runner("packages: { deb: { targets: linux-amd64-musl } }\narchive: { " + archive + " }", "1.2.3");
        if (archive.endsWith("raw")) {
            runner.bash("mkdir dist && cp /bin/true dist/" + file).succeeds();
        } else if (archive.endsWith("dir")) {
            pack(runner, file, "/" + file.replace(".tar.gz", ""), "/bin/true");
        } else {
            pack(runner, file, "/bin/true");
        }
        runner.step("Build Debian packages").succeeds();
        runner.bash("dpkg-deb -x dist/otto_1.2.3_amd64.deb out && out/usr/bin/otto")
                .succeeds();
    }

    @Test
    void aProgramThatIsAFolderIsLinkedTo() throws Exception {
        Generation release = Examples.generate(
                "repository: otto-rs/otto\nmaven: {}\ntargets: linux-amd64\npackages: { deb: true }\n");
        Runner runner = Runner.of(root, release, "package")
                .given("needs.version.outputs.tag", "v1.2.3")
                .given("needs.version.outputs.version", "1.2.3")
                .file("repository/LICENSE", "Do as you like.\n")
                .committed("repository");
        runner.bash("mkdir -p dist packed/otto-v1.2.3-linux-amd64.tar.gz in/otto/bin in/otto/lib/man && "
                        + "cp /bin/true in/otto/bin/otto && echo x > in/otto/lib/man/java.1 && "
                        + "mv in/* packed/otto-v1.2.3-linux-amd64.tar.gz")
                .succeeds();
        runner.step("Build Debian packages").succeeds();
        assertThat(runner.bash("dpkg-deb -x dist/otto_1.2.3_amd64.deb out && out/usr/bin/otto && cd out && "
                                + "find usr -type f -o -type l | LC_ALL=C sort && readlink usr/bin/otto")
                        .succeeds()
                        .output()
                        .lines())
                .containsExactly(
                        "usr/bin/otto",
                        "usr/lib/otto/bin/otto",
                        "usr/lib/otto/lib/man/java.1",
                        "usr/share/doc/otto/changelog.gz",
                        "usr/share/doc/otto/copyright",
                        "../lib/otto/bin/otto");
    }

    @Test
    void theProgramsInAFolderSayWhatItNeedsAndItsLibrariesAreItsOwn() throws Exception {
        assumeTrue(Scripts.onPath("cc"), "no C compiler on this machine");
        Generation release = Examples.generate(
                "repository: otto-rs/otto\nmaven: {}\ntargets: linux-amd64\npackages: { deb: true }\n");
        Runner runner = Runner.of(root, release, "package")
                .given("needs.version.outputs.tag", "v1.2.3")
                .given("needs.version.outputs.version", "1.2.3")
                .committed("repository");
        String folder = "packed/otto-v1.2.3-linux-amd64.tar.gz/otto";
        runner.bash(
                        "mkdir -p dist " + folder + "/bin " + folder + "/lib && cd " + folder
                                + " && printf '#!/bin/sh\\nexec java\\n' > bin/otto && chmod 755 bin/otto && "
                                + "echo 'int f(void) { return 0; }' > f.c && cc -shared -o lib/libown.so -Wl,-soname,libown.so f.c && "
                                + "cc -shared -o lib/libodd.so -Wl,-soname,libodd.so f.c && "
                                + "cc -shared -o lib/libscreen.so -Wl,--no-as-needed f.c lib/libodd.so && rm lib/libodd.so && "
                                + "echo 'int f(void); int main(void) { return f(); }' > f.c && cc -o lib/java f.c lib/libown.so && rm f.c")
                .succeeds();
        runner.step("Build Debian packages").succeeds();
        assertThat(field(runner, "otto_1.2.3_amd64.deb", "Depends")).matches("libc6 \\(>= 2\\.[0-9]+\\)");
    }

    @Test
    void aLibraryThatNobodyKnowsHasToBeNamed() throws Exception {
        assumeTrue(Scripts.onPath("cc"), "no C compiler on this machine");
        String compile = "mkdir lib && echo 'int f(void) { return 0; }' > f.c && cc -shared -o lib/libodd.so.7 "
                + "-Wl,-soname,libodd.so.7 f.c && echo 'int f(void); int main(void) { return f(); }' > main.c && "
                + "cc -o odd main.c lib/libodd.so.7";
        Runner runner = runner("packages: { deb: true }", "1.2.3");
        runner.bash(compile).succeeds();
        packBoth(runner, "v1.2.3", "odd");
        assertThat(runner.step("Build Debian packages").fails().output())
                .contains("::error::otto needs libodd.so.7: add the package that contains it to packages.deb.depends");
    }

    @Test
    void packagesThatTheConfigNamesAreNeededToo() throws Exception {
        Runner runner = runner("packages: { deb: { depends: [git, libodd7 (>= 7)], section: devel } }", "1.2.3");
        packBoth(runner, "v1.2.3", "/bin/true");
        runner.step("Build Debian packages").succeeds();
        assertThat(field(runner, "otto_1.2.3_amd64.deb", "Depends"))
                .matches("git, libc6 \\(>= 2\\.[0-9]+\\), libodd7 \\(>= 7\\)");
        assertThat(field(runner, "otto_1.2.3_amd64.deb", "Section")).isEqualTo("devel");
    }
}
