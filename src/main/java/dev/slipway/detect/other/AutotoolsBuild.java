package dev.slipway.detect.other;

import dev.slipway.detect.fact.Fact;
import dev.slipway.detect.files.RepositoryFiles;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The build of a project that has a script for Autoconf. */
record AutotoolsBuild(RepositoryFiles files) {
    private static final Pattern AUTOMAKE =
            Pattern.compile("(?m)^bin_PROGRAMS[ \\t]*+\\+?=[ \\t]*+([A-Za-z0-9_][A-Za-z0-9_. \\t-]{0,199})");

    Optional<OtherBuild> found() {
        return files.has("configure.ac")
                ? Optional.of(OtherBuilds.build(
                        "Autotools",
                        "configure.ac",
                        List.of(),
                        List.of("autoreconf --install", "./configure", "make"),
                        programs().stream()
                                        .findFirst()
                                        .map(program -> program.from().replaceFirst("[^/]*$", ""))
                                        .orElse("")
                                + "{name}",
                        List.of("autoreconf --install", "./configure", "make check"),
                        programs(),
                        ""))
                : Optional.empty();
    }

    /** The programs that Automake builds, of the first script that has any. */
    private List<Fact<String>> programs() {
        return Stream.of("Makefile.am", "src/Makefile.am")
                .map(file -> OtherBuilds.named(files, file, AUTOMAKE).stream()
                        .flatMap(list ->
                                Stream.of(list.value().split("[ \\t]++")).map(name -> new Fact<>(name, file)))
                        .filter(name -> name.value().matches("[A-Za-z0-9_][A-Za-z0-9_.-]{0,63}"))
                        .toList())
                .filter(programs -> !programs.isEmpty())
                .findFirst()
                .orElse(List.of());
    }
}
