package dev.slipway.run.local.github;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Asks the API over HTTP. */
class ApiTest {
    private static final String COMMIT = "c".repeat(40);

    private Api api;

    @BeforeEach
    void start(@TempDir Path root) throws Exception {
        GitHub gitHub = new GitHub(
                "otto-rs/otto",
                () -> new Refs(Map.of("cli/v1.0.0", COMMIT), Map.of("main", COMMIT), "main"),
                "token",
                root,
                Instant.parse("2026-01-02T03:04:05Z"));
        gitHub.releases().add(Release.published("cli/v1.0.0"));
        gitHub.releases().add(Release.drafted("v2", "Draft", "Notes"));
        api = Api.start(gitHub);
    }

    @AfterEach
    void stop() {
        api.close();
    }

    private HttpResponse<String> ask(String method, String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(api.url() + path))
                                .header("Authorization", "Bearer token")
                                .method(method, HttpRequest.BodyPublishers.noBody())
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    @ParameterizedTest
    @CsvSource({
        "releases/tags/cli/v1.0.0, /tag_name, cli/v1.0.0",
        "releases/tags/cli%2Fv1.0.0, /tag_name, cli/v1.0.0",
        "releases/latest?x=y, /draft, false",
        "releases, /0/tag_name, cli/v1.0.0",
        "'', /default_branch, main",
        "git/ref/tags/cli/v1.0.0, /object/sha, cccccccccccccccccccccccccccccccccccccccc",
        "git/ref/heads/main, /ref, refs/heads/main",
        "commits/HEAD, /sha, cccccccccccccccccccccccccccccccccccccccc",
        "tags, /0/name, cli/v1.0.0"
    })
    void whatIsPublicIsTold(String path, String pointer, String value) throws Exception {
        HttpResponse<String> answer = ask("GET", "/repos/otto-rs/otto/" + path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        JsonNode json = Json.read(answer.body()).orElseThrow();
        assertThat(json.at(pointer).asString()).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /repos/otto-rs/otto/releases/tags/v2, 404",
        "GET, /repos/otto-rs/otto/releases/2, 404",
        "GET, /repos/otto-rs/otto/releases/tags/none, 404",
        "GET, /repos/otto-rs/otto/actions/runs, 404",
        "GET, /repos/other/other/releases, 404",
        "GET, /user, 403",
        "GET, /, 404",
        "GET, /repos/otto-rs/otto/commits/none, 422",
        "POST, /repos/otto-rs/otto/releases, 403",
        "HEAD, /repos/otto-rs/otto/releases/tags/v2, 404",
        "HEAD, /repos/otto-rs/otto/releases/tags/cli/v1.0.0, 200"
    })
    void theRestIsRefused(String method, String path, int status) throws Exception {
        HttpResponse<String> answer = ask(method, path);
        assertThat(answer.statusCode()).isEqualTo(status);
        if (!method.equals("HEAD")) {
            assertThat(Json.read(answer.body()).orElseThrow().path("message").asString())
                    .isNotEmpty();
        }
    }

    @Test
    void whatWasAskedIsKept() throws Exception {
        ask("GET", "/repos/otto-rs/otto/releases/tags/v2");
        ask("GET", "/rate_limit");
        assertThat(api.asked()).containsExactly("GET repos/otto-rs/otto/releases/tags/v2 404", "GET rate_limit 404");
    }
}
