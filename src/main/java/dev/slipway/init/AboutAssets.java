package dev.slipway.init;

import dev.slipway.detect.Repository;
import dev.slipway.detect.asset.FoundTarget;
import dev.slipway.detect.asset.ReleasedFile;
import dev.slipway.detect.fact.Fact;
import dev.slipway.detect.fact.Takeover;
import dev.slipway.detect.release.LostFiles;
import dev.slipway.detect.release.ReleaseSetup;
import dev.slipway.detect.workflow.Releaser;
import dev.slipway.plan.Build;
import dev.slipway.plan.ReleasePlan;
import dev.slipway.plan.Tag;
import dev.slipway.published.AssetName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Compares what people download of an existing release with what a config makes, name by name.
 *
 * @param release how the repository releases at the tags of the config
 */
record AboutAssets(Repository repository, ReleaseSetup release, ReleasePlan plan, Draft draft) {
    private static final String KEY = "release.files";
    private static final String ADDING = "'release.files', 'packages' or 'jobs' can add it";
    private static final String VERSION = "{version}";
    private static final String PROVE =
            "to see them all, run 'slipway init --against' with the files of the last release";

    /** What GoReleaser writes after the processor of programs for newer ones. */
    private static final Pattern GO_LEVEL = Pattern.compile("(?<=[_-]amd64)v[1-4](?![0-9])");

    private static final String PROOF =
            "(?i).*\\.(sha[0-9]*(sum)?|md5|b2|b3|asc|sig|minisig|pem|crt|cert|sigstore|sbom)"
                    + "|(?i).*(?:spdx|cdx|cyclonedx|sbom|intoto|provenance|attestation|sigstore|bundle|\\.(?:gz|xz|zst|bz2|zip|exe|deb|rpm)\\.).*json"
                    + "|(?i).*\\.jsonl";

    /** Lists each file that is not made any more under its name, and what may be more. */
    void add() {
        Tag tag = plan.tags().example();
        LostFiles lost = new LostFiles(
                release,
                Set.copyOf(plan.assets(tag.name())),
                tag.name(),
                tag.version(),
                plan.project().name());
        open(lost);
        Map<String, List<String>> proofs = new LinkedHashMap<>();
        Set<String> told =
                release.takeover().left().stream().map(Takeover.Left::value).collect(Collectors.toSet());
        for (Fact<ReleasedFile> file : lost.named()) {
            String name = file.value().name();
            if (told.contains(name)) {
                continue; // by what takes over the config that names it
            }
            if (name.matches(PROOF)) {
                proofs.computeIfAbsent(file.from(), none -> new ArrayList<>()).add(name);
            } else {
                draft.left(KEY, name, gone(file.from()) + "; " + instead(name, tag) + "; from " + file.from());
            }
        }
        proofs.forEach((from, names) -> draft.left(
                KEY, String.join(", ", names), gone(from) + "; see 'checksums', 'hashes' and 'attest'; from " + from));
        boolean named = release.released().stream()
                .anyMatch(file -> LinkedFiles.isForPlatform(file.value().name()));
        if (release.publishers().isEmpty() || !named) {
            linked(tag);
        }
        guesses();
    }

    /** Files that people find by a link, if no step uploads any: a config that nothing starts may say less than they do. */
    private void linked(Tag tag) {
        Set<String> known = plan.assets(tag.name()).stream()
                .map(name -> name.replace(tag.version(), VERSION))
                .collect(Collectors.toCollection(HashSet::new));
        release.released()
                .forEach(file -> known.add(file.value()
                        .name()
                        .replace("{tag}", tag.name().replace(tag.version(), VERSION))
                        .replace("{version}", VERSION)));
        Map<String, List<String>> lost = new LinkedHashMap<>();
        repository.linkedFiles().stream()
                .filter(file -> !known.contains(
                        UploadedFiles.NUMBER.matcher(file.value()).replaceAll(number -> VERSION)))
                .forEach(file -> lost.computeIfAbsent(
                                file.from().replaceFirst(":[0-9]+$", ""), none -> new ArrayList<>())
                        .add(file.value()));
        lost.forEach((from, names) -> draft.left(
                KEY,
                String.join(", ", names),
                "people download " + (names.size() == 1 ? "this" : "these") + " by a link"
                        + ", and the new release has no such file: 'targets' with 'as', 'archive', 'packages' or 'jobs' can"
                        + " add it; from " + from));
    }

    /** Files whose names are not known, or not all. */
    private void open(LostFiles lost) {
        lost.ofKind()
                .forEach(upload -> upload.value()
                        .kinds()
                        .forEach(kind -> draft.left(
                                KEY,
                                kind.names(),
                                gone(upload.from())
                                        + (kind.certain()
                                                ? "; today it comes from "
                                                : ", if there is one today; it may come from ")
                                        + kind.makers() + "; " + ADDING + "; from " + upload.from())));
        lost.open()
                .forEach(upload -> draft.open(KEY, upload.value().text() + "; " + PROVE + "; from " + upload.from()));
        Set<String> explained = release.open().stream().map(Fact::from).collect(Collectors.toSet());
        release.released().stream()
                .filter(file -> !file.value().known() && !explained.contains(file.from()))
                .forEach(file -> draft.open(
                        KEY,
                        file.value().unknown() + " is known only during a run; compare it with your last release; from "
                                + file.from()));
    }

    /** A workflow that builds between releases stays, and still uploads its files. */
    private String gone(String from) {
        return repository.releasers().stream()
                .filter(releaser -> releaser.work() == Releaser.Work.EARLY
                        && from.startsWith(releaser.file() + ":")
                        && releaser.samePrerelease(AboutProject.tags(draft)).isEmpty())
                .findFirst()
                .map(releaser -> "not in the new release, but '" + releaser.file() + "' still uploads it")
                .orElse("no longer released");
    }

    private String instead(String name, Tag tag) {
        String ending = name.replaceFirst("(?i)^.*(?=\\.(?:deb|rpm|apk)$)", "");
        Optional<String> same = ending.equals(name) || arch(name, tag).isEmpty()
                ? Optional.empty()
                : plan.assets(tag.name()).stream()
                        .filter(other -> other.endsWith(ending)
                                && arch(other, tag).equals(arch(name, tag))
                                && packagedFor(other, tag).equals(packagedFor(name, tag)))
                        .findFirst();
        return same.map(other -> "the package for this platform is '" + other.replace(tag.version(), VERSION) + "'")
                .orElseGet(() -> insteadOfArchive(name, tag));
    }

    /** The system of a package, which is Linux unless its name shows another one, such as Android. */
    private static String packagedFor(String name, Tag tag) {
        String os = named(name, tag).written().os();
        return os.isEmpty() ? "linux" : os;
    }

    /** The processor that a name shows; what a name leaves out, or writes in another way, is unknown. */
    private static String arch(String name, Tag tag) {
        return named(name, tag).written().arch();
    }

    private static AssetName named(String name, Tag tag) {
        String text = name.replace("{tag}", tag.name()).replace("{version}", tag.version());
        return AssetName.of(GO_LEVEL.matcher(text).replaceFirst(""), tag.version());
    }

    private String insteadOfArchive(String name, Tag tag) {
        Optional<FoundTarget> target = release.targets().stream()
                .map(Fact::value)
                .filter(one -> one.archive()
                        .filter(archive -> begins(name, archive.stem()))
                        .isPresent())
                .max(Comparator.comparing(one ->
                        one.archive().map(archive -> archive.stem().length()).orElse(0)));
        return target.flatMap(one -> plan.builds()
                        .filter(build -> build.recipe().target().equals(one.triple()))
                        .map(Build::archive)
                        .map(archive -> archive.text())
                        .min(Comparator.comparing(text -> !one.archive()
                                .filter(archive -> text.startsWith(archive.stem()))
                                .isPresent())))
                .filter(other -> isOfSame(name, other, tag))
                .map(other -> "the file for this platform is '" + other + "'")
                .orElse(ADDING);
    }

    /** Whether two files are of one program: the name of one begins with that of the other. */
    private static boolean isOfSame(String name, String other, Tag tag) {
        String one = program(name, tag);
        String two = program(other, tag);
        return begins(one, two) || begins(two, one);
    }

    private static String program(String name, Tag tag) {
        return named(name, tag).program().toLowerCase(Locale.ROOT);
    }

    /** Whether a name begins with another one, as a whole: {@code x86_64} does not begin with {@code x86}. */
    private static boolean begins(String name, String stem) {
        return name.startsWith(stem) && !name.substring(stem.length()).matches("(?:[A-Za-z0-9]|_64).*");
    }

    private boolean isLinked(Set<String> archives) {
        return release.publishers().isEmpty()
                && repository.linkedFiles().stream()
                        .anyMatch(file -> archives.contains(file.value())
                                || archives.contains(file.value().replaceFirst("\\.exe$", "")));
    }

    /** A variable may hold something else than its name says. */
    private void guesses() {
        Set<String> archives = release.targets().stream()
                .flatMap(fact -> fact.value().archive().stream())
                .map(archive -> archive.name())
                .collect(Collectors.toSet());
        release.released().stream()
                .filter(file -> file.value().guessed())
                .filter(file -> archives.contains(file.value().name().replaceFirst("\\.exe$", "")))
                .findFirst()
                .ifPresent(file -> draft.guess(
                        "archive.name",
                        file.value().name(),
                        "whether it contains the tag or the version is guessed from a variable's name; from "
                                + file.from(),
                        AboutTargets.LAST_RELEASE));
        boolean told = release.released().stream().anyMatch(file -> file.value().known());
        boolean packed = release.targets().stream()
                .anyMatch(fact -> fact.value().archive().isPresent() && !Fact.doubtful(fact.from()));
        if (!told && packed && release.tools().isEmpty()) {
            draft.guess(
                    "archive.name",
                    archives.stream().min(Comparator.naturalOrder()).orElse(""),
                    isLinked(archives)
                            ? "this is the name in links; a release may have more files, and others"
                            : release.publishers().isEmpty()
                                    ? "this is the name of an archive that a run builds; people may change it when they upload it"
                                    : "this is the name of an archive; could not read which files are uploaded",
                    AboutTargets.LAST_RELEASE);
        }
    }
}
