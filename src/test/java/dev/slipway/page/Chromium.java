package dev.slipway.page;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * A browser without a window, driven as a person would: by its mouse and its keyboard.
 *
 * @see <a href="https://chromedevtools.github.io/devtools-protocol/">DevTools protocol</a>
 */
final class Chromium implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Process process;
    private final HttpClient http = HttpClient.newHttpClient();
    private final BlockingQueue<JsonNode> answers = new LinkedBlockingQueue<>();
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private final WebSocket socket;
    private int calls;

    /** The program, if there is one. */
    static Optional<Path> installed() {
        return Stream.of("chromium", "chromium-browser", "google-chrome")
                .flatMap(name -> Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator))
                        .map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** @param folder for its profile */
    Chromium(Path program, Path folder) throws IOException, InterruptedException {
        Path profile = folder.resolve("profile");
        process = new ProcessBuilder(
                        program.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-dev-shm-usage",
                        "--no-first-run",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile,
                        "about:blank")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("chromium.log").toFile())
                .start();
        String port = port(profile.resolve("DevToolsActivePort"));
        socket = http.newWebSocketBuilder()
                .buildAsync(URI.create(page(port)), new Ear())
                .join();
        call("Page.enable", Map.of());
        call("Log.enable", Map.of());
        call("Runtime.enable", Map.of());
    }

    private String port(Path file) throws IOException, InterruptedException {
        for (int i = 0; i < 600 && process.isAlive(); i++) {
            if (Files.exists(file)) {
                List<String> lines = Files.readAllLines(file);
                if (lines.size() > 1) {
                    return lines.get(0);
                }
            }
            Thread.sleep(50);
        }
        throw new IOException("the browser does not start");
    }

    /** The address at which the browser takes orders for its first page. */
    private String page(String port) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/json/list"))
                .timeout(PATIENCE)
                .build();
        for (int i = 0; i < 100; i++) {
            for (JsonNode target :
                    JSON.readTree(http.send(request, BodyHandlers.ofString()).body())) {
                if (target.get("type").asString().equals("page")) {
                    return target.get("webSocketDebuggerUrl").asString();
                }
            }
            Thread.sleep(50);
        }
        throw new IOException("the browser has no page");
    }

    /** Hears what the browser says; it may come in parts. */
    private final class Ear implements WebSocket.Listener {
        private final StringBuilder heard = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            heard.append(part);
            if (last) {
                take(JSON.readTree(heard.toString()));
                heard.setLength(0);
            }
            from.request(1);
            return null;
        }

        private void take(JsonNode message) {
            String event = message.path("method").asString("");
            if (event.equals("Log.entryAdded")
                    || event.equals("Runtime.exceptionThrown")
                    || event.equals("Page.javascriptDialogOpening")) {
                complaints.add(message.toString());
            }
            if (message.has("id") || event.equals("Page.loadEventFired")) {
                answers.add(message);
            }
        }
    }

    private JsonNode call(String method, Map<String, ?> parameters) throws InterruptedException {
        int id = ++calls;
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("id", id);
        message.put("method", method);
        message.put("params", parameters);
        socket.sendText(JSON.writeValueAsString(message), true).join();
        JsonNode answer = await();
        while (answer.path("id").asInt(0) != id) {
            answer = await();
        }
        return answer.path("result");
    }

    private JsonNode await() throws InterruptedException {
        JsonNode answer = answers.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        if (answer == null) {
            throw new IllegalStateException("the browser does not answer");
        }
        return answer;
    }

    /** Opens a file, and waits until it is there. */
    void open(Path file) throws InterruptedException {
        answers.clear();
        int id = ++calls;
        socket.sendText(
                        JSON.writeValueAsString(Map.of(
                                "id",
                                id,
                                "method",
                                "Page.navigate",
                                "params",
                                Map.of("url", file.toUri().toString()))),
                        true)
                .join();
        while (!await().path("method").asString("").equals("Page.loadEventFired")) {
            // the answer to the order comes first
        }
    }

    void window(int width, int height, String scheme) throws InterruptedException {
        call(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
        call(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    /** What an expression of JavaScript gives in the page. */
    JsonNode evaluate(String expression) throws InterruptedException {
        JsonNode answer = call("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true));
        if (answer.has("exceptionDetails")) {
            throw new IllegalStateException(answer.toString());
        }
        return answer.path("result").path("value");
    }

    String text(String selector) throws InterruptedException {
        return evaluate("document.querySelector(" + JSON.writeValueAsString(selector) + ").textContent")
                .asString();
    }

    /** Clicks on the middle of an element, which is scrolled to first. */
    void click(String selector) throws InterruptedException {
        JsonNode box = evaluate("(() => { const one = document.querySelector(" + JSON.writeValueAsString(selector)
                + "); one.scrollIntoView({ block: 'center' }); const box = one.getBoundingClientRect();"
                + " return { x: box.x + box.width / 2, y: box.y + box.height / 2 } })()");
        for (String type : List.of("mousePressed", "mouseReleased")) {
            call(
                    "Input.dispatchMouseEvent",
                    Map.of(
                            "type",
                            type,
                            "x",
                            box.get("x").asDouble(),
                            "y",
                            box.get("y").asDouble(),
                            "button",
                            "left",
                            "clickCount",
                            1));
        }
    }

    /** Presses a key, such as {@code Tab} with the code 9. */
    void press(String key, int code) throws InterruptedException {
        for (String type : List.of("keyDown", "keyUp")) {
            call(
                    "Input.dispatchKeyEvent",
                    Map.of("type", type, "key", key, "code", key, "windowsVirtualKeyCode", code));
        }
    }

    /** Types over what is selected. */
    void type(String text) throws InterruptedException {
        call("Input.insertText", Map.of("text", text));
    }

    /** What the browser had to say against the page: errors, refusals of its policy, dialogs. */
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    @Override
    public void close() {
        // it removes its files only if it ends by itself
        socket.sendText("{\"id\": 0, \"method\": \"Browser.close\"}", true).join();
        try {
            process.onExit().orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            socket.abort();
        }
    }
}
