package dev.slipway.run.local;

import dev.slipway.run.JobRun;
import dev.slipway.run.Observation;
import dev.slipway.run.local.consumer.Consumers;
import dev.slipway.run.local.engine.LastStage;
import dev.slipway.run.local.engine.Platform;
import dev.slipway.run.local.github.Asset;
import dev.slipway.run.local.github.Release;
import dev.slipway.run.local.site.Site;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Looks at what a rehearsal left.
 *
 * @param earlier the ids of the releases that were there before
 */
record Observed(Site site, Set<Long> earlier) {
    Observation observation(List<JobRun> jobs) throws IOException {
        ReleasedTexts texts = texts();
        Optional<Observation.Release> release = release(texts);
        return new Observation(
                jobs,
                release,
                images(),
                made().isPresent() ? tried(made().orElseThrow()) : List.of(),
                site.notes().attested(),
                site.github().recorded().stream()
                        .map(one -> one.job() + ": " + one.what())
                        .toList(),
                site.notes().standIns(),
                List.copyOf(site.notes().placeholders()),
                faults(texts),
                site.notes().warnings());
    }

    private List<Observation.Tried> tried(Release release) throws IOException {
        String path =
                site.person().programs().stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        Path work = Files.createDirectories(site.root().resolve("tried"));
        return new Consumers(
                        work, path, site.host(), site.superuser(), site.notes().placeholders())
                .attempt(site.github().releases().folder(release), site.github().pushed());
    }

    private Optional<Release> made() {
        return site.github().releases().all().stream()
                .filter(release -> !earlier.contains(release.id()))
                .findFirst();
    }

    private ReleasedTexts texts() {
        Map<String, Path> files = new LinkedHashMap<>();
        made().ifPresent(release -> {
            Path folder = site.github().releases().folder(release);
            release.assets().forEach(asset -> files.put(asset.name(), folder.resolve(asset.name())));
        });
        return new ReleasedTexts(files);
    }

    private List<String> faults(ReleasedTexts texts) throws IOException {
        List<String> faults = new ArrayList<>(site.notes().faults());
        faults.addAll(texts.faults(site.github().pushed()));
        return faults;
    }

    private Optional<Observation.Release> release(ReleasedTexts texts) throws IOException {
        Optional<Release> made = made();
        if (made.isEmpty()) {
            return Optional.empty();
        }
        Release release = made.get();
        boolean latest = site.github()
                .releases()
                .latest()
                .filter(one -> one.id() == release.id())
                .isPresent();
        List<Observation.File> files = new ArrayList<>();
        for (Asset asset : release.assets()) {
            Path file = texts.files().getOrDefault(asset.name(), Path.of(asset.name()));
            files.add(new Observation.File(
                    asset.name(),
                    asset.size(),
                    ReleasedTexts.sha256(file),
                    entries(asset.name(), file),
                    texts.sums(asset.name())));
        }
        return Optional.of(new Observation.Release(
                release.tag(), release.title(), release.notes(), release.draft(), release.prerelease(), latest, files));
    }

    /** An archive that cannot be read has none: its difference from the plan is plain then. */
    private List<Observation.Entry> entries(String name, Path file) throws IOException {
        Path work = Files.createDirectories(site.root().resolve("looked-at"));
        try {
            return new ReleasedFile(
                            file,
                            name,
                            work,
                            site.plainEnvironment(),
                            site.host().processor().rust())
                    .entries();
        } catch (IOException unreadable) {
            site.notes().fault(name + ": " + unreadable.getMessage());
            return List.of();
        }
    }

    private Observation.Recipe recipe(String digest) {
        LastStage stage = site.images().recipe(digest);
        return new Observation.Recipe(stage.base(), stage.user(), stage.entrypoint());
    }

    private List<Observation.Image> images() {
        Map<String, Map<String, Set<String>>> names = new LinkedHashMap<>();
        site.images().tags().forEach((tag, digest) -> {
            int colon = tag.lastIndexOf(':');
            names.computeIfAbsent(tag.substring(0, colon), name -> new LinkedHashMap<>())
                    .computeIfAbsent(digest, it -> new TreeSet<>())
                    .add(tag.substring(colon + 1));
        });
        List<Observation.Image> images = new ArrayList<>();
        names.forEach((name, digests) -> digests.forEach((digest, tags) -> images.add(new Observation.Image(
                name,
                digest,
                List.copyOf(tags),
                site.images().platforms(digest).stream()
                        .map(Platform::toString)
                        .sorted()
                        .toList(),
                site.images().labels(digest),
                recipe(digest)))));
        return images;
    }
}
