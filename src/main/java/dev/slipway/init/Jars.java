package dev.slipway.init;

import dev.slipway.detect.asset.ReleasedFile;
import dev.slipway.detect.fact.Fact;
import dev.slipway.detect.jvm.JavaProgram;
import dev.slipway.detect.release.ReleaseSetup;
import dev.slipway.published.PublishedRelease;
import dev.slipway.source.Wildcard;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The jars that people download today, and how a config goes on releasing the one of its program.
 *
 * @param files with {@code {tag}}, {@code {version}} and {@code {name}} in their names where a release fills them in; patterns
 *     if only a run knows the names
 */
record Jars(List<Fact<ReleasedFile>> files) {
    /** What Maven repositories have for those who compile against a jar. */
    private static final String FOR_DEVELOPERS = ".*-(sources|javadoc|tests|plain)\\.jar";

    Jars {
        files = files.stream()
                .filter(Jars::isJar)
                .filter(file -> !file.value().known() || !file.value().name().matches(FOR_DEVELOPERS))
                .toList();
    }

    /** Those of a release that exists. */
    static Jars of(PublishedRelease release) {
        return new Jars(release.names().stream()
                .map(name ->
                        new Fact<>(new ReleasedFile(open(name, release), Optional.empty(), false), release.place(name)))
                .toList());
    }

    /** Those that workflows upload. */
    static Jars of(ReleaseSetup setup) {
        return new Jars(setup.released());
    }

    /** A pattern for all that a build leaves somewhere may be one, too. */
    private static boolean isJar(Fact<ReleasedFile> file) {
        String name = file.value().name();
        return name.endsWith(".jar")
                || !file.value().known()
                        && name.endsWith("*")
                        && module(file.value().path()).isPresent();
    }

    private static String open(String name, PublishedRelease release) {
        String tagged = release.tag()
                .filter(tag -> !tag.equals(release.version()))
                .map(tag -> name.replace(tag, "{tag}"))
                .orElse(name);
        return release.version().isEmpty() ? tagged : tagged.replace(release.version(), "{version}");
    }

    /** Those that may be what a program's build makes: no other module does. */
    private Stream<Fact<ReleasedFile>> possible(JavaProgram program) {
        return files.stream()
                .filter(file -> module(file.value().path())
                        .map(program.folder()::equals)
                        .orElse(true));
    }

    /** The folder of the module whose build makes a file; nothing if no build does. */
    private static Optional<String> module(String path) {
        List<String> parts = List.of(path.replaceFirst("^\\./", "").split("/"));
        return IntStream.range(0, parts.size() - 1)
                .filter(at -> parts.get(at).equals("build") || parts.get(at).equals("target"))
                .mapToObj(at -> String.join("/", parts.subList(0, at)))
                .findFirst();
    }

    /** The one that has the name of what a program's build makes, except for the version, or had it before the upload. */
    Optional<Fact<String>> of(JavaProgram program) {
        return program.file()
                .map(Jars::last)
                .flatMap(pattern -> possible(program)
                        .filter(file -> file.value().known())
                        .filter(file -> Stream.of(
                                        file.value().name(), last(file.value().path()))
                                .anyMatch(name -> name.replace("{tag}", "*")
                                        .replace("{version}", "*")
                                        .equals(pattern)))
                        .findFirst()
                        .map(Jars::name));
    }

    private static Fact<String> name(Fact<ReleasedFile> file) {
        return file.map(ReleasedFile::name);
    }

    /** The one that people download of what a program's build makes, as far as that can be told. */
    Optional<Fact<String>> download(JavaProgram program) {
        return of(program).or(() -> taken(program));
    }

    /** The name of a built file, if the pattern of an upload matches it. */
    private Optional<Fact<String>> taken(JavaProgram program) {
        return program.file()
                .map(file -> last(file).replace("*", "{version}"))
                .flatMap(name -> possible(program)
                        .filter(file -> !file.value().known())
                        .map(Jars::name)
                        .filter(pattern -> Wildcard.of(pattern.value(), Wildcard.Dialect.FILES)
                                .matches(name.replace("{version}", "1.2.3")))
                        .findFirst()
                        .map(pattern -> new Fact<>(name, pattern.from())));
    }

    /** The only one that there is, unless it is called like another module. */
    private Optional<Fact<String>> only(JavaProgram program, List<String> others) {
        List<Fact<ReleasedFile>> named =
                files.stream().filter(file -> file.value().known()).toList();
        return named.size() == 1
                ? possible(program)
                        .filter(named::contains)
                        .map(Jars::name)
                        .filter(name -> others.stream()
                                .noneMatch(other -> !program.name().contains(other)
                                        && ("-" + name.value()).contains("-" + other + "-")))
                        .findFirst()
                : Optional.empty();
    }

    private static String last(Fact<String> file) {
        return last(file.value());
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /**
     * Goes on releasing the jar in addition to the archives; reports it if it is unknown whether people download one.
     *
     * @param key what the config calls the program, such as {@code maven.jar}
     * @param others the names of the modules whose programs the config does not release
     */
    void keep(String key, JavaProgram program, String project, List<String> others, Draft draft) {
        String file = program.file().map(Fact::value).orElse(program.name());
        String inside = "{archive}/" + project + "/lib/app/" + project + ".jar";
        if (!file.endsWith(".jar")) {
            draft.left(
                    key,
                    file,
                    "each archive contains the program with a Java runtime; the results of 'distZip' and 'distTar' "
                            + "are not released");
            return;
        }
        Optional<Fact<String>> same = of(program);
        Optional<Fact<String>> kept = download(program).or(() -> only(program, others));
        kept.ifPresentOrElse(
                name -> {
                    draft.set(
                            List.of("release", "files"),
                            new Setting.Word(inside + " => " + name.value().replace("{name}", project)));
                    if (same.isPresent()) {
                        draft.taken("release.files", name);
                    } else {
                        draft.guess(
                                "release.files",
                                name.value(),
                                "most likely the jar that people download, from " + name.from() + "; the build creates "
                                        + file,
                                AboutTargets.LAST_RELEASE);
                    }
                },
                () -> draft.left(
                        key,
                        file,
                        "each archive contains the program with a Java runtime; to also release the jar alone, write "
                                + "'release: { files: \"" + inside + "\" }'"));
    }

    /**
     * Releases an executable, as today, and reports whether a jar still is.
     *
     * @param key what the config calls the executable, such as {@code maven.native}
     */
    void beside(String key, JavaProgram executable, JavaProgram jar, Draft draft) {
        draft.taken(key, executable.file().orElseThrow());
        draft.open(
                key,
                "each build runs the executable and the jar with '--version', and fails if they print different output; "
                        + "'compare' lists other runs");
        download(jar).ifPresent(name -> {
            String file = jar.file().orElseThrow().value();
            if (file.contains("*")) {
                draft.left(
                        "release.files",
                        name.value(),
                        "no longer released with executables, because the name of the built jar has the version; to "
                                + "release the jar and no executables, remove '" + key + "'; from " + name.from());
            } else {
                draft.set(List.of("release", "files"), new Setting.Word("{build}/" + file + " => " + name.value()));
                draft.taken("release.files", name);
            }
        });
    }
}
