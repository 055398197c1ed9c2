package dev.slipway.run.local.consumer;

import dev.slipway.run.Observation.Tried;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs a shell installer in every shell that this machine has, in an empty home, and starts what it installed. */
record ShellInstallerTrial(Bench bench) implements Trial {
    private static final List<List<String>> SHELLS = List.of(
            List.of("sh"), List.of("dash"), List.of("bash"), List.of("busybox", "sh"), List.of("ksh"), List.of("zsh"));

    @Override
    public boolean takes(String name) {
        return name.endsWith(".sh");
    }

    @Override
    public List<Tried> attempt(Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        // an installer of Slipway's takes another address than GitHub's
        boolean movable = Files.readString(file, StandardCharsets.UTF_8).contains("--from ADDRESS");
        List<Tried> all = new ArrayList<>();
        for (List<String> shell : SHELLS) {
            if (bench.has(shell.get(0)) && (movable || all.isEmpty())) {
                all.addAll(movable ? install(file, name, shell) : read(file, name, shell));
            }
        }
        return all.isEmpty() ? List.of(Tried.skipped(name, "run", "no shell is on this machine")) : all;
    }

    private List<Tried> read(Path file, String name, List<String> shell) throws IOException {
        List<String> words = new ArrayList<>(shell);
        words.addAll(List.of("-n", file.toString()));
        Said said = bench.run(bench.work(), Bench.START, words);
        String what = String.join(" ", shell) + " -n";
        return List.of(
                said.succeeded()
                        ? Tried.passed(
                                name,
                                what,
                                "only its syntax was checked; it was not run, because it may download from any address")
                        : Tried.failed(name, what, said.problem()));
    }

    private List<Tried> install(Path file, String name, List<String> shell) throws IOException {
        String what = String.join(" ", shell) + " " + name;
        Path home = bench.folder("home");
        try (FileServer server =
                FileServer.start(file.toAbsolutePath().normalize().resolveSibling(""))) {
            List<String> words = new ArrayList<>(shell);
            words.addAll(List.of(file.toString(), "--from", server.address()));
            Said said = bench.run(home, home, Bench.INSTALL, words);
            if (said.mentions(": no program for ")) {
                return List.of(Tried.skipped(name, what, said.first()));
            }
            if (!said.succeeded()) {
                return List.of(Tried.failed(name, what, said.problem()));
            }
        }
        Path installed = home.resolve(".local/bin");
        List<Tried> all = new ArrayList<>();
        if (Files.isDirectory(installed)) {
            try (var programs = Files.list(installed)) {
                for (Path program : programs.sorted().toList()) {
                    Tried started = new Programs(bench).start(program, name);
                    all.add(new Tried(
                            name,
                            started.result(),
                            what + ", then " + started.what(),
                            started.detail(),
                            started.program()));
                }
            }
        }
        return all.isEmpty() ? List.of(Tried.failed(name, what, "it succeeded but installed nothing")) : all;
    }
}
