package dev.slipway.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import dev.slipway.Version;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the steps of action.yml in a rehearsed workflow, with releases that a server of this machine offers. */
@Tag("bash")
class ActionTest {
    /** Says what it is called with, and ends with the code that is in the file {@code code} of the directory. */
    private static final String ECHO = """
            #!/bin/sh
            case $1 in
              --version) echo 'slipway 9.8.7' ;;
              *) printf 'called with'; printf ' <%s>' "$@"; echo; exit "$(cat "$2/code")" ;;
            esac
            """;

    private static final String WORKFLOW = """
            on: push
            permissions: {}
            env: { SLIPWAY_DOWNLOADS: 'http://HOST' }
            jobs:
              real:
                runs-on: ubuntu-latest
                permissions: { contents: read }
                steps:
                  - uses: actions/checkout@v4
                  - run: echo '# changed' >> .github/workflows/release-and-publish.yml
                  - uses: ./
                    id: check
                    continue-on-error: true
                  - run: |
                      echo "it said ${{ steps.check.outputs.exit-code }}, and the step was a ${{ steps.check.outcome }}"
                      echo "it was slipway ${{ steps.check.outputs.version }}"
                  - uses: ./
                    with: { version: v9.8.7, command: doctor, working-directory: sub folder, arguments: "--quiet *\\n -v " }
                    continue-on-error: true
                    id: doctor
                  - run: echo "doctor ended with ${{ steps.doctor.outputs.exit-code }}"
                  - { uses: ./, with: { version: 9.8.7, arguments: --strict-pins } }
                  - { uses: ./, with: { version: 9.8.7, command: lint, arguments: --format=sarif a.yml } }
                  - { uses: ./, with: { version: source } }
                  - { uses: ./, with: { version: 9.8.7, command: rehearse; echo harm }, continue-on-error: true }
                  - { uses: ./, with: { version: 7.7.7 }, continue-on-error: true }
                  - { uses: ./, with: { version: 2.0.0 }, continue-on-error: true }
                  - { uses: ./, with: { version: latest }, continue-on-error: true }
                  - run: |
                      printf '#!/bin/sh\\necho "no attestation for $*"\\nexit 1\\n' > "$RUNNER_TEMP/gh"
                      chmod +x "$RUNNER_TEMP/gh"
                      echo "$RUNNER_TEMP" >> "$GITHUB_PATH"
                  - { uses: ./, with: { version: 1.0.0 }, continue-on-error: true }
              mac:
                runs-on: macos-15
                permissions: { contents: read }
                steps:
                  - uses: actions/checkout@v4
                  - { uses: ./, with: { version: 9.8.7, command: generate } }
              intel:
                runs-on: macos-15-intel
                permissions: { contents: read }
                steps:
                  - uses: actions/checkout@v4
                  - { uses: ./, with: { version: 9.8.7, command: doctor } }
            """;

    @TempDir
    private static Path root;

    @TempDir
    private static Path scratch;

    private static final Map<String, byte[]> OFFERED = new TreeMap<>();
    private static HttpServer server;
    private static Ran ran;

    @BeforeAll
    static void rehearse() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "no bash on this machine");
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/curl")), "no curl on this machine");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classpath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        offer(Version.current(), "linux-amd64", "slipway", """
                #!/bin/sh
                exec '%s' -XX:TieredStopAtLevel=1 -cp '%s' dev.slipway.cli.Start "$@"
                """.formatted(java, classpath));
        offer("9.8.7", "linux-amd64", "slipway", ECHO);
        offer("9.8.7", "macos-arm64", "slipway", ECHO);
        offer("9.8.7", "slipway.jar", jar());
        offer("1.0.0", "linux-amd64", "slipway", ECHO);
        offer("2.0.0", "linux-amd64", "slipway", ECHO);
        OFFERED.put(
                "/v2.0.0/slipway-v2.0.0-linux-amd64.tar.gz.sha256",
                "0".repeat(64).getBytes(UTF_8));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] body = OFFERED.getOrDefault(exchange.getRequestURI().getPath(), new byte[0]);
            exchange.sendResponseHeaders(body.length == 0 ? 404 : 200, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        String host =
                server.getAddress().getHostString() + ":" + server.getAddress().getPort();
        Folder folder = new Folder(root)
                .write("action.yml", Files.readString(Path.of("action.yml")))
                .write("code", "0")
                .write("sub folder/code", "3")
                .write("bin/slipway", ECHO.replace("called", "built and called"))
                .write(".github/workflows/try.yml", WORKFLOW.replace("HOST", host))
                .write("slipway.yml", """
                        name: tide
                        repository: harbour/tide
                        command: { build: make, static: true }
                        targets: [linux-amd64]
                        """);
        assertThat(root.resolve("bin/slipway").toFile().setExecutable(true)).isTrue();
        assertThat(folder.run("generate").exit()).isZero();
        command("git", "init", "--quiet", "--initial-branch=main");
        command("git", "add", "--all");
        command("git", "-c", "user.name=a", "-c", "user.email=a@example.com", "commit", "--quiet", "--message=a");
        ran = folder.run("rehearse", "--workflow", ".github/workflows/try.yml", "--verbose");
    }

    @AfterAll
    static void close() {
        if (server != null) {
            server.stop(0);
        }
    }

    private static void command(String... words) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(words)
                .directory(root.toFile())
                .redirectErrorStream(true)
                .start();
        String out = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(out).isZero();
    }

    /** Offers a release for a platform; its program is a script. */
    private static void offer(String version, String platform, String program, String script) throws Exception {
        Path content = Files.createDirectories(scratch.resolve(version).resolve(platform));
        Path file = content.resolve(program);
        Files.createDirectories(file.getParent());
        Files.writeString(file, script);
        assertThat(file.toFile().setExecutable(true)).isTrue();
        Path archive = scratch.resolve(version + platform + ".tar.gz");
        command("tar", "-czf", archive.toString(), "-C", content.toString(), ".");
        offer(version, "slipway-v" + version + "-" + platform + ".tar.gz", Files.readAllBytes(archive));
    }

    private static void offer(String version, String name, byte[] bytes) throws Exception {
        OFFERED.put("/v" + version + "/" + name, bytes);
        BigInteger sum = new BigInteger(1, MessageDigest.getInstance("SHA-256").digest(bytes));
        OFFERED.put(
                "/v" + version + "/" + name + ".sha256",
                "%064x  %s\n".formatted(sum, name).getBytes(UTF_8));
    }

    /** What the steps printed. */
    private static String log() {
        return ran.err();
    }

    @Test
    void everyStepEndsAsTheWorkflowExpects() {
        assertThat(ran.exit()).as(ran.out() + ran.err()).isZero();
    }

    @Test
    void theReleaseOfThisVersionIsDownloadedAndAnnotatesWhatIsNotCurrent() {
        assertThat(log())
                .contains(":error file=.github/workflows/release-and-publish.yml")
                .contains("it said 1, and the step was a failure", "it was slipway " + Version.current());
        assertThat(ran.out()).contains("verified the attestation of slipway-v");
    }

    @Test
    void theProgramIsCalledWithWhatTheInputsSay() {
        assertThat(log())
                .contains("called with <-C> <.> <check> <--strict-pins> <--format> <github>\n")
                .contains("called with <-C> <.> <lint> <--format=sarif> <a.yml>\n")
                .contains("called with <-C> <sub folder> <doctor> <--quiet> <*> <-v>\n", "doctor ended with 3");
    }

    @Test
    void theArchiveForMacOsIsComparedWithoutSha256sum() {
        assertThat(log()).contains("  called with <-C> <.> <generate>\n");
    }

    /** A jar that prints what it is called with. */
    private static byte[] jar() throws Exception {
        Path sources = Files.writeString(scratch.resolve("Echo.java"), """
                public class Echo {
                    public static void main(String[] words) {
                        System.out.println("the jar was called with " + String.join(" ", words));
                    }
                }
                """);
        String home = System.getProperty("java.home");
        command(home + "/bin/javac", "--release", "17", "-d", scratch.toString(), sources.toString());
        Path jar = scratch.resolve("echo.jar");
        command(home + "/bin/jar", "-c", "-f", jar.toString(), "-e", "Echo", "-C", scratch.toString(), "Echo.class");
        return Files.readAllBytes(jar);
    }

    @Test
    void anIntelMacRunsTheJar() {
        assertThat(log()).contains("the jar was called with -C . doctor\n");
    }

    @Test
    void theCommitOfTheActionRunsWhereTheVersionIsSource() {
        assertThat(log()).contains("built and called with <-C> <.> <check> <--format> <github>\n");
    }

    @Test
    void anotherCommandIsRefused() {
        assertThat(log())
                .contains("is not check, generate, lint or doctor")
                .doesNotContain("called with <-C> <.> <rehearse");
    }

    @Test
    void aReleaseThatDoesNotExistIsNamed() {
        assertThat(log())
                .contains("no release 7.7.7 has the file slipway-v7.7.7-linux-amd64.tar.gz")
                .contains("the version latest is neither a release, such as 0.1.0, nor 'source'");
    }

    @Test
    void aWrongChecksumIsRefused() {
        assertThat(log()).contains("and the release says " + "0".repeat(64));
    }

    @Test
    void whatGhCannotVerifyIsRefused() {
        assertThat(log())
                .contains("no attestation for attestation verify slipway-v1.0.0-linux-amd64.tar.gz"
                        + " --repo slipway-dev/slipway --source-ref refs/tags/v1.0.0")
                .contains("gh cannot verify that slipway-v1.0.0-linux-amd64.tar.gz was built by the release workflow");
    }
}
