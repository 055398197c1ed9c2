package dev.slipway.detect;

import java.util.List;
import java.util.Optional;

/**
 * What a Maven project says about its release.
 *
 * @param mainClass the class that starts the program
 * @param bundler the plugin that makes a jar one can run, such as {@code maven-shade-plugin}
 * @param finalName what its jar is called, without {@code .jar}
 * @param javaRelease the Java that it is compiled for
 * @param license by its name in the POM
 * @param repository the address of its {@code scm} or {@code url}
 * @param modules the directories of a multi-module build; empty for a single module
 * @param wrapper whether the Maven wrapper is there
 * @see <a href="https://maven.apache.org/pom.html">POM Reference</a>
 */
public record Maven(
        Optional<Fact<String>> artifactId,
        Optional<Fact<String>> version,
        Fact<String> packaging,
        Optional<Fact<String>> name,
        Optional<Fact<String>> description,
        Optional<Fact<String>> mainClass,
        Optional<Fact<String>> bundler,
        Optional<Fact<String>> finalName,
        Optional<Fact<String>> javaRelease,
        Optional<Fact<String>> license,
        Optional<Fact<String>> repository,
        List<String> modules,
        boolean wrapper) {
    public Maven {
        modules = List.copyOf(modules);
    }
}
