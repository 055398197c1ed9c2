package dev.slipway.online;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The latest release, asked of a server and of a {@code gh} of our own. */
class LatestReleaseTest {
    private static final String JSON = "{\"tag_name\":\"v1\",\"assets\":[{\"name\":\"a\"}]}";

    @TempDir
    Path directory;

    private final List<String> asked = new ArrayList<>();
    private HttpServer server;
    private String api = "";

    @FunctionalInterface
    private interface Reply {
        void to(HttpExchange exchange) throws IOException;
    }

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        api = "http://127.0.0.1:" + server.getAddress().getPort();
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void replies(Reply reply) {
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().containsKey("Authorization"));
            try (exchange) {
                reply.to(exchange);
            }
        });
    }

    private static void status(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private LatestRelease withoutGh() {
        return new LatestRelease(directory.resolve("no-gh").toString(), api);
    }

    private LatestRelease withGh(String script) throws IOException {
        Path gh = directory.resolve("gh");
        Files.writeString(gh, "#!/bin/sh\n" + script);
        assumeTrue(gh.toFile().setExecutable(true), "no executable files here");
        return new LatestRelease(gh.toString(), api);
    }

    private AbstractThrowableAssert<?, ?> refused(LatestRelease release) {
        return assertThatThrownBy(() -> release.of("me/kelp")).isInstanceOf(NoAnswer.class);
    }

    @Test
    void theApiIsAskedWithoutAToken() throws NoAnswer {
        replies(exchange -> status(exchange, 200, JSON));
        assertThat(withoutGh().of("me/kelp").text()).isEqualTo(JSON);
        assertThat(withoutGh().of("me/kelp").name()).isEqualTo(api + "/repos/me/kelp/releases/latest");
        assertThat(asked).containsOnly("GET /repos/me/kelp/releases/latest false");
    }

    @Test
    void ghIsAskedFirst() throws IOException, NoAnswer {
        replies(exchange -> status(exchange, 200, "{}"));
        LatestRelease latest = withGh("echo \"$@ $GH_PROMPT_DISABLED\"\n");
        assertThat(latest.of("me/kelp").text()).isEqualTo("release view --repo me/kelp --json tagName,assets 1\n");
        assertThat(asked).isEmpty();
    }

    @Test
    void ghWithoutALoginIsNoReasonToStop() throws IOException, NoAnswer {
        replies(exchange -> status(exchange, 200, JSON));
        LatestRelease latest = withGh("echo 'To get started, run: gh auth login' >&2; exit 4\n");
        assertThat(latest.of("me/kelp").text()).isEqualTo(JSON);
    }

    @Test
    void aProjectWithoutAReleaseIsSaid() throws IOException {
        replies(exchange -> status(exchange, 404, "{\"message\":\"Not Found\"}"));
        refused(withoutGh()).hasMessage("'me/kelp' has no public release on GitHub");
        refused(withGh("echo 'release not found' >&2; exit 1\n")).hasMessage("'me/kelp' has no release on GitHub");
    }

    @Test
    void theRateLimitIsSaidWithItsEnd() throws IOException {
        replies(exchange -> {
            exchange.getResponseHeaders().set("x-ratelimit-reset", "1764320400");
            status(exchange, 403, "{}");
        });
        refused(withoutGh())
                .hasMessage("GitHub refuses more requests from this address until 2025-11-28T09:00:00Z;"
                        + " 'gh auth login' raises the limit");
        refused(withGh("echo 'HTTP 403' >&2; exit 1\n")).hasMessageEndingWith("; gh said: HTTP 403");
    }

    @Test
    void aPauseIsSaidInSeconds() {
        replies(exchange -> {
            exchange.getResponseHeaders().set("retry-after", "60");
            status(exchange, 429, "");
        });
        refused(withoutGh()).hasMessageContaining("from this address for 60 seconds;");
    }

    @Test
    void noNetworkIsSaid() {
        server.stop(0);
        refused(withoutGh()).hasMessageStartingWith("cannot reach 127.0.0.1: no network");
    }

    @Test
    void anotherStatusIsSaid() {
        replies(exchange -> status(exchange, 502, "<html>"));
        refused(withoutGh()).hasMessage("GitHub answered with status 502");
    }

    @Test
    void aBodyThatDripsEnds() {
        replies(exchange -> {
            exchange.sendResponseHeaders(200, 100);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            while (!Thread.currentThread().isInterrupted()) {
                try {
                    Thread.sleep(50);
                    exchange.getResponseBody().write(' ');
                } catch (InterruptedException | IOException gone) {
                    return;
                }
            }
        });
        assertThatThrownBy(() -> new RestApi(api, Duration.ofMillis(300)).ask("me/kelp"))
                .hasMessage("GitHub did not answer within 0 seconds");
    }
}
