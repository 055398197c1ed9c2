package dev.slipway.online;

import dev.slipway.source.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * GitHub's REST API, asked without a token: sixty questions an hour from one address.
 *
 * @see <a href="https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api">Rate limits</a>
 */
record RestApi(String base, Duration longest) {
    private static final Duration CONNECTING = Duration.ofSeconds(10);

    RestApi(String base) {
        this(base, Duration.ofSeconds(30));
    }

    private record Answer(int status, HttpResponse<InputStream> response, byte[] body) {}

    SourceText ask(String repository) throws NoAnswer {
        String address = base + "/repos/" + repository + "/releases/latest";
        Answer answer = answer(address);
        if (answer.status() != 200) {
            throw new NoAnswer(refusal(answer, repository));
        }
        if (answer.body().length > LatestRelease.LARGEST) {
            throw new NoAnswer("GitHub's answer has more than " + (LatestRelease.LARGEST >> 20) + " MiB");
        }
        return new SourceText(address, new String(answer.body(), StandardCharsets.UTF_8));
    }

    private Answer answer(String address) throws NoAnswer {
        HttpClient client = HttpClient.newBuilder()
                .connectTimeout(CONNECTING)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                .timeout(longest)
                .header("Accept", "application/vnd.github+json")
                .header("User-Agent", "slipway")
                .header("X-GitHub-Api-Version", "2022-11-28")
                .build();
        CompletableFuture<Answer> answer = client.sendAsync(request, HttpResponse.BodyHandlers.ofInputStream())
                .thenApply(RestApi::read);
        try {
            // the limit of a request ends with its headers; a body that drips would never end
            return answer.get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException slow) {
            answer.cancel(true);
            throw new NoAnswer(tooSlow());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new NoAnswer("interrupted");
        } catch (ExecutionException failed) {
            throw new NoAnswer(failure(Optional.ofNullable(failed.getCause()).orElse(failed)));
        }
    }

    private static Answer read(HttpResponse<InputStream> response) {
        try (InputStream in = response.body()) {
            return new Answer(response.statusCode(), response, in.readNBytes(LatestRelease.LARGEST + 1));
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }

    private String tooSlow() {
        return "GitHub did not answer within " + longest.toSeconds() + " seconds";
    }

    private String failure(Throwable cause) {
        if (cause instanceof HttpTimeoutException) {
            return tooSlow();
        }
        String host = URI.create(base).getHost();
        if (cause instanceof ConnectException) {
            return "cannot reach " + host + ": no network, or a proxy is needed, which only gh supports";
        }
        return "asking " + host + " failed: "
                + Optional.ofNullable(cause.getMessage())
                        .orElse(cause.getClass().getSimpleName());
    }

    private static String refusal(Answer answer, String repository) {
        return switch (answer.status()) {
            case 404 -> "'" + repository + "' has no public release on GitHub";
            case 403, 429 ->
                "GitHub refuses more requests from this address" + until(answer) + "; 'gh auth login' raises the limit";
            default -> "GitHub answered with status " + answer.status();
        };
    }

    private static String until(Answer answer) {
        Optional<Long> reset = number(answer, "x-ratelimit-reset");
        Optional<Long> wait = number(answer, "retry-after");
        return reset.map(second -> " until " + Instant.ofEpochSecond(second).truncatedTo(ChronoUnit.SECONDS))
                .or(() -> wait.map(seconds -> " for " + seconds + " seconds"))
                .orElse("");
    }

    private static Optional<Long> number(Answer answer, String header) {
        return answer.response()
                .headers()
                .firstValue(header)
                .filter(text -> text.matches("[0-9]{1,10}"))
                .map(Long::valueOf);
    }
}
