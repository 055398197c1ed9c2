package dev.slipway.run.local;

import dev.slipway.archive.Entry;
import dev.slipway.run.JobRun;
import dev.slipway.run.Observation;
import dev.slipway.run.local.artifact.HashFiles;
import dev.slipway.run.local.consumer.Consumers;
import dev.slipway.run.local.consumer.ReleasedArchive;
import dev.slipway.run.local.engine.LastStage;
import dev.slipway.run.local.engine.Platform;
import dev.slipway.run.local.github.Asset;
import dev.slipway.run.local.github.Release;
import dev.slipway.run.local.site.Site;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Looks at what a rehearsal left.
 *
 * @param earlier the ids of the releases that were there before
 */
record Observed(Site site, Set<Long> earlier) {
    private static final Pattern SUM = Pattern.compile("\\p{XDigit}{32,128} [ *](.+)");

    /** No file of checksums is longer, in bytes. */
    private static final long SUMS = 1 << 20;

    Observation observation(List<JobRun> jobs) throws IOException {
        Optional<Release> release = site.github().releases().all().stream()
                .filter(one -> !earlier.contains(one.id()))
                .findFirst();
        return new Observation(
                jobs,
                release.isPresent() ? Optional.of(observed(release.get())) : Optional.empty(),
                images(),
                release.isPresent() ? tried(release.get()) : List.of(),
                site.notes().attested(),
                site.github().recorded(),
                site.notes().standIns(),
                site.notes().faults(),
                site.notes().warnings());
    }

    private Observation.Release observed(Release release) throws IOException {
        boolean latest = site.github()
                .releases()
                .latest()
                .filter(one -> one.id() == release.id())
                .isPresent();
        List<Observation.File> files = new ArrayList<>();
        for (Asset asset : release.assets()) {
            Path file = site.github().releases().folder(release).resolve(asset.name());
            files.add(new Observation.File(asset.name(), asset.size(), sha256(file), entries(file), sums(file)));
        }
        return new Observation.Release(
                release.tag(), release.title(), release.notes(), release.draft(), release.prerelease(), latest, files);
    }

    /** The contents of an archive; empty if it cannot be read, which its trial reports. */
    private List<Observation.Entry> entries(Path file) throws IOException {
        if (!ReleasedArchive.named(String.valueOf(file.getFileName()))) {
            return List.of();
        }
        Path work = Files.createDirectories(site.root().resolve("tried"));
        try {
            return ReleasedArchive.read(file, work, site.plainEnvironment()).entries().stream()
                    .filter(entry -> entry.kind() != Entry.Kind.FOLDER)
                    .map(entry -> new Observation.Entry(entry.name(), entry.executable()))
                    .toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    /** The names that lines of checksums have; nothing if a line is none. */
    private static List<String> sums(Path file) throws IOException {
        if (Files.size(file) > SUMS) {
            return List.of();
        }
        List<String> names = new ArrayList<>();
        for (String line : new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                .lines()
                .toList()) {
            Matcher sum = SUM.matcher(line);
            if (!sum.matches()) {
                return List.of();
            }
            names.add(sum.group(1));
        }
        return names;
    }

    private List<Observation.Tried> tried(Release release) throws IOException {
        String path =
                site.person().programs().stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        Path work = Files.createDirectories(site.root().resolve("tried"));
        return new Consumers(
                        work, path, site.host(), site.superuser(), site.notes().placeholders())
                .attempt(site.github().releases().folder(release), site.github().pushed());
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

    private Observation.Recipe recipe(String digest) {
        LastStage stage = site.images().recipe(digest);
        return new Observation.Recipe(stage.base(), stage.user(), stage.entrypoint());
    }

    private static String sha256(Path file) throws IOException {
        MessageDigest digest = HashFiles.sha256();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
