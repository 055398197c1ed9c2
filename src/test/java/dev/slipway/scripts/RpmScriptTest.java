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

/** Runs what the job runs that makes packages for RPM, and asks rpm what they are. */
@Tag("bash")
class RpmScriptTest {
    private static final String CONFIG = "repository: otto-rs/otto\nlicense: MIT\n";
    private static final String RUST =
            CONFIG + "description: runs 100%d of tasks\nrust: {}\ntargets: [linux-amd64-musl, linux-arm64-musl]\n";
    private static final String QUERY = "rpm --dbpath \"$PWD/db\" -qp ";

    @TempDir
    private Path root;

    @BeforeEach
    void assumeTools() {
        Scripts.assumeBash();
        for (String tool : List.of("rpmbuild", "rpm", "git")) {
            assumeTrue(Scripts.onPath(tool), "no " + tool + " on this machine");
        }
    }

    /** @param pack makes the archives, in a folder with the folder {@code dist} */
    private Runner runner(String config, String version, String pack) throws Exception {
        Generation release = Examples.generate(config + "\n");
        Runner runner = Runner.of(root, release, "package")
                .given("needs.version.outputs.tag", "v" + version)
                .given("needs.version.outputs.version", version)
                .file("repository/LICENSE", "Do as you like.\n")
                .committed("repository", "2026-01-02T03:04:05Z");
        runner.bash("mkdir dist && " + pack).succeeds();
        return runner;
    }

    private Runner rust(String packages, String version) throws Exception {
        return runner(
                RUST + "packages: { rpm: " + packages + " }",
                version,
                "mkdir in && cp /bin/true in/otto && echo .TH OTTO 1 > in/otto.1 && echo '# x' | tee in/_otto in/otto.bash "
                        + "in/_otto.ps1 > in/otto.fish && for arch in amd64 arm64; do mkdir -p packed; cp -R in packed/otto-v"
                        + version
                        + "-linux-$arch-musl.tar.gz; done");
    }

    private static List<String> lines(Runner runner, String command) throws Exception {
        return runner.bash(command).succeeds().output().lines().toList();
    }

    @Test
    void aPackageHoldsTheProgramsAndWhatBelongsToThem() throws Exception {
        Runner runner = rust("true", "1.2.3");
        runner.step("Build RPM packages").succeeds();
        assertThat(lines(runner, QUERY + "-i dist/otto-1.2.3-1.aarch64.rpm"))
                .contains(
                        "Name        : otto",
                        "Version     : 1.2.3",
                        "Architecture: aarch64",
                        "License     : MIT",
                        "URL         : https://github.com/otto-rs/otto",
                        "Summary     : runs 100%d of tasks");
        assertThat(lines(runner, QUERY + "-l dist/otto-1.2.3-1.x86_64.rpm"))
                .containsExactlyInAnyOrder(
                        "/usr/bin/otto",
                        "/usr/share/bash-completion/completions/otto",
                        "/usr/share/fish/vendor_completions.d/otto.fish",
                        "/usr/share/licenses/otto",
                        "/usr/share/licenses/otto/LICENSE",
                        "/usr/share/man/man1/otto.1.gz",
                        "/usr/share/zsh/site-functions/_otto");
        assertThat(lines(runner, QUERY + "--licensefiles dist/otto-1.2.3-1.x86_64.rpm"))
                .containsExactly("/usr/share/licenses/otto/LICENSE");
        assertThat(lines(runner, QUERY + "-lv dist/otto-1.2.3-1.x86_64.rpm | awk '{ print $1, $3, $4, $9 }'"))
                .contains("-rwxr-xr-x root root /usr/bin/otto")
                .allMatch(line -> line.contains(" root root "));
        runner.bash("rpm2archive dist/otto-1.2.3-1.x86_64.rpm && tar -xzf dist/*.tgz && usr/bin/otto")
                .succeeds();
    }

    @Test
    void theSameCommitGivesTheSamePackage() throws Exception {
        Runner runner = rust("true", "1.2.3");
        runner.step("Build RPM packages").succeeds();
        runner.bash("mv dist before && mkdir dist; sleep 1; touch repository/LICENSE")
                .succeeds();
        runner.step("Build RPM packages").succeeds();
        runner.bash("cmp before/otto-1.2.3-1.x86_64.rpm dist/otto-1.2.3-1.x86_64.rpm")
                .succeeds();
        assertThat(lines(runner, QUERY + "--queryformat '%{BUILDTIME} %{BUILDHOST}' dist/otto-1.2.3-1.aarch64.rpm"))
                .containsExactly("1767323045 localhost");
    }

    @ParameterizedTest
    @CsvSource({"1.0.0-rc.1, 1.0.0~rc.1", "1.0.0-rc-1, 1.0.0~rc.1", "1.0.0+5, 1.0.0+5"})
    void aPrereleaseComesBeforeItsRelease(String version, String sorted) throws Exception {
        Runner runner = rust("{ targets: linux-amd64-musl }", version);
        runner.step("Build RPM packages").succeeds();
        assertThat(lines(runner, QUERY + "--queryformat '%{VERSION}' dist/otto-" + version + "-1.x86_64.rpm"))
                .containsExactly(sorted);
        assertThat(lines(runner, "ls dist")).hasSize(1);
    }

    @Test
    void whatIsNeededIsReadOffTheProgramsAndTheConfig() throws Exception {
        Runner runner = rust("{ package: Otto-cli, depends: [git, openssl-libs >= 3.0] }", "1.2.3");
        runner.step("Build RPM packages").succeeds();
        assertThat(lines(runner, QUERY + "--requires dist/Otto-cli-1.2.3-1.x86_64.rpm"))
                .contains("git", "openssl-libs >= 3.0")
                .anyMatch(need -> need.startsWith("libc.so.6("));
    }

    @Test
    void aProgramThatIsAFolderIsLinkedToAndItsLibrariesAreItsOwn() throws Exception {
        Runner runner = runner(
                CONFIG + "maven: {}\ntargets: linux-amd64\npackages: { rpm: true }",
                "1.2.3",
                "mkdir -p in/otto/bin in/otto/lib && cp /bin/true in/otto/bin/otto && "
                        + "cp \"$(ldd /bin/true | awk '/libc.so/ { print $3 }')\" in/otto/lib/libown.so.1 && "
                        + "mkdir packed && cp -R in packed/otto-v1.2.3-linux-amd64.tar.gz");
        runner.step("Build RPM packages").succeeds();
        assertThat(lines(runner, QUERY + "-l dist/otto-1.2.3-1.x86_64.rpm"))
                .containsExactlyInAnyOrder(
                        "/usr/bin/otto",
                        "/usr/lib/otto",
                        "/usr/lib/otto/bin",
                        "/usr/lib/otto/bin/otto",
                        "/usr/lib/otto/lib",
                        "/usr/lib/otto/lib/libown.so.1",
                        "/usr/share/licenses/otto",
                        "/usr/share/licenses/otto/LICENSE");
        assertThat(lines(runner, QUERY + "--provides dist/otto-1.2.3-1.x86_64.rpm"))
                .containsExactlyInAnyOrder("otto = 1.2.3-1", "otto(x86-64) = 1.2.3-1");
    }

    /** Nobody has a library of its own: a package that asks for one could not be installed. */
    @Test
    void aProgramInAFolderMayNeedALibraryOfTheFolder() throws Exception {
        assumeTrue(Scripts.onPath("cc"), "no C compiler on this machine");
        Runner runner = runner(
                CONFIG + "maven: {}\ntargets: linux-amd64\npackages: { rpm: true }",
                "1.2.3",
                "mkdir -p in/otto/bin in/otto/lib && echo 'int f(void) { return 0; }' > f.c && "
                        + "cc -shared -o in/otto/lib/libown+.so.1 -Wl,-soname,libown+.so.1 f.c && "
                        + "echo 'int f(void); int main(void) { return f(); }' > f.c && "
                        + "cc -o in/otto/bin/otto f.c in/otto/lib/libown+.so.1 && "
                        + "mkdir packed && cp -R in packed/otto-v1.2.3-linux-amd64.tar.gz");
        runner.step("Build RPM packages").succeeds();
        assertThat(lines(runner, QUERY + "--requires dist/otto-1.2.3-1.x86_64.rpm"))
                .noneMatch(need -> need.contains("libown"))
                .anyMatch(need -> need.startsWith("libc.so.6("));
    }
}
