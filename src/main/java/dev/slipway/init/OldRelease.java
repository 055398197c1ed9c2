package dev.slipway.init;

import dev.slipway.detect.Fact;
import dev.slipway.detect.FoundArchive;
import dev.slipway.detect.FoundTarget;
import dev.slipway.detect.ReleaseSetup;
import dev.slipway.detect.Repository;
import dev.slipway.plan.TagRule;
import dev.slipway.published.AssetName;
import dev.slipway.published.FileKind;
import dev.slipway.published.NameTemplate;
import dev.slipway.published.Platform;
import dev.slipway.published.PublishedRelease;
import dev.slipway.toolchain.Arch;
import dev.slipway.toolchain.Os;
import dev.slipway.toolchain.Target;
import dev.slipway.toolchain.rust.Rust;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the names of a release that exists say of how to go on: they win over the workflow, which may have made them
 * otherwise, or not at all.
 *
 * @param release the files that people download
 * @param template how they are called; nothing if no name has a platform in it
 * @param contents what is in one of its archives, if somebody has shown one
 * @param places where a name is from
 */
record OldRelease(
        PublishedRelease release,
        Optional<NameTemplate> template,
        Optional<Fact<FoundArchive>> contents,
        UnaryOperator<String> places,
        Draft draft) {
    /** A version that no name has by chance. */
    private static final String SAMPLE = "90817.2.6";

    static OldRelease of(Evidence evidence, Repository repository, Draft draft) {
        return new OldRelease(
                evidence.release(),
                NameTemplate.of(evidence.release()),
                evidence.listing()
                        .map(listing -> Contents.of(evidence.archive().orElse(""), listing, repository, draft)),
                name -> evidence.release().place(name),
                draft);
    }

    /**
     * The same from the files that workflows upload; nothing if the commands of their builds say more, or where no name
     * has a platform in it.
     */
    static Optional<OldRelease> uploaded(Repository repository, Draft draft) {
        ReleaseSetup setup = repository.release();
        if (!setup.targets().isEmpty()) {
            return Optional.empty();
        }
        String prefix = setup.tags()
                .flatMap(tags -> tags.value().stream().findFirst())
                .map(TagRule::prefix)
                .or(() -> repository.tagStyle().map(style -> style.value().prefix()))
                .orElse("v");
        String name = repository.name().map(Fact::value).orElse("").replaceFirst("^.*/", "");
        Map<String, String> places = new LinkedHashMap<>();
        setup.released().stream()
                .filter(file -> file.value().known())
                .forEach(file -> places.put(
                        file.value()
                                .name()
                                .replace("{tag}", prefix + "{version}")
                                .replace("{version}", SAMPLE)
                                .replace("{name}", name),
                        file.from()));
        PublishedRelease release = new PublishedRelease(
                "the workflow",
                Optional.of(prefix + SAMPLE),
                places.keySet().stream()
                        .map(text -> new PublishedRelease.Asset(text, 0))
                        .toList());
        return NameTemplate.of(release)
                .map(template -> new OldRelease(
                        release,
                        Optional.of(template),
                        Optional.empty(),
                        text -> places.getOrDefault(text, ""),
                        draft));
    }

    /** The repository, with a release as the names show it. */
    Repository over(Repository repository) {
        if (template.isEmpty()) {
            draft.open(
                    "targets", "no name in " + release.source() + " shows a system, so only the repository was read");
            return repository;
        }
        List<Fact<FoundTarget>> targets = targets(repository.release(), linked(repository));
        unmade(repository.release(), targets);
        renamed(repository.release());
        return repository.releasing(
                targets,
                release.tag()
                        .filter(tag -> !tag.endsWith(SAMPLE))
                        .map(tag -> new Fact<>(
                                tag, repository.git().tags().contains(tag) ? "git tag " + tag : release.source())));
    }

    /** Whether programs are linked with a C library; those of Go and of Java are not, or bring their own. */
    private static boolean linked(Repository repository) {
        return repository.rust().isPresent()
                || repository.go().isEmpty()
                        && repository.maven().isEmpty()
                        && repository.gradle().isEmpty();
    }

    /**
     * One for each platform, with what the workflow says of its build.
     *
     * @param linked whether programs are linked with a C library
     */
    private List<Fact<FoundTarget>> targets(ReleaseSetup setup, boolean linked) {
        Map<String, Fact<FoundTarget>> targets = new LinkedHashMap<>();
        chosen().forEach(name -> triple(name, setup)
                .filter(triple -> !targets.containsKey(triple))
                .ifPresent(triple -> {
                    targets.put(triple, target(name, triple, built(setup, name, triple)));
                    boolean told = Rust.reads(word(name)).isPresent()
                                    && Target.of(word(name)).isEmpty()
                            || built(setup, name, triple).isPresent();
                    if (linked
                            && !told
                            && triple.endsWith("-linux-gnu")
                            && name.platform().libc().isEmpty()) {
                        draft.guess(
                                "targets",
                                word(name).isEmpty() ? stem(name) : word(name),
                                triple + ": the name does not show which C library the program needs",
                                "run 'file' on the program in " + name.text() + ": if it is static, write '"
                                        + name.platform().word() + "-musl'");
                    }
                }));
        variants(setup, targets);
        return List.copyOf(targets.values());
    }

    /** Of several files for one platform, those that the workflow builds in their own way, under the same names. */
    private void variants(ReleaseSetup setup, Map<String, Fact<FoundTarget>> targets) {
        Set<String> chosen = targets.values().stream()
                .flatMap(fact -> fact.value().archive().stream())
                .map(this::named)
                .collect(Collectors.toSet());
        Set<String> known = all(template.orElseThrow()).map(AssetName::text).collect(Collectors.toSet());
        for (Fact<FoundTarget> fact : setup.targets()) {
            Optional<String> name = fact.value().archive().map(this::named);
            Fact<FoundTarget> first = targets.get(fact.value().triple());
            boolean other = first != null
                    && (!first.value().features().equals(fact.value().features())
                            || !first.value().flags().equals(fact.value().flags()));
            if (other && name.filter(known::contains).isPresent() && !chosen.contains(name.get())) {
                FoundTarget own =
                        fact.value().variant().isEmpty() ? fact.value().called(name.get()) : fact.value();
                targets.put(own.id(), new Fact<>(own, release.place(name.get()) + " and " + fact.from()));
            }
        }
    }

    /**
     * The plain names before those with another word in them. Of several for one platform, that of the format and of the
     * form, such as two words with a dash, that most files have.
     */
    private List<AssetName> chosen() {
        NameTemplate names = template.orElseThrow();
        Map<String, Long> formats = count(names, OldRelease::format);
        Map<String, Long> forms = count(names, this::form);
        return all(names)
                .sorted(Comparator.comparing((AssetName name) -> names.apart().containsKey(name))
                        .thenComparing((AssetName name) -> !names.plain(name))
                        .thenComparing(name -> -formats.getOrDefault(format(name), 0L))
                        .thenComparing(name -> -forms.getOrDefault(form(name), 0L)))
                .toList();
    }

    private static Stream<AssetName> all(NameTemplate names) {
        return Stream.concat(names.words().keySet().stream(), names.apart().keySet().stream());
    }

    private static Map<String, Long> count(NameTemplate names, Function<AssetName, String> key) {
        return all(names).collect(Collectors.groupingBy(key, Collectors.counting()));
    }

    private String form(AssetName name) {
        return word(name).replaceAll("[A-Za-z0-9]++", "x");
    }

    private static String format(AssetName name) {
        return name.platform().os() + name.ending();
    }

    /** How the workflow builds a file: that of the same name, else any for the platform. */
    private Optional<Fact<FoundTarget>> built(ReleaseSetup setup, AssetName name, String triple) {
        List<Fact<FoundTarget>> same = setup.targets().stream()
                .filter(fact -> fact.value().triple().equals(triple))
                .toList();
        return same.stream()
                .filter(fact -> fact.value()
                        .archive()
                        .filter(archive -> named(archive).equals(name.text()))
                        .isPresent())
                .findFirst()
                .or(() -> same.stream().findFirst())
                .or(() -> triple.startsWith("universal") ? universal(setup, triple) : Optional.empty());
    }

    /** A program for several processors is built as that of one of them whose file has the same text in its name. */
    private Optional<Fact<FoundTarget>> universal(ReleaseSetup setup, String triple) {
        return setup.targets().stream()
                .filter(fact -> fact.value().triple().endsWith("-apple-darwin"))
                .filter(fact -> fact.value().archive().filter(this::follows).isPresent())
                .findFirst()
                .map(fact -> fact.map(one -> one.within(triple)));
    }

    private Fact<FoundTarget> target(AssetName name, String triple, Optional<Fact<FoundTarget>> built) {
        boolean raw = name.kind() == FileKind.PROGRAM;
        Optional<FoundArchive> packed = built.flatMap(fact -> fact.value().archive())
                .filter(archive -> !raw)
                .filter(archive -> !archive.layout().equals(Optional.of("raw")));
        FoundArchive shown = contents.filter(any -> !raw)
                .map(Fact::value)
                .or(() -> packed)
                .orElseGet(() -> new FoundArchive(
                        "", "", raw ? Optional.of("raw") : Optional.empty(), List.of(), Map.of(), List.of()));
        FoundArchive archive = shown.called(stem(name), raw ? "" : name.ending());
        String place = Stream.of(
                        Optional.of(places.apply(name.text())),
                        contents.filter(any -> !raw).map(Fact::from),
                        built.map(Fact::from).filter(from -> !Fact.doubtful(from)))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" and "));
        return new Fact<>(
                built.map(Fact::value).orElseGet(() -> FoundTarget.of(triple)).packed(archive), place);
    }

    private String stem(AssetName name) {
        NameTemplate names = template.orElseThrow();
        return names.apart().getOrDefault(name, names.before() + word(name) + names.after());
    }

    private String word(AssetName name) {
        return template.orElseThrow().words().getOrDefault(name, "");
    }

    /** What the compiler calls the platform: the word itself, what the workflow builds for it, or the usual one. */
    private Optional<String> triple(AssetName name, ReleaseSetup setup) {
        String word = word(name);
        if (Target.of(word).isEmpty() && Rust.reads(word).isPresent()) {
            return Optional.of(word);
        }
        Optional<String> same = same(name, setup).map(fact -> fact.value().triple());
        if (same.isPresent()) {
            return same;
        }
        Platform platform = name.platform();
        List<String> built = setup.targets().stream()
                .map(fact -> fact.value().triple())
                .filter(triple -> fits(platform, triple))
                .distinct()
                .toList();
        Optional<String> usual = Target.of(platform.word()).map(Rust::triple);
        if (!built.isEmpty()) {
            return Optional.of(usual.filter(built::contains).orElse(built.get(0)));
        }
        if (usual.isEmpty()) {
            String why = platform.arch().isEmpty()
                    ? "the name has no processor, so the target is unknown; add it to 'targets' with 'as'"
                    : "Slipway has no target '" + platform.word() + "'";
            draft.left("targets", name.text(), why + "; from " + places.apply(name.text()));
            return Optional.empty();
        }
        return usual;
    }

    /** The build that makes a file of this very name. */
    private Optional<Fact<FoundTarget>> same(AssetName name, ReleaseSetup setup) {
        return setup.targets().stream()
                .filter(fact -> fact.value()
                        .archive()
                        .filter(archive -> named(archive).equals(name.text()))
                        .isPresent())
                .findFirst();
    }

    /** What a file that the set-up makes is called in this release. */
    private String named(FoundArchive archive) {
        String tag = release.tag().orElse("");
        return (archive.stem() + archive.ending()).replace("{tag}", tag).replace("{version}", release.version());
    }

    private static boolean fits(Platform platform, String triple) {
        return Rust.reads(triple)
                .filter(target -> target.os() != Os.OTHER && target.os().word().equals(platform.os()))
                .filter(target -> Target.of(platform.word()).map(Target::arch).equals(Optional.of(target.arch())))
                .filter(target -> platform.libc().isEmpty() || triple.contains(platform.libc()))
                .isPresent();
    }

    /** What the workflow builds, and no file of the release is for. */
    private void unmade(ReleaseSetup setup, List<Fact<FoundTarget>> targets) {
        Set<String> known = targets.stream()
                .flatMap(fact -> Stream.of(fact.value().triple(), fact.value().id()))
                .collect(Collectors.toSet());
        setup.targets().stream()
                .filter(fact -> !known.contains(
                        fact.value().own().isEmpty()
                                ? fact.value().triple()
                                : fact.value().id()))
                .forEach(fact -> draft.left(
                        "targets",
                        fact.value().triple(),
                        release.source() + " has no file for it, so it is not a target; the build is from "
                                + fact.from()));
    }

    /** Where the workflow says another text, somebody has changed it since, or it was read wrongly. */
    private void renamed(ReleaseSetup setup) {
        Optional<Naming> told = Naming.of(setup);
        told.filter(any -> !template.orElseThrow().words().isEmpty())
                .map(Naming::text)
                .filter(text ->
                        !plain(text.value()).equals(plain(template.orElseThrow().text())))
                .ifPresent(text -> draft.left(
                        "archive.name",
                        text.value(),
                        "the files in " + release.source()
                                + " have other names, which are used instead; this one is from " + text.from()));
    }

    private static String plain(String text) {
        return text.replace("v{version}", "{tag}").replace("{version}", "{tag}");
    }

    /** The names as the rest of {@code init} reads them. */
    Optional<Naming> naming(Repository over) {
        return template.filter(names -> !names.words().isEmpty()).map(names -> {
            Map<String, String> words = new LinkedHashMap<>();
            over.release()
                    .targets()
                    .forEach(fact -> fact.value()
                            .archive()
                            .filter(archive -> !names.apart().containsValue(archive.stem()) && follows(archive))
                            .ifPresent(archive -> words.put(fact.value().id(), middle(archive))));
            String first = names.words().keySet().iterator().next().text();
            return new Naming(new Fact<>(names.text(), places.apply(first)), words);
        });
    }

    /** The keys of which its names say all that there is to say. */
    Set<String> tells() {
        Set<String> keys = new TreeSet<>(Set.of("checksums", "checksum-file", "hashes", "packages.installers"));
        template.ifPresent(names -> keys.addAll(Set.of("name", "archive.name", "archive.format")));
        contents.ifPresent(any -> keys.addAll(Set.of("archive.layout", "archive.include")));
        return keys;
    }

    /** What else the release has. */
    BesideArchives beside(AboutTargets targets) {
        Map<String, String> builds = new LinkedHashMap<>();
        List<Map.Entry<Target, Fact<FoundTarget>>> linux = template.isPresent() ? targets.of(Os.LINUX) : List.of();
        linux.stream()
                .filter(entry -> entry.getKey().arch() != Arch.OTHER)
                .forEach(entry -> entry.getValue()
                        .value()
                        .archive()
                        .filter(archive -> !template.orElseThrow().apart().containsValue(archive.stem()))
                        .filter(this::follows)
                        .ifPresent(archive ->
                                builds.putIfAbsent(entry.getKey().arch().word(), middle(archive))));
        return new BesideArchives(release, release.read(), builds, draft);
    }

    /** Whether a name is of the text for all of them. */
    private boolean follows(FoundArchive archive) {
        NameTemplate names = template.orElseThrow();
        return archive.stem().startsWith(names.before())
                && archive.stem().endsWith(names.after())
                && archive.stem().length()
                        > names.before().length() + names.after().length();
    }

    /** What a name has in the place of the platform. */
    private String middle(FoundArchive archive) {
        NameTemplate names = template.orElseThrow();
        return archive.stem()
                .substring(
                        names.before().length(),
                        archive.stem().length() - names.after().length());
    }
}
