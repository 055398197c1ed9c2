package dev.slipway.detect.doctor;

import dev.slipway.detect.Repository;
import dev.slipway.detect.fact.FoundAt;
import dev.slipway.detect.jvm.Maven;
import dev.slipway.source.Severity;
import java.time.LocalDate;
import java.util.List;

/** Sees whether Maven makes the jar that a release packs, if the config does not name one. */
record JarCheck() implements Check {
    private static final String URL =
            "https://maven.apache.org/plugins/maven-shade-plugin/examples/executable-jar.html";

    @Override
    public Inspection inspection(Repository repository, Setup setup) {
        return Inspection.when(
                "the jar that Maven makes",
                setup.usualJar() && repository.maven().isPresent());
    }

    @Override
    public List<Advice> advise(Repository repository, Setup setup, LocalDate today) {
        boolean missing = setup.usualJar()
                && repository.maven().map(Maven::programs).stream()
                        .flatMap(List::stream)
                        .noneMatch(
                                program -> program.whole() && program.profile().isEmpty());
        return missing && repository.maven().isPresent()
                ? List.of(new Advice(
                                Severity.WARNING,
                                "jar",
                                "found no plugin that makes an executable jar with all dependencies, but every build of"
                                        + " the release packs one",
                                "write 'jar' under 'maven' in " + setup.config()
                                        + " if there is one, or create one, for example with maven-shade-plugin",
                                URL)
                        .at(FoundAt.file("pom.xml")))
                : List.of();
    }
}
