package dev.slipway.run.local.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Calls stand-ins from real scripts. */
class CommandServerTest {
    @TempDir
    Path root;

    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final Map<String, StandIn> commands = new HashMap<>();
    private CommandServer server;

    @BeforeEach
    void start() throws IOException {
        assumeTrue(onPath("bash"), "no bash on this machine");
        commands.put("ask", call -> {
            calls.add(call);
            return CommandResult.of("");
        });
    }

    @AfterEach
    void stop() throws IOException {
        if (server != null) {
            server.close();
        }
    }

    private static boolean onPath(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private record Outcome(int exit, String out, String err) {}

    private Process begin(List<String> command, Map<String, String> env, ProcessBuilder.Redirect in)
            throws IOException {
        if (server == null) {
            server = CommandServer.start(commands);
            server.install(root.resolve("bin"));
        }
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(root.toFile()).redirectInput(in);
        builder.environment().putAll(server.env());
        builder.environment().put("PATH", root.resolve("bin") + ":" + System.getenv("PATH"));
        builder.environment().putAll(env);
        builder.redirectError(Files.createTempFile(root, "err", "").toFile());
        return builder.start();
    }

    private Outcome run(String script) throws Exception {
        return run(List.of("bash", "-eo", "pipefail", "-c", script), Map.of());
    }

    private Outcome run(List<String> command, Map<String, String> env) throws Exception {
        Path err = root.resolve("stderr");
        Process process = begin(
                command, env, ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        try (Stream<Path> files = Files.list(root)) {
            Path said = files.filter(file -> file.getFileName().toString().startsWith("err"))
                    .findFirst()
                    .orElseThrow();
            Files.move(said, err, StandardCopyOption.REPLACE_EXISTING);
        }
        return new Outcome(process.exitValue(), out, Files.readString(err));
    }

    @Test
    void wordsArriveAsTheyAre() throws Exception {
        run("ask '' ' a  b ' $'two\\nlines\\n' '\"'\"'\" '$HOME `x` \\' '*' -- -e 'ä→😀' ''");
        assertThat(calls)
                .singleElement()
                .extracting(Call::words)
                .isEqualTo(List.of(
                        "ask", "", " a  b ", "two\nlines\n", "\"'", "$HOME `x` \\", "*", "--", "-e", "ä→😀", ""));
    }

    @Test
    void aCallKnowsItsFolderAndWhatWasExported() throws Exception {
        run("mkdir 'a b' && cd 'a b' && here=not export SAID=$'x\\ny=z' EMPTY= && ask");
        Call call = calls.get(0);
        assertThat(call.folder().toRealPath()).isEqualTo(root.resolve("a b").toRealPath());
        assertThat(call.env())
                .containsEntry("SAID", "x\ny=z")
                .containsEntry("EMPTY", "")
                .doesNotContainKey("here");
        assertThat(call.env()).doesNotContainKeys("SLIPWAY_COMMANDS_TOKEN", "SLIPWAY_COMMANDS");
        assertThat(call.words()).containsExactly("ask");
        assertThat(call.input()).isEmpty();
    }

    @Test
    void outputErrorsAndExitStatusArrive() throws Exception {
        String much = "0123456789\n".repeat(500_000);
        commands.put("much", call -> new CommandResult(42, much, "ä problem\nwithout end"));
        Outcome outcome = run(List.of("sh", "-ec", "much 'a b' || echo \"status $?\""), Map.of());
        assertThat(outcome).isEqualTo(new Outcome(0, much + "status 42\n", "ä problem\nwithout end"));
    }

    @Test
    void inputIsReadWhereAnArgumentSaysSo() throws Exception {
        String large = "line of input\n".repeat(200_000);
        Files.writeString(root.resolve("large"), large);
        run("printf 'a\\0b\\n\\n' | ask --password-stdin; ask --body-file=- < large; ask --header @- <<< token;"
                + " ask --notes-file - < /dev/null; ask - <&-");
        assertThat(calls.stream().map(Call::input)).containsExactly("a\0b\n\n", large, "token\n", "", "");
    }

    @Test
    void inputThatIsOpenAndNotAskedForIsLeftAlone() throws Exception {
        Process process = begin(List.of("bash", "-c", "ask view; cat"), Map.of(), ProcessBuilder.Redirect.PIPE);
        for (int tries = 0; calls.isEmpty() && tries < 500; tries++) {
            Thread.sleep(10);
        }
        assertThat(calls).as("answered while nobody writes").hasSize(1);
        process.getOutputStream().write("for cat".getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().close();
        assertThat(process.getInputStream().readAllBytes())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("for cat");
        assertThat(process.waitFor()).isZero();
    }

    @Test
    void callsAreAnsweredAtTheSameTime() throws Exception {
        CountDownLatch together = new CountDownLatch(20);
        commands.put("meet", call -> {
            together.countDown();
            try {
                return together.await(30, TimeUnit.SECONDS)
                        ? CommandResult.of(call.words().get(1))
                        : CommandResult.failed("alone");
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        Outcome outcome = run("for i in $(seq 20); do meet \"$i,\" > \"out$i\" & done; wait; cat $(seq -f out%.0f 20)");
        assertThat(outcome.out()).isEqualTo("1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,");
    }

    @Test
    void aReaderThatLeavesEndsTheCommandAsOfAnyOther() throws Exception {
        commands.put("much", call -> CommandResult.of("line\n".repeat(1_000_000)));
        Outcome outcome = run("set +e; much | head -n 1; echo \"${PIPESTATUS[0]}\"");
        assertThat(outcome.out()).isEqualTo("line\n141\n");
    }

    @Test
    void whoDoesNotKnowTheTokenIsNotAnswered() throws Exception {
        Outcome outcome = run(List.of("bash", "-c", "SLIPWAY_COMMANDS_TOKEN=0 ask"), Map.of());
        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.err()).isEqualTo("ask: the rehearsal did not answer\n");
        assertThat(calls).isEmpty();
        run("ask");
        assertThat(calls).hasSize(1);
    }

    @Test
    void rubbishDoesNotHurt() throws Exception {
        run("true");
        String token = server.env().get("SLIPWAY_COMMANDS_TOKEN");
        int port = Integer.parseInt(server.env().get("SLIPWAY_COMMANDS").replaceFirst(".*/", ""));
        List<Socket> open = new ArrayList<>();
        for (String rubbish : List.of(
                "",
                "GET / HTTP/1.1\r\n\r\n",
                "x".repeat(100_000),
                token + "\0call\0open\0/\0-7\0",
                token + "\0call\0open\0/\0many\0ask\0",
                token + "\0call\0open\0/\00\0ask\0no sign\0",
                token + "\0call\0open\0/\u00000\0nobody\0\0",
                token + "\0input\077\0stray")) {
            Socket socket = new Socket("127.0.0.1", port);
            socket.getOutputStream().write(rubbish.getBytes(StandardCharsets.UTF_8));
            open.add(socket);
        }
        run("ask");
        assertThat(calls).hasSize(1);
        for (Socket socket : open) {
            socket.close();
        }
    }

    @Test
    void aStandInThatFailsIsACommandThatFails() throws Exception {
        commands.put("broken", call -> {
            throw new IllegalStateException("a bug");
        });
        Outcome outcome = run("broken");
        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.err()).contains("broken: the stand-in failed", "a bug");
    }

    @Test
    void withoutTheServerACommandFails() throws Exception {
        run("true");
        server.close();
        Outcome outcome = run("ask");
        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.err()).isEqualTo("ask: the rehearsal that answers for this command is not there\n");
    }

    @Test
    void shellcheckAcceptsTheScript() throws Exception {
        assumeTrue(onPath("shellcheck"), "no shellcheck on this machine");
        run("true");
        Outcome outcome = run(List.of("shellcheck", root.resolve("bin/ask").toString()), Map.of());
        assertThat(outcome).isEqualTo(new Outcome(0, "", ""));
    }
}
