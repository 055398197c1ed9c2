package dev.slipway.detect.golang;

import dev.slipway.detect.fact.Fact;
import java.util.List;
import java.util.Optional;

/**
 * What a Go module says about its release.
 *
 * @param module the path that it is imported by
 * @param version the Go that releases are built with, else the oldest that builds it, without a patch
 * @param open a step of a release that installs a Go which only a run knows
 * @param repository the address of a module on GitHub
 * @param programs the names of main packages, each with the package's path; {@code .} for the top
 * @param cgo a dependency that is linked with C
 * @param workspace the file of the workspace that has the module, if there is none at the top
 * @see <a href="https://go.dev/ref/mod#go-mod-file">go.mod</a>
 */
public record Go(
        Fact<String> module,
        Optional<Fact<String>> version,
        Optional<String> open,
        Optional<Fact<String>> repository,
        List<Fact<Program>> programs,
        Optional<Fact<String>> cgo,
        Optional<String> workspace) {
    public Go {
        programs = List.copyOf(programs);
    }

    /** The same with what releases install. */
    public Go builtWith(GoHint hint) {
        Optional<String> step = hint.open();
        Optional<Fact<String>> known = hint.found().or(() -> step.isPresent() ? Optional.empty() : version);
        return new Go(module, known, step, repository, programs, cgo, workspace);
    }

    /** The same with one program, which was told. */
    public Go with(Fact<Program> program) {
        return new Go(module, version, open, repository, List.of(program), cgo, workspace);
    }

    /**
     * A main package.
     *
     * @param system the only one that it can be built for, as Go calls it; empty for any
     */
    public record Program(String name, String path, String system) {
        public Program(String name, String path) {
            this(name, path, "");
        }
    }
}
