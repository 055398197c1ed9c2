package dev.slipway.run.local.consumer;

import dev.slipway.run.Observation.Program;
import dev.slipway.run.Observation.Tried;
import dev.slipway.run.local.machine.Processor;
import dev.slipway.run.local.machine.RunnerSystem;
import dev.slipway.run.local.process.End;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Starts programs of a release, if this machine can. */
record Programs(Bench bench) {
    private static final String ASK = "--version";

    /**
     * Starts every program of a folder, the launchers in its {@code bin} too. What is in {@code lib} and the like is a part
     * of another program.
     *
     * @param file what they come from
     * @param named the machine that they are for
     */
    List<Tried> in(Path folder, String file, NamedFor named) throws IOException {
        List<Tried> all = new ArrayList<>();
        Path real = folder.toRealPath();
        try (Stream<Path> inside = Files.walk(real)) {
            for (Path one : inside.filter(Files::isRegularFile).sorted().toList()) {
                boolean ours = !Files.isSymbolicLink(one)
                        || folder(one).endsWith("bin") && one.toRealPath().startsWith(real);
                if (ours && !library(one) && !part(real.relativize(one))) {
                    all.addAll(attempt(one, file, named));
                }
            }
        }
        return all;
    }

    private static boolean part(Path inside) {
        return Stream.of("lib", "lib64", "libexec", "share")
                .anyMatch(name -> StreamSupport.stream(folder(inside).spliterator(), false)
                        .anyMatch(step -> step.endsWith(name)));
    }

    private static Path folder(Path file) {
        return Optional.ofNullable(file.getParent()).orElse(Path.of(""));
    }

    private static boolean library(Path file) {
        return String.valueOf(file.getFileName()).matches(".*\\.(so|so\\.[0-9.]+|dylib|dll|node)");
    }

    /** Starts a program, or explains why not; nothing if the file is not a program. */
    List<Tried> attempt(Path program, String file, NamedFor named) throws IOException {
        Optional<ProgramFile> read = ProgramFile.read(program);
        if (read.isEmpty()) {
            return script(program) ? List.of(start(program, file)) : List.of();
        }
        Optional<Tried> unfit = unfit(program, read.get(), file, named);
        return List.of(unfit.isPresent() ? unfit.get() : start(program, file));
    }

    /** Why a program is not started. */
    private Optional<Tried> unfit(Path program, ProgramFile is, String file, NamedFor named) throws IOException {
        String name = name(program);
        String what = name + " " + ASK;
        Optional<Tried> why = Optional.empty();
        if (!is.fits(named)) {
            why = Optional.of(
                    is.fits(here()) && bench.mayBePlaceholder(named)
                            ? Tried.skipped(file, what, "a placeholder that was built for this machine")
                            : Tried.failed(
                                    file, what, "the program is for " + is + ", but its file name says " + named));
        } else if (!is.system().equals(here().system().orElse(""))
                || !is.fits(here()) && !related(is) && !Emulators.here().take(program)) {
            why = Optional.of(Tried.skipped(file, what, "it is for " + is + "; this machine is " + bench.host()));
        } else if (is.interpreter().isPresent()
                && !Files.exists(Path.of(is.interpreter().get()))) {
            why = Optional.of(Tried.skipped(
                    file, what, "it needs " + is.interpreter().get() + ", which this machine does not have"));
        } else if (!Files.isExecutable(program)) {
            why = Optional.of(Tried.failed(file, what, "it is not executable: its mode has no x"));
        }
        return why.map(it -> it.of(name));
    }

    private static String name(Path program) {
        return String.valueOf(program.getFileName());
    }

    /** Whether the processor may start it without an emulator, though it is not quite its own. */
    private boolean related(ProgramFile is) {
        return bench.host().processor() == Processor.X64 && is.processors().contains("i686")
                || bench.host().system() == RunnerSystem.MACOS;
    }

    private NamedFor here() {
        return NamedFor.of(bench.host());
    }

    /** A launcher is in a folder for programs; elsewhere, a script may be anything. */
    private static boolean script(Path file) throws IOException {
        if (!Files.isExecutable(file) || !folder(file).endsWith("bin")) {
            return false;
        }
        try (InputStream in = Files.newInputStream(file)) {
            return in.read() == '#' && in.read() == '!';
        }
    }

    /** Starts a program; one that does not know the question may know that for help. */
    Tried start(Path program, String file) throws IOException {
        String name = name(program);
        String what = name + " " + ASK;
        Said said = ask(program, ASK);
        if (said.succeeded()) {
            return Tried.passed(file, what, said.first()).of(new Program(name, Optional.of(said.first())));
        }
        if (said.mentions("version `GLIBC_")) {
            return Tried.skipped(file, what, "the C library of this machine is too old for it: " + said.first())
                    .of(name);
        }
        boolean refused = said.end() instanceof End.Exited exited && exited.status() < 126;
        Said help = refused ? ask(program, "--help") : said;
        Tried tried = help.succeeded()
                ? Tried.passed(file, name + " --help", help.first())
                : Tried.failed(file, what, said.problem());
        return tried.of(name);
    }

    private Said ask(Path program, String word) throws IOException {
        return bench.run(bench.folder("started"), Bench.START, List.of(program.toString(), word));
    }
}
