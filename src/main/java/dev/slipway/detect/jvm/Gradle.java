package dev.slipway.detect.jvm;

import dev.slipway.detect.fact.Fact;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a Gradle build says about its release, as far as its scripts say it in so many words.
 *
 * @param wrapper the version of Gradle that the wrapper is for; empty if there is no wrapper
 * @param runs whether {@code gradlew} is there
 * @param checksum the checksum that the wrapper compares Gradle's distribution with
 * @param java what any of its scripts asks for
 * @param programs what its projects make that people can run
 * @param packing other tasks of its projects that pack an archive or a jar with everything, by their names
 * @param untold what was found and could not be read without running it
 * @param jdk the release of the JDK that builds it today
 */
public record Gradle(
        Optional<Fact<String>> wrapper,
        boolean runs,
        Optional<Fact<String>> checksum,
        GradleJava java,
        List<Made> programs,
        List<Fact<String>> packing,
        List<Fact<String>> untold,
        Optional<Fact<Integer>> jdk) {
    public Gradle {
        programs = List.copyOf(programs);
        packing = List.copyOf(packing);
        untold = List.copyOf(untold);
    }

    public Gradle builtWith(Optional<Fact<Integer>> known) {
        return new Gradle(wrapper, runs, checksum, java, programs, packing, untold, known);
    }

    /** The same with the programs of the projects that a release builds by name. */
    public Gradle released(BuiltModules modules) {
        List<Made> some = modules
                .among(
                        programs,
                        made -> Set.of(
                                made.task().substring(0, Math.max(0, made.task().lastIndexOf(':')))),
                        made -> made.program().folder())
                .stream()
                .map(made -> new Made(made.program().released(modules), made.task(), made.key(), made.java()))
                .toList();
        return new Gradle(wrapper, runs, checksum, java, some, packing, untold, jdk);
    }

    /**
     * A program and the task that makes it.
     *
     * @param task its path, such as {@code :cli:installDist}
     * @param key the key of the config that its file is written to: {@code installed}, {@code jar} or {@code native}
     * @param java what the scripts of its project ask for
     */
    public record Made(JavaProgram program, String task, String key, GradleJava java) {}
}
