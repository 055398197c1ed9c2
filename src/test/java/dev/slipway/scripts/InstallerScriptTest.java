package dev.slipway.scripts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import dev.slipway.Examples;
import dev.slipway.Generation;
import dev.slipway.files.GeneratedFile;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs the installer of a release as people do, against a server with its archives. */
@Tag("bash")
class InstallerScriptTest {
    private static final String CONFIG = """
            repository: otto-rs/otto
            rust: { bins: [otto, ottod] }
            targets: [linux-amd64, linux-amd64-musl, linux-arm64, linux-armv7, macos-amd64, macos-universal]
            linux: { container: debian:bookworm }
            packages: { installers: [shell] }
            """;
    private static final List<String> PLATFORMS =
            List.of("linux-amd64", "linux-amd64-musl", "linux-arm64", "linux-armv7", "macos-amd64", "macos-universal");

    @TempDir
    private Path root;

    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        Scripts.assumeBash();
        assumeTrue(Scripts.onPath("curl"), "no curl on this machine");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            Path file = root.resolve("work/dist")
                    .resolve(exchange.getRequestURI().getPath().substring(1));
            byte[] bytes = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
            exchange.sendResponseHeaders(Files.exists(file) ? 200 : 404, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private Runner released(String more) throws Exception {
        Generation generation = Examples.generate(CONFIG + more + "\n");
        Runner runner = new Runner(root, generation.blueprint().release(), "package");
        runner.given("github.ref_name", "v1.2.3");
        for (GeneratedFile file : generation.files().files()) {
            runner.file("repository/" + file.path(), file.text());
        }
        for (String platform : PLATFORMS) {
            String name = "otto-v1.2.3-" + platform;
            String top = more.contains("layout: dir") ? name : ".";
            runner.bash("mkdir -p dist in/" + name + "/" + top
                            + " && for it in otto ottod; do printf '#!/bin/sh\\necho "
                            + platform + " %s\\n' $it > in/" + name + "/" + top + "/$it; chmod 755 in/" + name + "/"
                            + top
                            + "/$it; done && " + pack(more, name))
                    .succeeds();
        }
        runner.step("Fill in the tag and checksums").succeeds();
        return runner.machine("HOME", root.resolve("home").toString());
    }

    private static String pack(String more, String name) {
        return more.contains("zip")
                ? "(cd in/" + name + " && zip -qr ../../dist/" + name + ".zip .)"
                : "tar -caf dist/" + name + "." + ending(more) + " -C in/" + name + " .";
    }

    private static String ending(String more) {
        return Stream.of("tar.zst", "tar.xz").filter(more::contains).findFirst().orElse("tar.gz");
    }

    /** Says what machine it is. */
    private static Runner on(Runner runner, String system, String machine, String glibc) throws IOException {
        return runner.stub("uname", "case $1 in -s) echo " + system + " ;; *) echo " + machine + " ;; esac")
                .stub(
                        "getconf",
                        "case $1 in LONG_BIT) echo 64 ;; *) " + (glibc.isEmpty() ? "exit 1" : "echo glibc " + glibc)
                                + " ;; esac")
                .stub("sysctl", "exit 1");
    }

    private Runner.Outcome install(Runner runner, String shell, String options) throws Exception {
        return runner.bash(shell + " dist/otto-installer.sh --from http://127.0.0.1:"
                + server.getAddress().getPort() + " " + options);
    }

    @ParameterizedTest
    @CsvSource({
        "Linux, x86_64, 2.36, linux-amd64",
        "Linux, x86_64, 2.41, linux-amd64",
        "Linux, x86_64, 2.31, linux-amd64-musl",
        "Linux, x86_64, 2.4, linux-amd64-musl",
        "Linux, x86_64, '', linux-amd64-musl",
        "Linux, aarch64, 2.39, linux-arm64",
        "Linux, armv7l, 2.36, linux-armv7",
        "Darwin, x86_64, '', macos-amd64",
        "Darwin, arm64, '', macos-universal",
    })
    void installsWhatFitsTheMachine(String system, String machine, String glibc, String platform) throws Exception {
        Runner runner = on(released(""), system, machine, glibc);
        assertThat(install(runner, "sh", "").succeeds().output())
                .contains("installed otto v1.2.3 in " + root.resolve("home/.local/bin"))
                .doesNotContain("may not start");
        assertThat(runner.bash("../home/.local/bin/otto; ../home/.local/bin/ottod")
                        .output())
                .isEqualTo(platform + " otto\n" + platform + " ottod\n");
    }

    @Test
    void saysWhatMayNotStart() throws Exception {
        assertThat(install(on(released(""), "Linux", "aarch64", "2.31"), "sh", "")
                        .succeeds()
                        .output())
                .contains(
                        "otto-v1.2.3-linux-arm64.tar.gz was built for glibc 2.36, and this system has 2.31: it may not start");
    }

    @ParameterizedTest
    @CsvSource({"Linux, riscv64, 2.36", "Linux, aarch64, ''", "SunOS, x86_64, ''", "FreeBSD, amd64, ''"})
    void refusesAMachineForWhichThereIsNothing(String system, String machine, String glibc) throws Exception {
        assertThat(install(on(released(""), system, machine, glibc), "sh", "")
                        .fails()
                        .output())
                .contains("no program for " + system + " on " + machine);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sh", "bash", "dash", "busybox sh"})
    void runsInEveryShell(String shell) throws Exception {
        assumeTrue(Scripts.onPath(shell.split(" ")[0]), "no " + shell + " on this machine");
        Runner runner = on(released("archive: { layout: dir }"), "Linux", "x86_64", "2.36");
        install(runner, shell, "--to 'a folder'").succeeds();
        assertThat(runner.bash("'a folder/otto' && ls -A 'a folder'").output())
                .isEqualTo("linux-amd64 otto\notto\nottod\n");
    }

    @Test
    void installsNothingThatIsNotWhatWasReleased() throws Exception {
        Runner runner = on(released(""), "Linux", "x86_64", "2.36");
        runner.bash("echo more >> dist/otto-v1.2.3-linux-amd64.tar.gz").succeeds();
        assertThat(install(runner, "sh", "").fails().output())
                .contains("the checksum of otto-v1.2.3-linux-amd64.tar.gz does not match the release");
        assertThat(root.resolve("home/.local")).doesNotExist();
    }

    @Test
    void installsNothingWhereNoChecksumCanBeComputed() throws Exception {
        Runner runner = on(released(""), "Linux", "x86_64", "2.36");
        String sh = tools(runner, "curl");
        runner.bash("rm tools/sha256sum").succeeds();
        assertThat(install(runner, sh, "").fails().output())
                .contains("sha256sum, shasum, sha256 or openssl is needed to compare checksums")
                .doesNotContain("does not match the release");
        runner.bash("rm -r tools").succeeds();
        assertThat(root.resolve("home/.local")).doesNotExist();
    }

    @Test
    void leavesNothingBehindAndReplacesWhatIsThere() throws Exception {
        Runner runner = on(released(""), "Linux", "x86_64", "2.36");
        runner.bash("mkdir -p ../home/.local/bin tmp && echo old > ../home/.local/bin/otto")
                .succeeds();
        install(runner, "TMPDIR=$PWD/tmp sh", "").succeeds();
        assertThat(runner.bash("ls -A tmp ../home/.local/bin").output())
                .isEqualTo("../home/.local/bin:\notto\nottod\n\ntmp:\n");
    }

    @Test
    void failsWhereADownloadFails() throws Exception {
        Runner runner = on(released(""), "Linux", "x86_64", "2.36");
        runner.bash("rm dist/otto-v1.2.3-linux-amd64.tar.gz").succeeds();
        assertThat(install(runner, "sh", "").fails().output())
                .contains("otto-installer.sh: could not download http://127.0.0.1:", "linux-amd64.tar.gz");
        assertThat(root.resolve("home/.local")).doesNotExist();
    }

    /** A path with the tools that an installer uses, and no others. */
    private static String tools(Runner runner, String more) throws Exception {
        runner.bash("mkdir tools && for it in sh bash cat cut sort head grep sha256sum mktemp rm mkdir tar gzip cp mv "
                        + "chmod printf " + more
                        + "; do ln -s \"$(command -v $it)\" tools/; done && cp ../bin/* tools/")
                .succeeds();
        return "PATH=$PWD/tools sh";
    }

    @Test
    void saysThatADownloadFailsWithWgetToo() throws Exception {
        assumeTrue(Scripts.onPath("wget"), "no wget on this machine");
        Runner runner = on(released(""), "Linux", "x86_64", "2.36");
        String sh = tools(runner, "wget");
        runner.bash("rm dist/otto-v1.2.3-linux-amd64.tar.gz").succeeds();
        assertThat(install(runner, sh, "").fails().output())
                .contains("otto-installer.sh: could not download http://127.0.0.1:", "linux-amd64.tar.gz");
        assertThat(root.resolve("home/.local")).doesNotExist();
        runner.bash("rm -r tools").succeeds();
    }

    @ParameterizedTest
    @CsvSource({"tar.zst, zstd", "tar.xz, xz", "zip, unzip"})
    void asksForWhatUnpacksAnArchiveBeforeItDownloadsIt(String format, String program) throws Exception {
        assumeTrue(Scripts.onPath(program), "no " + program + " on this machine");
        assumeTrue(!format.equals("zip") || Scripts.onPath("zip"), "no zip on this machine");
        Runner runner = on(released("archive: { format: " + format + " }"), "Linux", "x86_64", "2.36");
        String sh = tools(runner, "curl");
        assertThat(install(runner, sh, "").fails().output())
                .isEqualTo("otto-installer.sh: " + program + " is needed to unpack otto-v1.2.3-linux-amd64." + format
                        + ": install it first\n");
        runner.bash("ln -s \"$(command -v " + program + ")\" tools/").succeeds();
        install(runner, sh, "").succeeds();
        assertThat(runner.bash("rm -r tools && ../home/.local/bin/otto").output())
                .isEqualTo("linux-amd64 otto\n");
    }

    @Test
    void aTarWithALibraryForTheFormatNeedsNoProgram() throws Exception {
        assumeTrue(Scripts.onPath("zstd"), "no zstd on this machine");
        Runner runner = on(released("archive: { format: tar.zst }"), "Linux", "x86_64", "2.36");
        String sh = tools(runner, "curl");
        runner.stub(
                        "tar",
                        "if [[ $1 == --version ]]; then echo 'bsdtar 3.7.7 - libarchive 3.7.7 libzstd/1.5.6'; "
                                + "else export PATH=/usr/bin:/bin; exec tar \"$@\"; fi")
                .bash("rm tools/tar && cp ../bin/tar tools/ && ln -s \"$(command -v env)\" tools/")
                .succeeds();
        install(runner, sh, "").succeeds();
        assertThat(runner.bash("rm -r tools ../bin/tar && ../home/.local/bin/otto")
                        .output())
                .isEqualTo("linux-amd64 otto\n");
    }

    @Test
    void downloadsWithWgetWhereThereIsNoCurl() throws Exception {
        assumeTrue(Scripts.onPath("wget"), "no wget on this machine");
        Runner runner = on(released(""), "Linux", "x86_64", "2.36");
        install(runner, tools(runner, "wget"), "").succeeds();
        runner.bash("rm -r tools").succeeds();
    }

    @Test
    void saysWhatItKnows() throws Exception {
        Runner runner = on(released(""), "Linux", "x86_64", "2.36");
        assertThat(install(runner, "sh", "--help").succeeds().output())
                .contains("Installs otto v1.2.3.", "usage: sh otto-installer.sh [--to FOLDER]");
        assertThat(install(runner, "sh", "--too x").fails().output()).contains("unknown option '--too'");
        assertThat(install(runner, "sh", "--to").fails().output()).contains("--to needs a value");
    }

    @ParameterizedTest
    @ValueSource(strings = {"archive: { format: zip }", "archive: { format: zip, layout: dir }"})
    void unpacksOtherFormats(String archive) throws Exception {
        assumeTrue(Scripts.onPath("zip") && Scripts.onPath("unzip"), "no zip on this machine");
        Runner runner = on(released(archive), "Linux", "x86_64", "2.36");
        install(runner, "sh", "").succeeds();
        assertThat(runner.bash("../home/.local/bin/otto").output()).isEqualTo("linux-amd64 otto\n");
    }

    @Test
    void aProgramThatIsAFolderIsLinkedTo() throws Exception {
        Generation generation = Examples.generate(
                "repository: otto-rs/otto\nmaven: {}\ntargets: linux-amd64\n" + "packages: { installers: shell }\n");
        Runner runner =
                new Runner(root, generation.blueprint().release(), "package").given("github.ref_name", "v1.2.3");
        for (GeneratedFile file : generation.files().files()) {
            runner.file("repository/" + file.path(), file.text());
        }
        runner.bash("mkdir -p dist in/otto/bin && printf '#!/bin/sh\\necho java\\n' > in/otto/bin/otto && "
                        + "chmod 755 in/otto/bin/otto && tar -czf dist/otto-v1.2.3-linux-amd64.tar.gz -C in .")
                .succeeds();
        runner.step("Fill in the tag and checksums").succeeds();
        on(runner, "Linux", "x86_64", "2.36")
                .machine("HOME", root.resolve("home").toString());
        install(runner, "sh", "").succeeds();
        install(runner, "sh", "").succeeds();
        assertThat(runner.bash("../home/.local/bin/otto && cd ../home/.local && find . -type f -o -type l | sort && "
                                + "rm bin/otto")
                        .output())
                .isEqualTo("java\n./bin/otto\n./lib/otto/bin/otto\n");
        runner.bash("cd ../home/.local/lib && rm -r otto && mkdir otto && echo mine > otto/notes")
                .succeeds();
        assertThat(install(runner, "sh", "").fails().output()).contains("/lib/otto contains something else: remove it");
        assertThat(root.resolve("home/.local/lib/otto/notes")).hasContent("mine");
    }

    @Test
    void aPieceOfItDoesNothing() throws Exception {
        Runner runner = on(released(""), "Linux", "x86_64", "2.36");
        String whole = Files.readString(root.resolve("work/dist/otto-installer.sh"), StandardCharsets.UTF_8);
        Files.writeString(
                root.resolve("work/dist/otto-installer.sh"), whole.substring(0, whole.lastIndexOf("main \"$@\"")));
        install(runner, "sh", "");
        assertThat(root.resolve("home/.local")).doesNotExist();
        assertThat(runner.calls()).isEmpty();
    }
}
