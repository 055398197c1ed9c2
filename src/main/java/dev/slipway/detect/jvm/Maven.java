package dev.slipway.detect.jvm;

import dev.slipway.detect.fact.Fact;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a Maven project says about its release.
 *
 * @param javaRelease the newest Java that a module is compiled for or asks for
 * @param licenses by SPDX identifier if there is one, else by name
 * @param repository the address of its {@code scm} or {@code url}
 * @param programs what its modules make that people can run
 * @param optional modules that only a profile builds
 * @param wrapper the version that the Maven wrapper is for
 * @param jdk the release of the JDK that builds it today
 * @see <a href="https://maven.apache.org/pom.html">POM Reference</a>
 */
public record Maven(
        Optional<Fact<String>> artifactId,
        Optional<Fact<String>> version,
        Optional<Fact<String>> description,
        Optional<Fact<String>> javaRelease,
        List<Fact<String>> licenses,
        Optional<Fact<String>> repository,
        List<JavaProgram> programs,
        List<Fact<String>> optional,
        Optional<Fact<String>> wrapper,
        Optional<Fact<Integer>> jdk) {
    public Maven {
        licenses = List.copyOf(licenses);
        programs = List.copyOf(programs);
        optional = List.copyOf(optional);
    }

    /** The same with the programs of the modules that a release builds by name. */
    public Maven released(BuiltModules modules) {
        return new Maven(
                artifactId,
                version,
                description,
                javaRelease,
                licenses,
                repository,
                modules
                        .among(programs, program -> Set.of(program.folder(), ":" + program.name()), JavaProgram::folder)
                        .stream()
                        .map(program -> program.released(modules))
                        .toList(),
                optional,
                wrapper,
                jdk);
    }

    public Maven builtWith(Optional<Fact<Integer>> known) {
        return new Maven(
                artifactId,
                version,
                description,
                javaRelease,
                licenses,
                repository,
                programs,
                optional,
                wrapper,
                known);
    }
}
