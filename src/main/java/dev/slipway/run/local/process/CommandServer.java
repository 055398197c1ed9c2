package dev.slipway.run.local.process;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Answers commands of scripts by stand-ins of this program.
 *
 * <p>Each command is a small script on the path ({@code ask.sh}). It sends its words, folder and environment to a port of
 * the loopback interface, and prints what comes back. Calls are answered at the same time, each in its own thread.
 * Who does not know the token gets no answer.
 */
public final class CommandServer implements AutoCloseable {
    /** Words that make a command read its standard input, alone or after an equals sign. */
    private static final Set<String> READS = Set.of("-", "@-", "--password-stdin");

    /** The longest request and the longest standard input, in bytes; more than any system lets a process start with. */
    private static final int LONGEST = 64 << 20;

    /** How long a caller may be silent before it has said what it wants, in milliseconds. */
    private static final int PATIENCE = 30_000;

    private final ServerSocket socket;
    private final Map<String, StandIn> commands;
    private final String token = HexFormat.of().formatHex(random());
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "stand-ins");
        thread.setDaemon(true);
        return thread;
    });
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final Map<String, CompletableFuture<String>> inputs = new ConcurrentHashMap<>();
    private final AtomicInteger calls = new AtomicInteger();

    private CommandServer(ServerSocket socket, Map<String, StandIn> commands) {
        this.socket = socket;
        this.commands = Map.copyOf(commands);
    }

    /** Listens on a free port of this machine until it is closed. */
    public static CommandServer start(Map<String, StandIn> commands) throws IOException {
        CommandServer server = new CommandServer(
                new ServerSocket(0, 0, InetAddress.getByAddress(new byte[] {127, 0, 0, 1})), commands);
        server.threads.execute(server::listen);
        return server;
    }

    /** The variables that a step needs for its commands to find this server. */
    public Map<String, String> env() {
        return Map.of("SLIPWAY_COMMANDS", "127.0.0.1/" + socket.getLocalPort(), "SLIPWAY_COMMANDS_TOKEN", token);
    }

    /** Writes an executable script for each command into a folder, which is created if it does not exist. */
    public void install(Path bin) throws IOException {
        Files.createDirectories(bin);
        try (InputStream script = Objects.requireNonNull(CommandServer.class.getResourceAsStream("ask.sh"))) {
            byte[] text = script.readAllBytes();
            for (String command : commands.keySet()) {
                Path file = Files.write(bin.resolve(command), text);
                if (!file.toFile().setExecutable(true, false)) {
                    throw new IOException("cannot make " + file + " executable");
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
        for (Socket caller : open) {
            caller.close();
        }
        inputs.values().forEach(input -> input.complete(""));
        threads.shutdownNow();
    }

    private void listen() {
        while (!socket.isClosed()) {
            try {
                Socket caller = socket.accept();
                threads.execute(() -> serve(caller));
            } catch (IOException | RejectedExecutionException e) {
                continue; // closed, or a caller that left before it was answered
            }
        }
    }

    private void serve(Socket caller) {
        open.add(caller);
        try (caller) {
            caller.setSoTimeout(PATIENCE);
            caller.setTcpNoDelay(true);
            Words words = new Words(new BufferedInputStream(caller.getInputStream()));
            if (!MessageDigest.isEqual(
                    words.next(token.length()).getBytes(StandardCharsets.UTF_8),
                    token.getBytes(StandardCharsets.UTF_8))) {
                return;
            }
            if (words.next().equals("input")) {
                CompletableFuture<String> input = inputs.getOrDefault(words.next(), new CompletableFuture<>());
                caller.setSoTimeout(0);
                try {
                    input.complete(words.rest());
                } finally {
                    input.cancel(false); // who sent too much gets no answer
                }
            } else {
                answer(words, caller.getOutputStream());
            }
        } catch (IOException
                | IllegalArgumentException
                | ExecutionException
                | CancellationException
                | InterruptedException e) {
            return; // rubbish, or a caller that is gone: there is nobody to tell
        } finally {
            open.remove(caller);
        }
    }

    private void answer(Words words, OutputStream out) throws IOException, ExecutionException, InterruptedException {
        boolean terminal = words.next().equals("terminal");
        String folder = words.next();
        int count = Integer.parseInt(words.next());
        List<String> command = new ArrayList<>();
        for (int at = 0; at <= count; at++) {
            command.add(words.next());
        }
        Map<String, String> env = new LinkedHashMap<>();
        for (String pair = words.next(); !pair.isEmpty(); pair = words.next()) {
            int sign = pair.indexOf('=');
            if (sign > 0 && !env().containsKey(pair.substring(0, sign))) {
                env.put(pair.substring(0, sign), pair.substring(sign + 1));
            }
        }
        String input = !terminal && reads(command) ? input(out) : "";
        CommandResult answer = answer(new Call(command, Path.of(folder), env, input));
        out.write((answer.exit() + "\0" + answer.err().replace("\0", "") + "\0" + answer.out())
                .getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private CommandResult answer(Call call) {
        StandIn standIn = commands.get(call.program());
        if (standIn == null) {
            return new CommandResult(127, "", call.program() + ": command not found\n");
        }
        try {
            return standIn.answer(call);
        } catch (RuntimeException | StackOverflowError e) { // the latter of an expression that is nested too deep
            return CommandResult.failed(call.program() + ": the stand-in failed: " + e + "\n");
        }
    }

    private static boolean reads(List<String> command) {
        return command.stream().skip(1).anyMatch(word -> READS.contains(word.substring(word.indexOf('=') + 1)));
    }

    private String input(OutputStream out) throws IOException, ExecutionException, InterruptedException {
        String call = String.valueOf(calls.incrementAndGet());
        CompletableFuture<String> input = new CompletableFuture<>();
        inputs.put(call, input);
        try {
            out.write(("input\0" + call + "\0").getBytes(StandardCharsets.UTF_8));
            out.flush();
            return input.get();
        } finally {
            inputs.remove(call);
        }
    }

    private static byte[] random() {
        byte[] bytes = new byte[16];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    /** What a caller sends: texts, each with a NUL after it. */
    private static final class Words {
        private final InputStream in;
        private int left = LONGEST;

        Words(InputStream in) {
            this.in = in;
        }

        String next() throws IOException {
            return next(left);
        }

        /** All that is left. */
        String rest() throws IOException {
            byte[] bytes = in.readNBytes(LONGEST + 1);
            if (bytes.length > LONGEST) {
                throw new IOException("too much input for a command");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        }

        String next(int longest) throws IOException {
            ByteArrayOutputStream word = new ByteArrayOutputStream();
            for (int next = in.read(); next != 0; next = in.read()) {
                if (next < 0 || word.size() >= longest) {
                    throw new IOException("not a call");
                }
                word.write(next);
                left--;
            }
            return word.toString(StandardCharsets.UTF_8);
        }
    }
}
