package dev.slipway.detect.other;

import dev.slipway.detect.fact.Fact;
import dev.slipway.detect.files.RepositoryFiles;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The build of a Nim project, by its package. */
record NimBuild(RepositoryFiles files) {
    private static final String NAME = "[\"']?([A-Za-z0-9_][A-Za-z0-9_.-]{0,63})[\"']?";
    private static final Pattern NIMBLE_LIST = Pattern.compile("(?m)^bin[ \\t]*+=[ \\t]*+@\\[([^\\]\\n]{1,300})]");
    private static final Pattern NIMBLE_NAMED = Pattern.compile(
            "(?m)^namedBin(?:\\[\"[^\"\\n]{1,99}\"][ \\t]*+=[ \\t]*+|[ \\t]*+=[ \\t]*+\\{[ \\t]*+\"[^\"\\n]{1,99}\"[ \\t]*+:[ \\t]*+)"
                    + NAME);
    private static final Pattern NIMBLE = Pattern.compile("(?m)^bin[ \\t]*+=[ \\t]*+@\\[[ \\t]*+" + NAME);
    private static final Pattern NIMBLE_FOLDER =
            Pattern.compile("(?m)^binDir[ \\t]*+=[ \\t]*+\"([A-Za-z0-9_][A-Za-z0-9_./-]{0,63})\"");

    Optional<OtherBuild> found() {
        return OtherBuilds.top(files, ".nimble")
                .map(file -> OtherBuilds.build(
                        "Nimble",
                        file,
                        List.of(),
                        List.of("nimble build --accept -d:release"),
                        OtherBuilds.named(files, file, NIMBLE_FOLDER).stream()
                                        .map(folder -> folder.value().replaceFirst("(?<!/)/+$", "") + "/")
                                        .findFirst()
                                        .orElse("")
                                + "{name}",
                        List.of("nimble test --accept"),
                        programs(file),
                        "runners have no Nim: install it in 'command.setup'"));
    }

    /** A name that the package gives goes before that of the source. */
    private List<Fact<String>> programs(String file) {
        List<Fact<String>> own = OtherBuilds.named(files, file, NIMBLE_NAMED);
        List<Fact<String>> listed = OtherBuilds.named(files, file, NIMBLE_LIST).stream()
                .flatMap(list -> Stream.of(list.value().split(",")))
                .map(name -> new Fact<>(name.replaceAll("[\" ]", "").replaceFirst("^.*/", ""), file))
                .toList();
        return !own.isEmpty() ? own : listed.isEmpty() ? OtherBuilds.named(files, file, NIMBLE) : listed;
    }
}
