package dev.slipway.detect.other;

import dev.slipway.detect.fact.Fact;
import dev.slipway.detect.files.RepositoryFiles;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Looks for builds with Leiningen and tools.build, and makes a program of the jar that they build: one that needs Java. */
record ClojureBuild(RepositoryFiles files) {
    private static final String LEIN = "project.clj";
    private static final String TOOLS = "build.clj";
    private static final String DEPENDENCIES = "deps.edn";
    private static final String STANDALONE = "*-standalone.jar";
    private static final Pattern NAME =
            Pattern.compile("\\(defproject\\s++(?:[\\w.-]{1,100}/)?+([A-Za-z0-9_][A-Za-z0-9_-]{0,63})(?=\\s)");
    private static final Pattern JAR = Pattern.compile(":uberjar-name\\s++\"([A-Za-z0-9_%.-]{1,100})\"");
    private static final Pattern FOLDER = Pattern.compile(":target-path\\s++\"([A-Za-z0-9_%./-]{1,100})\"");

    Optional<OtherBuild> found() {
        return lein().or(this::tools);
    }

    private Optional<OtherBuild> lein() {
        List<Fact<String>> names = OtherBuilds.named(files, LEIN, NAME);
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of(build(
                        "Leiningen",
                        LEIN,
                        "lein uberjar",
                        text(FOLDER).orElse("target").replace("%s", "uberjar") + "/"
                                + text(JAR).orElse(STANDALONE).replace("%s", "*"),
                        "lein test",
                        names.subList(0, 1),
                        "install Leiningen in 'command.setup'"));
    }

    /** At the top, or in the folder of a program; a folder with the only one may have any name. */
    private Optional<OtherBuild> tools() {
        if (files.has(TOOLS) && files.has(DEPENDENCIES)) {
            return Optional.of(tools(""));
        }
        List<String> folders = files.has(DEPENDENCIES)
                ? files.list(".").stream()
                        .filter(folder -> files.has(folder + "/" + TOOLS) && files.has(folder + "/" + DEPENDENCIES))
                        .sorted()
                        .toList()
                : List.of();
        return folders.stream()
                .filter(folder -> folders.size() == 1 || folder.equals("cli"))
                .findFirst()
                .map(folder -> tools(folder + "/"));
    }

    private static OtherBuild tools(String folder) {
        String enter = folder.isEmpty() ? "" : "cd " + folder.replaceFirst("/$", "") + " && ";
        return build(
                "Clojure",
                folder + TOOLS,
                folder.isEmpty() ? "clojure -T:build uber" : "(" + enter + "clojure -T:build uber)",
                folder + "target/" + STANDALONE,
                "clojure -X:test",
                List.of(),
                "install the Clojure CLI in 'command.setup'");
    }

    private static OtherBuild build(
            String kind, String file, String uberjar, String jar, String test, List<Fact<String>> names, String needs) {
        return OtherBuilds.build(
                kind,
                file,
                List.of(),
                Stream.concat(Stream.of(uberjar), OtherBuilds.startingJar(jar).stream())
                        .toList(),
                "build/{name}",
                List.of(test),
                names,
                needs + "; the program needs Java");
    }

    private Optional<String> text(Pattern pattern) {
        return OtherBuilds.named(files, LEIN, pattern).stream().map(Fact::value).findFirst();
    }
}
