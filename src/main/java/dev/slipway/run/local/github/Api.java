package dev.slipway.run.local.github;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.slipway.run.Effect;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;

/** Answers scripts that ask {@code $GITHUB_API_URL} themselves, such as with curl. It answers, and changes nothing. */
public final class Api implements AutoCloseable {
    private final GitHub gitHub;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "api");
        thread.setDaemon(true);
        return thread;
    });
    private final List<String> asked = new CopyOnWriteArrayList<>();

    private Api(GitHub gitHub, HttpServer server) {
        this.gitHub = gitHub;
        this.server = server;
    }

    /** Listens on a free port of this machine until it is closed. */
    public static Api start(GitHub gitHub) throws IOException {
        InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        Api api = new Api(gitHub, HttpServer.create(new InetSocketAddress(loopback, 0), 0));
        api.server.createContext("/", api::handle);
        api.server.setExecutor(api.threads);
        api.server.start();
        return api;
    }

    /** What {@code GITHUB_API_URL} is to be. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The requests so far, as {@code GET repos/otto-rs/otto 200}. */
    public List<String> asked() {
        return List.copyOf(asked);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String address = exchange.getRequestURI().getRawPath().substring(1);
            String query = Optional.ofNullable(exchange.getRequestURI().getRawQuery())
                    .map(text -> "?" + text)
                    .orElse("");
            int status = 200;
            JsonNode answer;
            try {
                Asked request = Asked.of(
                        exchange.getRequestMethod().equals("HEAD") ? "GET" : exchange.getRequestMethod(),
                        address + query,
                        Json.object(),
                        Access.everybody(),
                        "");
                answer = new Rest(gitHub).answer(request);
            } catch (Refused e) {
                status = e.status();
                answer = GhApi.json(e);
            } catch (Failure | IllegalArgumentException e) {
                status = 404;
                answer = Json.object().put("message", "Not Found: " + e.getMessage());
            }
            asked.add(exchange.getRequestMethod() + " " + address + " " + status);
            gitHub.records().add("", new Effect.Other("requested from the API: " + address + ": " + status));
            byte[] body = Json.write(answer).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
            boolean head = exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(status, head ? -1 : body.length);
            if (!head) {
                exchange.getResponseBody().write(body);
            }
        }
    }
}
