package dev.slipway.detect.other;

import dev.slipway.detect.fact.Fact;
import dev.slipway.detect.files.RepositoryFiles;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks for a program that needs no build: a script that an interpreter reads, in the folder for programs. */
record ScriptBuild(RepositoryFiles files) {
    private static final Pattern FIRST =
            Pattern.compile("#!\\s*+/\\S{0,60}/(?:env\\s++(?:-S\\s++)?)?([a-z]{1,12})[0-9.]*+\\b");
    /** What this is called. */
    static final String KIND = "a script";

    /** What a folder for programs also has, for those who work on the project. */
    private static final String WORKSHOP =
            "(?i)(?:setup|install|test|tests|console|build|release|lint|format|ci|update|bootstrap|dev|deploy|docs?)";

    private static final List<String> FOLDERS = List.of("bin", "exe");
    private static final List<String> LANGUAGES = List.of(
            "bash", "sh", "zsh", "fish", "dash", "ksh", "perl", "ruby", "lua", "luajit", "python", "php", "node",
            "tclsh", "guile");
    private static final int MOST = 20;

    /** The only one of the first folder that has any. */
    Optional<OtherBuild> found() {
        return FOLDERS.stream()
                .map(folder -> files.list(folder).stream()
                        .filter(name -> name.matches("[A-Za-z0-9_][A-Za-z0-9_-]{0,63}") && !name.matches(WORKSHOP))
                        .map(name -> folder + "/" + name)
                        .filter(files::has)
                        .limit(MOST)
                        .filter(path -> language(path).isPresent())
                        .toList())
                .filter(paths -> !paths.isEmpty())
                .findFirst()
                .map(this::build);
    }

    private Optional<String> language(String path) {
        return files.read(path).flatMap(source -> {
            Matcher first = FIRST.matcher(source.lines().stream().findFirst().orElse(""));
            return first.lookingAt() && LANGUAGES.contains(first.group(1))
                    ? Optional.of(first.group(1))
                    : Optional.empty();
        });
    }

    private OtherBuild build(List<String> paths) {
        String first = paths.get(0);
        String folder = first.substring(0, first.indexOf('/'));
        List<Fact<String>> programs = paths.stream()
                .map(path -> new Fact<>(path.substring(folder.length() + 1), path))
                .toList();
        return OtherBuilds.build(
                KIND,
                first,
                List.of(),
                List.of("mkdir -p build", "install -m 755 " + folder + "/{name} build/{name}"),
                "build/{name}",
                List.of(),
                programs,
                "the program needs '" + language(first).orElse("")
                        + "' on the machines of its users, and what it loads: 'archive.include'"
                        + " adds files to the archives");
    }
}
