package dev.slipway.run.local.machine;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The person on whose machine the rehearsal runs.
 *
 * @param home their home folder
 * @param environment their variables
 */
public record Person(Path home, Map<String, String> environment) {
    public Person {
        environment = Map.copyOf(environment);
    }

    /**
     * The folders of programs, the first before the others. Those called {@code shims} are left out: what is in them asks a
     * version manager, which needs the person's home folder.
     */
    public List<Path> programs() {
        return Arrays.stream(environment.getOrDefault("PATH", "").split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .map(Path::of)
                .filter(Path::isAbsolute)
                .filter(folder -> !folder.endsWith("shims"))
                .distinct()
                .toList();
    }

    Path rustupHome() {
        return folder("RUSTUP_HOME").orElse(home.resolve(".rustup"));
    }

    Path cargoHome() {
        return folder("CARGO_HOME").orElse(home.resolve(".cargo"));
    }

    /** The Go modules that were fetched before: their names determine their contents. */
    Path goModules() {
        return folder("GOMODCACHE")
                .orElseGet(() -> folder("GOPATH").orElse(home.resolve("go")).resolve("pkg/mod"));
    }

    /** Maven's local repository; empty if there is none. */
    Optional<Path> mavenRepository() {
        return Optional.of(home.resolve(".m2/repository")).filter(Files::isDirectory);
    }

    private Optional<Path> folder(String variable) {
        return Optional.ofNullable(environment.get(variable))
                .map(value -> value.split(File.pathSeparator)[0])
                .filter(value -> !value.isEmpty())
                .map(Path::of);
    }
}
