package dev.slipway.run.local.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.slipway.run.local.process.End;
import dev.slipway.run.local.process.LocalProcess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every engine that works on this machine, with images that are made here from nothing. */
class EngineTest {
    private static final Duration LONG = Duration.ofMinutes(2);

    private static final String DOCKERFILE = """
            FROM scratch AS runtime

            FROM --platform=$BUILDPLATFORM scratch AS prepare
            COPY --from=programs hosts /
            COPY <<EOF /etc/passwd
            root:x:0:0:root:/:/program
            tide:x:1000:1000:tide:/home/tide:/program
            EOF

            FROM runtime
            ARG TARGETARCH
            ARG MOTTO
            COPY --link --from=programs --chmod=755 ${TARGETARCH}/program /program
            COPY --from=programs --chmod=755 ${TARGETARCH}/program /bin/tail
            COPY --from=prepare /etc/passwd /etc/
            COPY --from=prepare --chown=1000:1000 /hosts /home/tide/hosts
            ENV MOTTO="$MOTTO"
            USER tide
            WORKDIR /home/tide
            ENTRYPOINT ["/program"]
            CMD ["--help"]
            """;

    private static final Platform STRANGE = Platform.of("linux/s390x");

    @TempDir
    static Path folder = Path.of("");

    /** What is made once for all tests: an engine, and an image for its platform and another one. */
    private static final Map<Dialect, Ready> READY = new HashMap<>();

    private final List<String> lines = new CopyOnWriteArrayList<>();

    private record Ready(Engine engine, Platform other, BuiltImage image) {}

    static Stream<Dialect> engines() {
        return Dialect.ALL.stream();
    }

    private static Ready ready(Dialect dialect) throws IOException {
        if (!READY.containsKey(dialect)) {
            Path made = folder.resolve(dialect.program());
            Files.createDirectories(made);
            Search search = Search.among(List.of(dialect), System.getenv(), folder.resolve("own"));
            assumeTrue(search.engine().isPresent(), search::reasons);
            Engine engine = search.engine().orElseThrow();
            boolean arm = engine.here().architecture().equals("arm64");
            Platform other = Platform.of(arm ? "linux/amd64" : "linux/arm64");
            compile("cc", made, engine.here());
            compile(arm ? "x86_64-linux-gnu-gcc" : "aarch64-linux-gnu-gcc", made, other);
            READY.put(dialect, new Ready(engine, other, built(engine, other, made)));
        }
        return READY.get(dialect);
    }

    private static void compile(String compiler, Path made, Platform platform) throws IOException {
        Path programs = Files.createDirectories(made.resolve("programs").resolve(platform.architecture()));
        StaticProgram.compile(compiler, programs.resolve("program"));
    }

    private static BuiltImage built(Engine engine, Platform other, Path made) throws IOException {
        Files.writeString(made.resolve("programs/hosts"), "127.0.0.1 localhost\n");
        ImageBuild build = new ImageBuild(
                Optional.empty(),
                Map.of("programs", made.resolve("programs").toString()),
                Files.writeString(made.resolve("Dockerfile"), DOCKERFILE),
                Map.of("MOTTO", "to the letter"),
                Map.of("org.opencontainers.image.version", "0.6.3"),
                List.of(STRANGE, engine.here(), other),
                Optional.empty());
        List<String> said = new ArrayList<>();
        BuiltImage image = engine.build(build, made.resolve("layout"), said::add, LONG);
        assertThat(image.platforms()).as(String.join("\n", said)).hasSize(2);
        return image;
    }

    @AfterAll
    static void nothingIsLeftOfAnEngineThatIsClosed() {
        READY.forEach((dialect, ready) -> {
            ready.engine().close();
            assertThat(folder.resolve("own").resolve(dialect.program())).doesNotExist();
        });
        READY.clear();
    }

    private End inside(Container container, Map<String, String> env, String where, String... words) {
        return LocalProcess.start(
                container.command(List.of(words), env, where),
                container.starter(),
                folder,
                container.said(lines::add),
                LONG);
    }

    @ParameterizedTest
    @MethodSource("engines")
    void anImageIsALayoutThatSaysHowItStarts(Dialect dialect) throws IOException {
        Ready ready = ready(dialect);
        BuiltImage image = ready.image();
        assertThat(image.platforms())
                .extracting(each -> each.config().platform())
                .containsExactly(ready.engine().here(), ready.other());
        assertThat(image.platforms()).extracting(BuiltImage.Built::config).allSatisfy(config -> {
            assertThat(config.user()).isEqualTo("tide");
            assertThat(config.workdir()).isEqualTo("/home/tide");
            assertThat(config.entrypoint()).containsExactly("/program");
            assertThat(config.cmd()).containsExactly("--help");
            assertThat(config.labels()).containsOnly(Map.entry("org.opencontainers.image.version", "0.6.3"));
            assertThat(config.env()).containsEntry("MOTTO", "to the letter");
        });
        assertThat(image.layout().resolve("index.json")).content().contains(image.digest());
        assertThat(image.layout().resolve("blobs").resolve(image.digest().replace(':', '/')))
                .content()
                .contains(image.platforms().get(0).digest())
                .contains(image.platforms().get(1).digest());
    }

    @ParameterizedTest
    @MethodSource("engines")
    void whatCannotBeBuiltDoesNotHinderTheRest(Dialect dialect) throws IOException {
        BuiltImage image = ready(dialect).image();
        assertThat(image.notBuilt()).extracting(BuiltImage.NotBuilt::platform).containsExactly(STRANGE);
        assertThat(image.notBuilt().get(0).why()).contains("s390x");
        assertThat(ready(dialect).engine().run(image, STRANGE, List.of(), lines::add, LONG))
                .isEqualTo(new End.NotStarted("linux/s390x was not built"));
    }

    @ParameterizedTest
    @MethodSource("engines")
    void anImageRunsAsItsConfigSays(Dialect dialect) throws IOException {
        Ready ready = ready(dialect);
        Platform here = ready.engine().here();
        List<String> words = List.of("a b", "user", "folder", "input", "exit", "7");
        assertThat(ready.engine().run(ready.image(), here, words, lines::add, LONG))
                .isEqualTo(new End.Exited(7));
        assertThat(lines).containsExactly("word a b", "user 1000", "folder /home/tide", "input -1");
        lines.clear();
        assertThat(ready.engine()
                        .run(ready.image(), here, List.of(), lines::add, LONG)
                        .succeeded())
                .isTrue();
        assertThat(lines).containsExactly("word --help");
    }

    @ParameterizedTest
    @MethodSource("engines")
    void anotherProcessorRunsByAnEmulatorOrIsSaidNotTo(Dialect dialect) throws IOException {
        Ready ready = ready(dialect);
        End end = ready.engine().run(ready.image(), ready.other(), List.of("hello"), lines::add, LONG);
        if (end.succeeded()) {
            assertThat(lines).contains("word hello");
        } else {
            assertThat(end.problem()).startsWith("this machine does not run programs for " + ready.other());
        }
    }

    @ParameterizedTest
    @MethodSource("engines")
    void aJobRunsItsCommandsInAContainer(Dialect dialect) throws IOException {
        Ready ready = ready(dialect);
        Path work = Files.createDirectory(folder.resolve(dialect.program() + "-work"));
        JobContainer job = new JobContainer(
                ready.image().platforms().get(0).name(),
                List.of(new JobContainer.Mount(work, "/__w/otto")),
                Map.of("HOME", "/github/home", "BOTH", "container"),
                List.of("--user", "0"));
        Container container = running(ready.engine().start(job));
        try (container;
                ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(container.variables()).containsEntry("MOTTO", "to the letter");
            String port = Integer.toString(server.getLocalPort());
            String script = "/program user folder env HOME env BOTH env MOTTO env DOCKER_CONFIG write made connect "
                    + port + " exit 4";
            assertThat(inside(container, Map.of("BOTH", "step"), "/__w/otto", script.split(" ")))
                    .isEqualTo(new End.Exited(4));
            assertThat(lines)
                    .containsExactly(
                            "user 0",
                            "folder /__w/otto",
                            "env /github/home",
                            "env step",
                            "env to the letter",
                            "env -",
                            "connect 0");
            assertThat(work.resolve("made")).exists();
        }
        assertThat(inside(container, Map.of(), "/", "/program", "hello").succeeded())
                .as("it is gone when it is closed")
                .isFalse();
    }

    @ParameterizedTest
    @MethodSource("engines")
    void anInterruptedCommandLeavesNothingBehind(Dialect dialect) throws Exception {
        Ready ready = ready(dialect);
        AtomicReference<End> end = new AtomicReference<>();
        Thread caller = new Thread(() ->
                end.set(ready.engine().run(ready.image(), ready.engine().here(), List.of("wait"), lines::add, LONG)));
        caller.start();
        for (int i = 0; i < 1000 && !lines.contains("waiting"); i++) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        assertThat(lines).contains("waiting");
        caller.interrupt();
        caller.join(30_000);
        assertThat(end.get()).isEqualTo(new End.Interrupted());
        assertThat(ProcessHandle.allProcesses()
                        .map(process -> process.info().commandLine().orElse(""))
                        .filter(words -> words.startsWith("/program wait")))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("engines")
    void anImageThatIsNotThereIsSaid(Dialect dialect) throws IOException {
        JobContainer job = new JobContainer("localhost:1/nobody/nothing:1", List.of(), Map.of(), List.of());
        assertThat(ready(dialect)
                        .engine()
                        .start(job)
                        .<String>fold(running -> "runs", refused -> refused.image() + ": " + refused.why()))
                .startsWith("localhost:1/nobody/nothing:1: not on this machine, and cannot be pulled: ")
                .doesNotContain("\n")
                .hasSizeGreaterThan(90);
    }

    private static Container running(Start start) {
        return start.fold(Start.Running::container, refused -> {
            throw new AssertionError(refused.toString());
        });
    }
}
