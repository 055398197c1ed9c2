package dev.slipway.detect.other;

import dev.slipway.detect.fact.Fact;
import dev.slipway.detect.files.RepositoryFiles;
import dev.slipway.source.Node;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Looks for packages of D with a program, which DUB builds: a name for it, or its main file.
 *
 * @see <a href="https://dub.pm/dub-reference/build_settings/">Build settings of DUB</a>
 */
record DubBuild(RepositoryFiles files) {
    private static final String VALUE = "[ \\t]++\"((?:\\./)?[A-Za-z0-9_][A-Za-z0-9_./-]{0,63})\"";
    private static final Pattern NAME = Pattern.compile("(?m)^name" + VALUE);
    private static final Pattern TARGET = Pattern.compile("(?m)^targetName" + VALUE);
    private static final Pattern PATH = Pattern.compile("(?m)^targetPath" + VALUE);
    private static final Pattern TYPE = Pattern.compile("(?m)^[ \\t]*+targetType" + VALUE);
    private static final List<String> MAIN = List.of("source/app.d", "src/app.d", "source/main.d", "src/main.d");

    Optional<OtherBuild> found() {
        return Stream.of("dub.sdl", "dub.json")
                .filter(files::has)
                .findFirst()
                .filter(this::makesProgram)
                .flatMap(file -> setting(file, "targetName", TARGET)
                        .or(() -> setting(file, "name", NAME))
                        .map(name -> build(file, name)));
    }

    private OtherBuild build(String file, Fact<String> name) {
        String folder = setting(file, "targetPath", PATH)
                .map(Fact::value)
                .map(path -> path.replaceFirst("^\\./", "").replaceFirst("/?$", "/"))
                .filter(path -> !path.startsWith("/") && !path.contains(".."))
                .orElse("");
        return OtherBuilds.build(
                "DUB",
                file,
                List.of(),
                List.of("dub build --build=release"),
                folder + "{name}",
                List.of("dub test"),
                List.of(name),
                "runners have no D compiler: install one in 'command.setup'");
    }

    private boolean makesProgram(String file) {
        boolean named =
                OtherBuilds.named(files, file, TYPE).stream().map(Fact::value).anyMatch("executable"::equals)
                        || json(file, "targetType").filter("executable"::equals).isPresent();
        return named || MAIN.stream().anyMatch(files::has);
    }

    private Optional<Fact<String>> setting(String file, String key, Pattern pattern) {
        return file.endsWith(".json")
                ? json(file, key)
                        .filter(name -> name.matches("(?:\\./)?[A-Za-z0-9_][A-Za-z0-9_./-]{0,63}"))
                        .map(name -> new Fact<>(name, file))
                : OtherBuilds.named(files, file, pattern).stream().findFirst();
    }

    private Optional<String> json(String file, String key) {
        return Optional.of(file)
                .filter(name -> name.endsWith(".json"))
                .flatMap(files::read)
                .flatMap(OtherBuilds::yaml)
                .flatMap(node -> node.child(key))
                .flatMap(DubBuild::text);
    }

    private static Optional<String> text(Node node) {
        return node.fold(
                mapping -> Optional.empty(), sequence -> Optional.empty(), scalar -> Optional.of(scalar.text()));
    }
}
