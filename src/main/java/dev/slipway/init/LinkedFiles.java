package dev.slipway.init;

import dev.slipway.detect.Repository;
import dev.slipway.detect.asset.FoundArchive;
import dev.slipway.detect.asset.FoundTarget;
import dev.slipway.detect.fact.Fact;
import dev.slipway.published.AssetName;
import dev.slipway.published.FileKind;
import dev.slipway.published.NameTemplate;
import dev.slipway.published.Platform;
import dev.slipway.published.PublishedRelease;
import dev.slipway.shell.PackCommand;
import dev.slipway.toolchain.Target;
import dev.slipway.toolchain.rust.Rust;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What one or two files that people download by a link suggest for the names of all, if no workflow tells any. Each is a
 * guess: a link may be older than the last release.
 *
 * @param template how the linked files are called
 * @param places where each of them is linked
 */
record LinkedFiles(Repository repository, NameTemplate template, Map<String, String> places) {
    static final String OTHERS = Fact.UNLESS + "the release has other names";

    /** The repository with these names; the same one if a workflow tells names, or if no link does. */
    static Repository over(Repository repository) {
        boolean named = repository.release().targets().stream()
                        .anyMatch(fact -> fact.value().archive().isPresent())
                || repository.release().released().stream()
                        .anyMatch(file -> LinkedFiles.isForPlatform(file.value().name()));
        return named || BinstallName.of(repository).isPresent()
                ? repository
                : read(repository).map(LinkedFiles::named).orElse(repository);
    }

    /** Whether a name that a workflow uploads tells a platform. */
    static boolean isForPlatform(String name) {
        AssetName read = AssetName.of(name, "");
        return name.indexOf('*') < 0
                && name.indexOf('?') < 0
                && read.kind().holdsProgram()
                && !read.written().isUnknown();
    }

    private static Optional<LinkedFiles> read(Repository repository) {
        Map<String, String> places = new LinkedHashMap<>();
        repository
                .suggestedFiles()
                .forEach(file -> places.putIfAbsent(UploadedFiles.sampled(file.value()), file.from()));
        PublishedRelease release = UploadedFiles.release("the links to releases", "v", places.keySet());
        return NameTemplate.of(release)
                .filter(template -> template.words().keySet().stream().anyMatch(LinkedFiles::isWhole))
                .map(template -> new LinkedFiles(repository, template, places));
    }

    /** Whether a name says both the system and the processor. */
    private static boolean isWhole(AssetName name) {
        return !name.written().os().isEmpty() && !name.written().arch().isEmpty();
    }

    private Repository named() {
        List<Fact<FoundTarget>> found = repository.release().targets();
        Stream<Fact<FoundTarget>> all = found.isEmpty()
                ? Stream.concat(
                                AboutTargets.usual(repository),
                                template.words().keySet().stream()
                                        .filter(LinkedFiles::isWhole)
                                        .map(name -> name.platform().word()))
                        .flatMap(word -> Target.of(word).stream())
                        .map(Rust::triple)
                        .distinct()
                        .map(triple -> new Fact<>(FoundTarget.of(triple), "the usual targets"))
                : found.stream();
        PlatformStyle style = PlatformStyle.of(template, repository.rust().isPresent());
        return repository.releasing(
                all.map(fact -> named(fact, style))
                        .sorted(Comparator.comparing(fact -> !isShown(fact.value())))
                        .toList(),
                Optional.empty());
    }

    /** Whether one of the links is for it. */
    private boolean isShown(FoundTarget target) {
        return template.words().keySet().stream()
                .anyMatch(name -> isWhole(name) && isFor(name.platform(), target.triple()));
    }

    private Fact<FoundTarget> named(Fact<FoundTarget> fact, PlatformStyle style) {
        Optional<AssetName> own = template.words().keySet().stream()
                .filter(LinkedFiles::isWhole)
                .filter(name -> isFor(name.platform(), fact.value().triple()))
                .findFirst();
        Optional<String> word =
                own.map(template::word).or(() -> style.word(fact.value().triple()));
        if (word.isEmpty()) {
            return fact;
        }
        AssetName shown = own.orElseGet(() -> template.words().keySet().stream()
                .filter(LinkedFiles::isWhole)
                .findFirst()
                .orElseThrow());
        boolean raw = shown.kind() == FileKind.PROGRAM;
        boolean other = own.isEmpty() && fact.value().triple().contains("windows");
        String ending = PackCommand.ending(shown.text());
        FoundArchive archive = new FoundArchive(
                template.text().replace("{platform}", word.get()),
                raw ? "" : other ? ".zip" : ending,
                raw ? Optional.of("raw") : Optional.empty(),
                List.of(),
                Map.of(),
                List.of());
        String link = places.getOrDefault(shown.text(), "");
        boolean usual = repository.release().targets().isEmpty();
        String from = usual && own.isPresent() ? link : fact.from() + Fact.CALLED + link;
        return new Fact<>(fact.value().released(archive, fact.value().variant()), from + OTHERS);
    }

    private static boolean isFor(Platform platform, String triple) {
        return Rust.reads(triple)
                .filter(target -> Target.of(platform.word())
                        .filter(other -> other.os() == target.os() && other.arch() == target.arch())
                        .isPresent())
                .isPresent();
    }
}
