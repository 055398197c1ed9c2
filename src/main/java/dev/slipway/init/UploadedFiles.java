package dev.slipway.init;

import dev.slipway.detect.Repository;
import dev.slipway.detect.asset.FoundArchive;
import dev.slipway.detect.asset.ReleasedFile;
import dev.slipway.detect.fact.Fact;
import dev.slipway.detect.git.OtherTags;
import dev.slipway.detect.release.ReleaseSetup;
import dev.slipway.plan.TagRule;
import dev.slipway.published.NameTemplate;
import dev.slipway.published.PublishedRelease;
import dev.slipway.shell.PackCommand;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the files that workflows upload as if they were those of a release, so that their names say what is built. */
final class UploadedFiles {
    /** A version that no file name contains by chance. */
    private static final String SAMPLE = "90817.2.6";

    /** A version in the name of a file. */
    static final Pattern NUMBER = Pattern.compile("(?<![0-9.])[0-9]++(?:\\.[0-9]++)++");

    /** Fewer links are examples. */
    private static final int LINKED = 3;

    private static final Pattern SYSTEM =
            Pattern.compile("(?i)(?<![a-z])(linux|mac|darwin|osx|win)(?:os|dows)?(?:32|64)?(?![a-z])");

    private UploadedFiles() {}

    /** Empty if the build commands say more, or if no name contains a platform. */
    static Optional<OldRelease> of(Repository repository, Draft draft) {
        ReleaseSetup setup = repository.release();
        boolean command = repository.rust().isEmpty()
                && repository.go().isEmpty()
                && repository.maven().isEmpty()
                && repository.gradle().isEmpty();
        boolean renamed = setup.fromGoReleaser() && isNameless(setup); // other commands upload what it builds
        boolean built = !setup.targets().isEmpty() && !renamed && !(command && (hasMore(setup) || isNameless(setup)));
        if (built || others(repository)) {
            return Optional.empty();
        }
        String prefix = prefix(repository);
        String name = name(repository);
        Map<String, String> places = new LinkedHashMap<>();
        Map<String, FoundArchive> contents = new HashMap<>();
        Map<String, String> runners = new HashMap<>();
        setup.released().stream().filter(file -> file.value().known()).forEach(file -> {
            String text = file.value()
                    .name()
                    .replace("{tag}", prefix + "{version}")
                    .replace("{version}", SAMPLE)
                    .replace("{name}", name);
            places.put(text, file.from());
            file.value().contents().ifPresent(archive -> contents.put(text, archive));
            file.value().runner().ifPresent(label -> runners.put(text, label));
        });
        boolean linked = places.isEmpty() && setup.publishers().isEmpty();
        if (linked) {
            repository.linkedFiles().forEach(file -> places.put(sampled(file.value()), file.from()));
        }
        PublishedRelease release = release(linked ? "the links to releases" : "the workflow", prefix, places.keySet());
        return NameTemplate.of(release)
                .filter(template -> !linked || template.words().size() >= LINKED)
                .map(template -> new OldRelease(
                        release,
                        Optional.of(template),
                        Optional.empty(),
                        text -> places.getOrDefault(text, ""),
                        text -> Optional.ofNullable(contents.get(text)),
                        text -> Optional.ofNullable(runners.get(text)),
                        draft));
    }

    /** A name with the sample in place of its version. */
    static String sampled(String name) {
        return NUMBER.matcher(name).replaceAll(number -> SAMPLE);
    }

    /** A release of the sample version with these files. */
    static PublishedRelease release(String source, String prefix, Set<String> names) {
        return new PublishedRelease(
                source,
                Optional.of(prefix + SAMPLE),
                names.stream().map(text -> new PublishedRelease.Asset(text, 0)).toList());
    }

    /** The files of a release that workflows show, by the names that they have in it. */
    static Map<String, ReleasedFile> seen(Repository repository, PublishedRelease release) {
        Map<String, ReleasedFile> seen = new HashMap<>();
        repository.release().released().stream()
                .map(Fact::value)
                .filter(ReleasedFile::known)
                .forEach(file -> {
                    String plain = file.name().replace("{name}", name(repository));
                    seen.putIfAbsent(
                            release.tag()
                                    .map(tag -> plain.replace("{tag}", tag).replace("{version}", release.version()))
                                    .orElse(plain),
                            file);
                });
        return seen;
    }

    private static String name(Repository repository) {
        return repository.name().map(Fact::value).orElse("").replaceFirst("^.*/", "");
    }

    /** What the tags have before the version, as the config says it. */
    private static String prefix(Repository repository) {
        return OtherTags.of(repository.git().tags())
                .filter(OtherTags::only)
                .map(OtherTags::prefix)
                .or(() -> repository
                        .release()
                        .tags()
                        .flatMap(tags -> tags.value().stream().findFirst())
                        .filter(pattern -> !pattern.startsWith("*")) // which says nothing about a prefix
                        .map(TagRule::prefix))
                .or(() -> repository.tagStyle().map(style -> style.value().prefix()))
                .orElse("v");
    }

    /** Whether the program is a file for all systems, and a file for one of them is something else. */
    private static boolean others(Repository repository) {
        long systems = repository.release().released().stream()
                .map(file -> SYSTEM.matcher(file.value().name()))
                .filter(Matcher::find)
                .map(system -> system.group(1).toLowerCase(Locale.ROOT).replaceFirst("darwin|osx", "mac"))
                .distinct()
                .count();
        return systems < 2 && AboutTargets.everywhere(repository).isPresent();
    }

    /** Whether there are archives for which no build was found: in a command, only its words could say for what it builds. */
    private static boolean hasMore(ReleaseSetup setup) {
        return setup.released().stream()
                        .map(Fact::value)
                        .filter(file ->
                                file.known() && !PackCommand.ending(file.name()).isEmpty())
                        .count()
                > setup.targets().size();
    }

    /** Whether a matrix names platforms, but no file was found that is built for one. */
    private static boolean isNameless(ReleaseSetup setup) {
        return setup.targets().stream()
                .allMatch(target -> target.value().archive().isEmpty());
    }

    /** Whether a tag is only the sample, which no repository has. */
    static boolean isSample(String tag) {
        return tag.endsWith(SAMPLE);
    }

    /** A name as people know it, with a placeholder instead of the version that stands for all. */
    static String shown(String name) {
        return name.replace(SAMPLE, "{version}");
    }
}
