package dev.slipway.run.local.consumer;

import dev.slipway.run.Observation.Tried;
import dev.slipway.run.local.machine.RunnerSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Runs a PowerShell installer on Windows; elsewhere PowerShell reads it, if there is one. */
record PowerShellInstallerTrial(Bench bench) implements Trial {
    private static final String PARSE =
            "$errors = $null; [void] [System.Management.Automation.Language.Parser]::ParseFile("
                    + "$args[0], [ref] $null, [ref] $errors); $errors; exit $errors.Count";

    @Override
    public boolean takes(String name) {
        return name.endsWith(".ps1");
    }

    @Override
    public List<Tried> attempt(Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        if (!bench.has("pwsh")) {
            return List.of(Tried.skipped(name, "pwsh " + name, "PowerShell is not on this machine"));
        }
        if (bench.host().system() != RunnerSystem.WINDOWS) {
            Said said = bench.run(
                    bench.work(),
                    Bench.START,
                    List.of("pwsh", "-NoProfile", "-CommandWithArgs", PARSE, file.toString()));
            return List.of(
                    said.succeeded()
                            ? Tried.passed(
                                    name, "parse with pwsh", "only its syntax was checked; it installs only on Windows")
                            : Tried.failed(name, "parse with pwsh", said.problem()));
        }
        return install(file, name);
    }

    private List<Tried> install(Path file, String name) throws IOException {
        Path to = bench.folder("installed");
        String what = "pwsh " + name;
        try (FileServer server =
                FileServer.start(file.toAbsolutePath().normalize().resolveSibling(""))) {
            Said said = bench.run(
                    bench.work(),
                    Bench.INSTALL,
                    List.of(
                            "pwsh",
                            "-NoProfile",
                            "-ExecutionPolicy",
                            "Bypass",
                            "-File",
                            file.toString(),
                            "-To",
                            to.toString(),
                            "-From",
                            server.address()));
            if (!said.succeeded()) {
                return List.of(Tried.failed(name, what, said.problem()));
            }
        }
        List<Tried> all = new ArrayList<>();
        Path below = to.resolve("bin"); // of a program that is a folder
        try (Stream<Path> programs = Files.list(Files.isDirectory(below) ? below : to)) {
            for (Path program :
                    programs.filter(it -> it.toString().endsWith(".exe")).toList()) {
                all.add(new Programs(bench).start(program, name));
            }
        }
        return all.isEmpty() ? List.of(Tried.failed(name, what, "it succeeded but installed nothing")) : all;
    }
}
