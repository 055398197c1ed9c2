package dev.slipway.run.local.consumer;

import dev.slipway.run.Observation.Program;
import dev.slipway.run.Observation.Tried;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarInputStream;

/** Starts a program that is a file of the release itself: people make it executable, or let Java start it. */
record RawProgramTrial(Bench bench) implements Trial {
    @Override
    public boolean takes(String name) {
        return name.endsWith(".exe") || name.endsWith(".jar") || !name.matches(".*\\.[a-z][a-z0-9]{0,9}");
    }

    @Override
    public List<Tried> attempt(Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        if (name.endsWith(".jar")) {
            return List.of(jar(file, name));
        }
        Path program = bench.folder("program").resolve(name);
        Files.copy(file, program, StandardCopyOption.REPLACE_EXISTING);
        if (!program.toFile().setExecutable(true)) {
            return List.of(Tried.skipped(name, name + " --version", "this system cannot make it executable"));
        }
        List<Tried> started = new Programs(bench).attempt(program, name, NamedFor.of(name));
        return started.isEmpty() ? List.of(Tried.skipped(name, "use", "unknown kind of program")) : started;
    }

    private Tried jar(Path file, String name) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                JarInputStream jar = new JarInputStream(in)) {
            Optional<String> main = Optional.ofNullable(jar.getManifest())
                    .map(manifest -> manifest.getMainAttributes().getValue(Attributes.Name.MAIN_CLASS));
            if (main.isEmpty()) {
                return Tried.skipped(name, "java -jar " + name, "it has no main class: a library");
            }
        }
        if (!bench.has("java")) {
            return Tried.skipped(name, "java -jar " + name, "java is not on this machine");
        }
        Said said =
                bench.run(bench.folder("started"), Bench.START, List.of("java", "-jar", file.toString(), "--version"));
        return said.succeeded()
                ? Tried.passed(name, "java -jar " + name + " --version", said.first())
                        .of(new Program(name, Optional.of(said.first())))
                : Tried.failed(name, "java -jar " + name + " --version", said.problem());
    }
}
