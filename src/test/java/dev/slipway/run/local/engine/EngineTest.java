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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
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

    @TempDir
    Path folder;

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private Path programs = Path.of("");

    static Stream<Dialect> engines() {
        return Dialect.ALL.stream();
    }

    @BeforeEach
    void programs() throws IOException {
        programs = Files.createDirectory(folder.resolve("programs"));
        Files.writeString(programs.resolve("hosts"), "127.0.0.1 localhost\n");
    }

    private Engine working(Dialect dialect) throws IOException {
        Search search = Search.among(List.of(dialect), System.getenv(), folder.resolve("own"));
        assumeTrue(search.engine().isPresent(), search::reasons);
        return search.engine().orElseThrow();
    }

    private void compile(String compiler, String architecture) throws IOException {
        StaticProgram.compile(
                compiler, Files.createDirectory(programs.resolve(architecture)).resolve("program"));
    }

    private ImageBuild image(Platform... platforms) throws IOException {
        return new ImageBuild(
                Optional.empty(),
                Map.of("programs", programs.toString()),
                Files.writeString(folder.resolve("Dockerfile"), DOCKERFILE),
                Map.of("MOTTO", "to the letter"),
                Map.of("org.opencontainers.image.version", "0.6.3"),
                List.of(platforms),
                Optional.empty());
    }

    private BuiltImage built(Engine engine) throws IOException {
        compile("cc", engine.here().architecture());
        BuiltImage image = engine.build(image(engine.here()), folder.resolve("layout"), lines::add, LONG);
        assertThat(image.notBuilt()).as(String.join("\n", lines)).isEmpty();
        lines.clear();
        return image;
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
    void anImageIsBuiltIntoALayoutThatSaysHowItStarts(Dialect dialect) throws IOException {
        try (Engine engine = working(dialect)) {
            BuiltImage image = built(engine);
            ImageConfig config = image.platforms().get(0).config();
            assertThat(config.user()).isEqualTo("tide");
            assertThat(config.workdir()).isEqualTo("/home/tide");
            assertThat(config.entrypoint()).containsExactly("/program");
            assertThat(config.cmd()).containsExactly("--help");
            assertThat(config.labels()).containsOnly(Map.entry("org.opencontainers.image.version", "0.6.3"));
            assertThat(config.env()).containsEntry("MOTTO", "to the letter");
            String index = Files.readString(image.layout().resolve("index.json"));
            assertThat(index).contains(image.digest());
            assertThat(image.layout().resolve("blobs").resolve(image.digest().replace(':', '/')))
                    .content()
                    .contains(image.platforms().get(0).digest());
        }
    }

    @ParameterizedTest
    @MethodSource("engines")
    void anImageRunsAsItsConfigSays(Dialect dialect) throws IOException {
        try (Engine engine = working(dialect)) {
            BuiltImage image = built(engine);
            End end = engine.run(
                    image, engine.here(), List.of("a b", "user", "folder", "input", "exit", "7"), lines::add, LONG);
            assertThat(lines).containsExactly("word a b", "user 1000", "folder /home/tide", "input -1");
            assertThat(end).isEqualTo(new End.Exited(7));
            lines.clear();
            assertThat(engine.run(image, engine.here(), List.of(), lines::add, LONG)
                            .succeeded())
                    .isTrue();
            assertThat(lines).containsExactly("word --help");
            assertThat(engine.run(image, Platform.of("linux/s390x"), List.of(), lines::add, LONG))
                    .isEqualTo(new End.NotStarted("linux/s390x was not built"));
        }
    }

    @ParameterizedTest
    @MethodSource("engines")
    void whatCannotBeBuiltDoesNotHinderTheRest(Dialect dialect) throws IOException {
        try (Engine engine = working(dialect)) {
            compile("cc", engine.here().architecture());
            Platform strange = Platform.of("linux/s390x");
            BuiltImage image = engine.build(image(strange, engine.here()), folder.resolve("layout"), lines::add, LONG);
            assertThat(image.platforms()).extracting(BuiltImage.Built::platform).containsExactly(engine.here());
            assertThat(image.notBuilt())
                    .extracting(BuiltImage.NotBuilt::platform)
                    .containsExactly(strange);
            assertThat(image.notBuilt().get(0).why()).contains("s390x");
        }
    }

    @ParameterizedTest
    @MethodSource("engines")
    void anotherProcessorRunsByAnEmulatorOrIsSaidNotTo(Dialect dialect) throws IOException {
        try (Engine engine = working(dialect)) {
            compile("cc", engine.here().architecture());
            Platform other = Platform.of(engine.here().architecture().equals("arm64") ? "linux/amd64" : "linux/arm64");
            compile(
                    other.architecture().equals("arm64") ? "aarch64-linux-gnu-gcc" : "x86_64-linux-gnu-gcc",
                    other.architecture());
            BuiltImage image = engine.build(image(engine.here(), other), folder.resolve("layout"), lines::add, LONG);
            assertThat(image.platforms())
                    .extracting(each -> each.config().platform())
                    .containsExactly(engine.here(), other);
            lines.clear();
            End end = engine.run(image, other, List.of("hello"), lines::add, LONG);
            if (end.succeeded()) {
                assertThat(lines).contains("word hello");
            } else {
                assertThat(end.problem()).startsWith("this machine runs no programs for " + other);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("engines")
    void aJobRunsItsCommandsInAContainer(Dialect dialect) throws IOException {
        try (Engine engine = working(dialect);
                ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            BuiltImage image = built(engine);
            Path work = Files.createDirectory(folder.resolve("work"));
            JobContainer job = new JobContainer(
                    image.platforms().get(0).name(),
                    List.of(new JobContainer.Mount(work, "/__w/otto")),
                    Map.of("HOME", "/github/home", "BOTH", "container"),
                    List.of("--user", "0"));
            Container container = running(engine.start(job));
            try (container) {
                assertThat(container.variables()).containsEntry("MOTTO", "to the letter");
                End end = inside(
                        container,
                        Map.of("BOTH", "step"),
                        "/__w/otto",
                        "/program",
                        "user",
                        "folder",
                        "env",
                        "HOME",
                        "env",
                        "BOTH",
                        "env",
                        "MOTTO",
                        "env",
                        "CONTAINERS",
                        "write",
                        "made",
                        "connect",
                        Integer.toString(server.getLocalPort()),
                        "exit",
                        "4");
                assertThat(lines)
                        .containsExactly(
                                "user 0",
                                "folder /__w/otto",
                                "env /github/home",
                                "env step",
                                "env to the letter",
                                "env -",
                                "connect 0");
                assertThat(end).isEqualTo(new End.Exited(4));
                assertThat(work.resolve("made")).exists();
            }
            lines.clear();
            assertThat(inside(container, Map.of(), "/", "/program", "hello").succeeded())
                    .as("it is gone when it is closed")
                    .isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("engines")
    void anInterruptedCommandLeavesNothingBehind(Dialect dialect) throws Exception {
        AtomicReference<End> end = new AtomicReference<>();
        try (Engine engine = working(dialect)) {
            BuiltImage image = built(engine);
            Thread caller =
                    new Thread(() -> end.set(engine.run(image, engine.here(), List.of("wait"), lines::add, LONG)));
            caller.start();
            for (int i = 0; i < 1000 && !lines.contains("waiting"); i++) {
                TimeUnit.MILLISECONDS.sleep(20);
            }
            assertThat(lines).contains("waiting");
            caller.interrupt();
            caller.join(30_000);
            assertThat(end.get()).isEqualTo(new End.Interrupted());
        }
        assertThat(ProcessHandle.allProcesses()
                        .filter(process ->
                                process.info().commandLine().orElse("").startsWith("/program wait")))
                .isEmpty();
        assertThat(folder.resolve("own").resolve(dialect.program())).doesNotExist();
    }

    @ParameterizedTest
    @MethodSource("engines")
    void anImageThatIsNotThereIsSaid(Dialect dialect) throws IOException {
        try (Engine engine = working(dialect)) {
            Start start =
                    engine.start(new JobContainer("localhost:1/nobody/nothing:1", List.of(), Map.of(), List.of()));
            assertThat(start.<String>fold(running -> "runs", refused -> refused.image() + ": " + refused.why()))
                    .startsWith("localhost:1/nobody/nothing:1: not on this machine, and not to be had: ")
                    .doesNotContain("\n")
                    .hasSizeGreaterThan(90);
        }
    }

    private static Container running(Start start) {
        return start.fold(Start.Running::container, refused -> {
            throw new AssertionError(refused.toString());
        });
    }
}
