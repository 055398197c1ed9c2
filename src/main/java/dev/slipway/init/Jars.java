package dev.slipway.init;

import dev.slipway.detect.asset.ReleasedFile;
import dev.slipway.detect.fact.Fact;
import dev.slipway.detect.jvm.JavaProgram;
import dev.slipway.detect.release.ReleaseSetup;
import dev.slipway.published.PublishedRelease;
import dev.slipway.source.Wildcard;
import java.util.List;
import java.util.Optional;

/**
 * The jars that people download today, and how a config goes on releasing the one of its program.
 *
 * @param names their names, with {@code {tag}}, {@code {version}} and {@code {name}} where a release fills them in
 * @param patterns what they are uploaded by, if only a run knows the names
 */
record Jars(List<Fact<String>> names, List<Fact<String>> patterns) {
    /** What Maven repositories have for those who compile against a jar. */
    private static final String FOR_DEVELOPERS = ".*-(sources|javadoc|tests|plain)\\.jar";

    Jars {
        names = names.stream()
                .filter(name -> name.value().endsWith(".jar") && !name.value().matches(FOR_DEVELOPERS))
                .toList();
        patterns = patterns.stream()
                .filter(pattern -> pattern.value().endsWith(".jar"))
                .toList();
    }

    /** Those of a release that exists. */
    static Jars of(PublishedRelease release) {
        return new Jars(
                release.names().stream()
                        .map(name -> new Fact<>(open(name, release), release.place(name)))
                        .toList(),
                List.of());
    }

    /** Those that workflows upload. */
    static Jars of(ReleaseSetup setup) {
        return new Jars(
                setup.released().stream()
                        .filter(fact -> fact.value().known())
                        .map(fact -> fact.map(ReleasedFile::name))
                        .toList(),
                setup.released().stream()
                        .filter(fact -> !fact.value().known())
                        .map(fact -> fact.map(ReleasedFile::name))
                        .toList());
    }

    private static String open(String name, PublishedRelease release) {
        String tagged = release.tag()
                .filter(tag -> !tag.equals(release.version()))
                .map(tag -> name.replace(tag, "{tag}"))
                .orElse(name);
        return release.version().isEmpty() ? tagged : tagged.replace(release.version(), "{version}");
    }

    /** The one that has the name of what a program's build makes, except for the version. */
    Optional<Fact<String>> of(JavaProgram program) {
        return program.file()
                .map(Jars::last)
                .flatMap(pattern -> names.stream()
                        .filter(name -> name.value()
                                .replace("{tag}", "*")
                                .replace("{version}", "*")
                                .equals(pattern))
                        .findFirst());
    }

    /** The one that people download of what a program's build makes, as far as that can be told. */
    Optional<Fact<String>> download(JavaProgram program) {
        return of(program).or(() -> taken(program));
    }

    /** The name of a built file, if the pattern of an upload matches it. */
    private Optional<Fact<String>> taken(JavaProgram program) {
        return program.file()
                .map(file -> last(file).replace("*", "{version}"))
                .flatMap(name -> patterns.stream()
                        .filter(pattern -> Wildcard.of(pattern.value(), Wildcard.Dialect.FILES)
                                .matches(name.replace("{version}", "1.2.3")))
                        .findFirst()
                        .map(pattern -> new Fact<>(name, pattern.from())));
    }

    private static String last(Fact<String> file) {
        return file.value().substring(file.value().lastIndexOf('/') + 1);
    }

    /**
     * Goes on releasing the jar in addition to the archives; reports it if it is unknown whether people download one.
     *
     * @param key what the config calls the program, such as {@code maven.jar}
     */
    void keep(String key, JavaProgram program, String project, Draft draft) {
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
        Optional<Fact<String>> kept = download(program)
                .or(() -> Optional.of(names).filter(all -> all.size() == 1).map(all -> all.get(0)));
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
}
