package dev.slipway.init;

import dev.slipway.detect.Repository;
import dev.slipway.detect.asset.FoundArchive;
import dev.slipway.detect.asset.FoundTarget;
import dev.slipway.detect.asset.ReleasedFile;
import dev.slipway.detect.fact.Fact;
import dev.slipway.detect.release.ReleaseSetup;
import dev.slipway.published.NameTemplate;
import dev.slipway.published.PublishedRelease;
import dev.slipway.toolchain.Arch;
import dev.slipway.toolchain.Os;
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
 * @param packed what is in an archive with a name, if the workflow that packs it was read
 * @param runners the machine that makes the file with a name, if the workflow was read
 */
record OldRelease(
        PublishedRelease release,
        Optional<NameTemplate> template,
        Optional<Fact<FoundArchive>> contents,
        UnaryOperator<String> places,
        Function<String, Optional<FoundArchive>> packed,
        Function<String, Optional<String>> runners,
        Draft draft) {
    static OldRelease of(Evidence evidence, Repository repository, Draft draft) {
        Map<String, ReleasedFile> seen = UploadedFiles.seen(repository, evidence.release());
        return new OldRelease(
                evidence.release(),
                NameTemplate.of(evidence.release()),
                evidence.listing()
                        .map(listing -> Contents.of(evidence.archive().orElse(""), listing, repository, draft)),
                name -> evidence.release().place(name),
                name -> Optional.ofNullable(seen.get(name)).flatMap(ReleasedFile::contents),
                name -> Optional.ofNullable(seen.get(name)).flatMap(ReleasedFile::runner),
                draft);
    }

    /** The repository, with a release as the names show it. */
    Repository over(Repository repository) {
        if (template.isEmpty()) {
            draft.open(
                    "targets", "no name in " + release.source() + " shows a system, so only the repository was read");
            return repository;
        }
        NameTemplate names = template.get();
        NamedBuilds builds = new NamedBuilds(repository.release(), release, names);
        List<Fact<FoundTarget>> targets = single(
                repository,
                names,
                builds,
                new NamedTargets(release, names, contents, places, packed, runners, builds, arm(repository), draft)
                        .all(linked(repository)));
        unmade(repository.release(), targets);
        renamed(repository.release());
        return repository.releasing(
                targets,
                release.tag()
                        .filter(tag -> !UploadedFiles.isSample(tag))
                        .map(tag -> new Fact<>(
                                tag, repository.git().tags().contains(tag) ? "git tag " + tag : release.source())));
    }

    /** Go builds no universal program: people with a Mac get one for each processor, and not nothing. */
    private List<Fact<FoundTarget>> single(
            Repository repository, NameTemplate names, NamedBuilds builds, List<Fact<FoundTarget>> targets) {
        Optional<Fact<FoundTarget>> universal =
                targets.stream().filter(OldRelease::isUniversal).findFirst();
        boolean whole = universal.isPresent() && targets.stream().allMatch(fact -> !isMac(fact) || isUniversal(fact));
        if (repository.go().isEmpty() || !whole) {
            return targets;
        }
        List<Fact<FoundTarget>> built = repository.release().targets().stream()
                .filter(fact -> isMac(fact) && !isUniversal(fact))
                .toList();
        return Stream.concat(
                        targets.stream().filter(fact -> !isMac(fact)),
                        built.isEmpty() ? new MacParts(names, builds, draft).of(universal.get()) : built.stream())
                .toList();
    }

    private static boolean isMac(Fact<FoundTarget> fact) {
        return fact.value().triple().endsWith("-apple-darwin");
    }

    private static boolean isUniversal(Fact<FoundTarget> fact) {
        return isMac(fact) && fact.value().triple().startsWith("universal");
    }

    private static NamedTargets.Arm arm(Repository repository) {
        boolean dotnet = repository.others().stream()
                .limit(1)
                .anyMatch(build -> build.kind().equals(".NET"));
        boolean go = repository.rust().isEmpty() && repository.go().isPresent();
        return go ? NamedTargets.Arm.LEVELS : dotnet ? NamedTargets.Arm.NEWER : NamedTargets.Arm.OWN_TARGETS;
    }

    /** Whether programs are linked with a C library; those of Go and of Java are not, or bring their own. */
    private static boolean linked(Repository repository) {
        return repository.rust().isPresent()
                || repository.go().isEmpty()
                        && repository.maven().isEmpty()
                        && repository.gradle().isEmpty();
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
                .filter(naming -> !gives(naming))
                .map(Naming::text)
                .ifPresent(text -> draft.left(
                        "archive.name",
                        text.value(),
                        "the files in " + release.source()
                                + " have other names, which are used instead; this one is from " + text.from()));
    }

    /** Whether a text of the workflow is that of the names, or gives one of them with the name of a platform. */
    private boolean gives(Naming naming) {
        String text = naming.text().value();
        return plain(text).equals(plain(template.orElseThrow().text()))
                || naming.words().values().stream()
                        .map(word -> plain(text.replace("{platform}", word)))
                        .anyMatch(template.orElseThrow()
                                .names()
                                .map(name -> plain(template.orElseThrow().stem(name)))
                                .toList()::contains);
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
                            .filter(archive -> !names.apart().containsValue(archive.stem()))
                            .flatMap(archive -> names.middle(archive.stem()))
                            .ifPresent(word -> words.put(fact.value().id(), word)));
            String first = names.words().keySet().iterator().next().text();
            return new Naming(new Fact<>(tagged(names.text()), places.apply(first)), words);
        });
    }

    /** The text with the whole tag, if its prefix is a word that follows the name of the project. */
    private String tagged(String text) {
        return release.tag()
                .map(tag -> tag.substring(0, tag.length() - release.version().length()))
                .filter(prefix -> prefix.length() > 1)
                .filter(prefix -> !text.startsWith(prefix))
                .map(prefix -> text.replace(prefix + "{version}", "{tag}"))
                .orElse(text);
    }

    /** Its files, with gaps for what each release fills in. */
    List<Fact<ReleasedFile>> files() {
        return release.names().stream()
                .map(name ->
                        new Fact<>(new ReleasedFile(release.open(name), Optional.empty(), false), release.place(name)))
                .toList();
    }

    /** The keys of which its names say all that there is to say. */
    Set<String> tells() {
        Set<String> keys = new TreeSet<>(Set.of("packages.installers"));
        if (!BesideArchives.onlyPartial(release.read())) {
            keys.addAll(Set.of("checksums", "checksum-file", "hashes"));
        }
        template.ifPresent(names -> keys.addAll(Set.of("name", "archive.name", "archive.format")));
        contents.ifPresent(any -> keys.addAll(Set.of("archive.layout", "archive.include")));
        return keys;
    }

    /** What else the release has. */
    BesideArchives beside(AboutTargets targets) {
        Map<String, String> builds = new LinkedHashMap<>();
        template.ifPresent(names -> targets.of(Os.LINUX).stream()
                .filter(entry -> entry.getKey().arch() != Arch.OTHER)
                .forEach(entry -> entry.getValue()
                        .value()
                        .archive()
                        .filter(archive -> !names.apart().containsValue(archive.stem()))
                        .flatMap(archive -> names.middle(archive.stem()))
                        .ifPresent(
                                word -> builds.putIfAbsent(entry.getKey().arch().word(), word))));
        return new BesideArchives(release, release.read(), builds, draft);
    }
}
