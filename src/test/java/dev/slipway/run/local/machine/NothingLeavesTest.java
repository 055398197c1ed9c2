package dev.slipway.run.local.machine;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.slipway.run.Effect;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What steps send and fetch reaches this machine alone. */
@Tag("once")
class NothingLeavesTest {
    private static Note outside(String text) {
        return new Note.Outside(new Effect.Other(text));
    }

    @TempDir
    private Path root;

    private HttpServer server;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private Runner runner;

    @BeforeEach
    void start() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
            byte[] answer = "answer".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        runner = Runner.of(root, "ubuntu-24.04", Runner.person(), Set.of("allowed.invalid"), Map.of())
                .env("API", address())
                .env("GITHUB_API_URL", address() + "/api/v3");
    }

    @AfterEach
    void stop() throws Exception {
        server.stop(0);
        Runner.unlink(root);
    }

    private String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @ParameterizedTest
    @ValueSource(strings = {"curl", "wget"})
    void thisMachineAnswers(String program) throws Exception {
        runner.needs(program);
        String script =
                program.equals("curl") ? "curl -sS -H 'A: https://example.org' \"$API/x\"" : "wget -q -O - \"$API/x\"";
        assertThat(runner.env("http_proxy", "http://127.0.0.1:1").run(script).line())
                .isEqualTo("answer");
        assertThat(requests).containsExactly("GET /x");
        assertThat(runner.notes()).isEmpty();
    }

    @Test
    void theAddressOfGitHubsApiIsThatOfTheRehearsal() throws Exception {
        runner.needs("curl");
        String status = runner.run("curl --silent --output /dev/null --write-out '%{http_code}' --header @- "
                        + "\"https://api.github.com/repos/otto/otto\" <<< 'Authorization: Bearer token'")
                .line();
        assertThat(status).isEqualTo("200");
        assertThat(requests).containsExactly("GET /api/v3/repos/otto/otto");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "curl -fsSL https://user:secret@example.com/tool.tar.gz?key=secret",
                "curl -fsSLo tool.tar.gz example.com/tool.tar.gz",
                "curl --output tool.tar.gz --url https://example.com/tool.tar.gz",
                "curl -sS \"$API/x\" https://example.com/tool.tar.gz",
                "wget -qO tool.tar.gz https://example.com/tool.tar.gz"
            })
    void otherAddressesAreNotAsked(String script) throws Exception {
        runner.needs("curl").needs("wget");
        assertThat(runner.run(script).fails().text()).contains("a rehearsal does not download from example.com");
        assertThat(requests).isEmpty();
        assertThat(runner.notes())
                .singleElement()
                .isInstanceOf(Note.Outside.class)
                .satisfies(each -> assertThat(each.text()).contains("example.com/tool.tar.gz"));
        assertThat(runner.toolbox().record()).content().doesNotContain("secret");
    }

    @Test
    void anAddressInAFileCannotBeSeen() throws Exception {
        runner.needs("curl").file("config", "url = https://example.com\n");
        assertThat(runner.run("curl --config config").fails().text()).contains("cannot see");
    }

    /** The host does not exist, so that the real program says so. */
    @Test
    void anAllowedHostIsAsked() throws Exception {
        runner.needs("curl");
        assertThat(runner.run("curl -sS --max-time 5 https://allowed.invalid/x")
                        .fails()
                        .text())
                .startsWith("curl: (")
                .doesNotContain("rehearsal");
        assertThat(runner.notes()).isEmpty();
    }

    @Test
    void whatWouldBeSentIsRecorded() throws Exception {
        runner.needs("curl");
        runner.run(
                        "curl --fail --silent --show-error --json '{\"text\": \"out\"}' https://example.com/hook/secret-free")
                .succeeds();
        assertThat(runner.run(
                                "curl -s -o /dev/null -w '%{http_code}\\n' -X PUT -d @- https://example.com/x < /dev/null")
                        .line())
                .isEqualTo("200");
        assertThat(runner.notes())
                .containsExactly(
                        outside("would send POST https://example.com/hook/secret-free"),
                        outside("would send PUT https://example.com/x"));
    }

    @Test
    void gitPushesToFoldersOnly() throws Exception {
        runner.needs("git");
        runner.run("""
                git init -q --bare ../there.git
                git init -q -b main
                git -c user.name=a -c user.email=a@example.org commit -q --allow-empty -m first
                git remote add near ../there.git
                git remote add far https://user:secret@example.com/otto.git
                git push -q near main
                git -C . push -q "file://$PWD/../there.git" main:other
                """).succeeds();
        assertThat(runner.run("git ls-remote --heads near").line()).contains("refs/heads/main", "refs/heads/other");
        for (String push : List.of(
                "git push far main",
                "git -c a.b=c push --force https://user:secret@example.com/otto.git main",
                "git push git@example.com:otto.git",
                "git config branch.main.remote far\ngit push")) {
            assertThat(runner.run(push).fails().text()).as(push).contains("refused in a rehearsal");
        }
        assertThat(runner.notes())
                .containsExactly(
                        outside("git push to https://example.com/otto.git"),
                        outside("git push to git@example.com:otto.git"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "npm publish --access public",
                "npm --prefix web publish",
                "mvn --batch-mode -f pom.xml clean deploy",
                "mvn release:perform",
                "docker push example.com/otto:1",
                "docker buildx build --push -t otto .",
                "docker login -u me -p secret example.com",
                "gem push otto-1.0.gem",
                "ssh example.com true",
                "gh release create v1.0.0",
                "buildah push otto docker://example.com/otto"
            })
    void whatPublishesIsRefused(String command) throws Exception {
        runner.needs(command.replaceFirst(" .*", ""));
        assertThat(runner.run(command).fails().text()).contains("refused in a rehearsal");
        assertThat(runner.notes()).singleElement().isInstanceOf(Note.Outside.class);
        assertThat(runner.toolbox().record()).content().doesNotContain("secret");
    }

    @Test
    void whatDoesNotPublishIsReal() throws Exception {
        runner.needs("npm").file("package.json", "{\"name\": \"otto\", \"version\": \"1.2.3\"}");
        assertThat(runner.run("CI=true npm pkg get version").line()).isEqualTo("\"1.2.3\"");
        runner.run("npm install --global typescript").succeeds();
        assertThat(runner.toolbox().installed()).containsExactly("npm typescript");
    }

    @Test
    void goBuildsForTheSimulatedSystem() throws Exception {
        Runner windows = Runner.of(root.resolve("windows"), "windows-2022")
                .needs("go")
                .file("go.mod", "module example.org/otto\n\ngo 1.20\n")
                .file("main.go", "package main\n\nfunc main() { println(\"otto\") }\n");
        windows.run("go build -trimpath .").succeeds();
        assertThat(windows.work().resolve("otto.exe")).isRegularFile();
        assertThat(windows.run("head -c 2 otto.exe").line()).isEqualTo("MZ");
        assertThat(windows.run("go env GOOS").line()).isEqualTo("windows");
    }

    @ParameterizedTest
    @ValueSource(strings = {"git subtree push --prefix=a near main", "git lfs push near", "git send-pack ssh://far/x"})
    void whatCallsGitsOwnPushIsRefused(String command) throws Exception {
        runner.needs("git");
        assertThat(runner.run(command).fails().text()).contains("refused in a rehearsal");
    }

    @Test
    void aHostThatBeginsLikeThisMachineIsAnother() throws Exception {
        runner.needs("curl");
        assertThat(runner.run("curl http://127.0.0.1.invalid/x").fails().text())
                .contains("a rehearsal does not download from 127.0.0.1.invalid");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"dd of=/nowhere/x", "cp -t/nowhere x", "install --target-directory=/nowhere x", "rm -r ../x"})
    void theSystemIsLeftAloneHoweverAPathIsWritten(String command) throws Exception {
        runner.run("sudo " + command).succeeds();
        assertThat(runner.notes()).singleElement().asString().contains("not run, because it would change the system");
    }
}
