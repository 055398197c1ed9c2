package dev.slipway.detect.release;

import dev.slipway.detect.asset.FoundArchive;
import dev.slipway.detect.asset.FoundTarget;
import dev.slipway.detect.asset.ReleasedFile;
import dev.slipway.detect.cargo.CargoPackage;
import dev.slipway.detect.cargo.DistFiles;
import dev.slipway.detect.cargo.Rust;
import dev.slipway.detect.dist.DistConfig;
import dev.slipway.detect.dist.DistPackage;
import dev.slipway.detect.dist.DistRelease;
import dev.slipway.detect.fact.Fact;
import dev.slipway.detect.fact.Takeover;
import dev.slipway.detect.files.RepositoryFiles;
import dev.slipway.detect.files.TomlFile;
import dev.slipway.detect.workflow.ExistingWorkflow;
import dev.slipway.run.dry.DryRow;
import dev.slipway.shell.Symbols;
import dev.slipway.source.Finding;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Takes over the settings of dist, for the package that is released.
 *
 * @param others further packages that dist releases
 * @param workflows those that release today
 */
public record DistImport(
        RepositoryFiles files,
        DistFiles dist,
        Optional<CargoPackage> shipped,
        List<DistPackage.Other> others,
        List<ExistingWorkflow> workflows) {
    /** The command of a workflow that dist has written. */
    static final String HOST = "dist host";

    private static final Pattern DIST = Pattern.compile("cargo[- ]dist\\b|\\bdist (?:build|host|plan)\\b");

    /** What is lost even if dist releases only other packages: their files, and those for all packages. */
    private static final Set<String> OF_ALL = Set.of("packages", "source-tarball", "checksum", "");

    private static final Set<String> ADDED =
            Set.of("source-tarball", "install-updater", "cargo-cyclonedx", "omnibor", "extra-artifacts", "installers");

    /** What of that is the name of a file, and not a folder in which installers put programs. */
    private static final Pattern FILE = Pattern.compile("[\\w{}@-][\\w.{}@-]*+");

    private static final Set<String> PUBLISHING = Set.of("publish-homebrew-formula", "publish-npm");

    public static DistImport of(RepositoryFiles files, Optional<Rust> rust, List<ExistingWorkflow> workflows) {
        DistFiles dist = DistFiles.of(files);
        Optional<CargoPackage> one = rust.flatMap(Rust::shipped)
                .or(() -> rust.stream()
                        .flatMap(some -> some.candidates().stream())
                        .findFirst());
        Stream<DistPackage.Other> crates = rust.stream()
                .flatMap(some -> some.packages().stream())
                .filter(other -> one.isPresent() && !one.get().equals(other))
                .flatMap(other -> released(other, one.get(), files, dist).stream());
        Stream<DistPackage.Other> members = one.stream()
                .flatMap(crate -> dist.members().stream()
                        .filter(other ->
                                !other.name().equals(dist.name(crate).value())) // the files of both are the same
                        .map(other -> new DistPackage.Other(
                                other.name(), other.config(), other.version().equals(dist.version(crate)))));
        List<DistPackage.Other> others = Stream.concat(crates, members).toList();
        return new DistImport(files, dist, one, others, workflows);
    }

    /** What dist makes of another package, if it releases that: one without programs may have libraries to pack. */
    private static Optional<DistPackage.Other> released(
            CargoPackage other, CargoPackage one, RepositoryFiles files, DistFiles dist) {
        DistConfig config = dist.config(other.directory());
        boolean packs = !other.binaries().isEmpty() || config.packsLibrary(crateTypes(other, files));
        boolean together = dist.version(one).equals(dist.version(other)); // a tag is for all packages of its version
        String name = dist.name(other).value();
        return packs && config.builds() && config.releases(name, other.publishable())
                ? Optional.of(new DistPackage.Other(name, config, together))
                : Optional.empty();
    }

    private static List<String> crateTypes(CargoPackage crate, RepositoryFiles files) {
        String folder = crate.directory().isEmpty() ? "" : crate.directory() + "/";
        return files.read(folder + "Cargo.toml")
                .map(source -> TomlFile.read(source).top().texts("lib", "crate-type"))
                .orElse(List.of());
    }

    /** Whether the config of dist covers a job: it names what the job publishes, or the workflow that it calls. */
    static boolean writes(DryRow job, ExistingWorkflow workflow) {
        return PUBLISHING.contains(job.id()) || !job.place().startsWith(workflow.file() + ":");
    }

    /** A release set-up with all of it; the same if dist builds nothing. */
    public ReleaseSetup into(ReleaseSetup setup) {
        DistConfig config = dist.config(shipped.map(CargoPackage::directory).orElse(""));
        boolean ships = shipped.filter(one -> !config.releases(dist.name(one).value(), one.publishable()))
                .isEmpty();
        if (!config.builds() || !ships && others.isEmpty() || isLeftOver(setup)) {
            return setup;
        }
        DistRelease release = DistRelease.of(config, crate());
        if (!ships) {
            List<Takeover.Left> lost = left(release.losses().stream()
                    .filter(loss -> OF_ALL.contains(loss.key()))
                    .toList());
            return setup.with(
                    setup.targets(),
                    released(setup),
                    new Takeover(Map.of(), lost, List.of()).and(setup.takeover()),
                    told(setup));
        }
        boolean byHand = config.buildsElsewhere() && !setup.targets().isEmpty();
        List<Fact<FoundTarget>> targets = byHand
                ? setup.targets()
                : release.platforms().stream().map(DistImport::target).toList();
        return setup.with(
                targets,
                Stream.concat(released(setup).stream(), lost(release, setup)).toList(),
                takeover(release, own(setup), config.buildsElsewhere()).and(setup.takeover()),
                told(setup));
    }

    /** Whether workflows release without dist, whose config nobody has deleted. */
    private boolean isLeftOver(ReleaseSetup setup) {
        return !setup.publishers().isEmpty() && workflows.stream().noneMatch(this::mayRunDist);
    }

    private boolean mayRunDist(ExistingWorkflow workflow) {
        boolean named = files.read(workflow.file())
                .filter(source -> DIST.matcher(source.text()).find())
                .isPresent();
        return named
                || workflow.jobs().stream()
                        .flatMap(DryRow::commands)
                        .anyMatch(command -> DIST.matcher(command.toString()).find());
    }

    /** What only a run of dist's own workflow can tell, its config tells. */
    private static List<Finding> told(ReleaseSetup setup) {
        List<String> own = own(setup);
        return setup.untold().stream()
                .filter(finding -> !own.contains(finding.file()))
                .toList();
    }

    /** The workflow of dist uploads whatever dist has made: the config says what that is, by name. */
    private static List<Fact<ReleasedFile>> released(ReleaseSetup setup) {
        List<String> own = own(setup);
        List<String> all = List.of("*", Symbols.UNKNOWN);
        return setup.released().stream()
                .filter(file -> !all.contains(file.value().name())
                        || !own.contains(workflow(file))
                        || !DistAdditions.isOfDist(file.from().replaceFirst("^.* jobs\\.", "")))
                .toList();
    }

    /** Files that dist adds to a release by itself, and that have no counterpart. */
    private static Stream<Fact<ReleasedFile>> lost(DistRelease release, ReleaseSetup setup) {
        Set<String> known =
                setup.released().stream().map(file -> file.value().name()).collect(Collectors.toSet());
        return own(setup).isEmpty()
                ? Stream.of()
                : release.losses().stream()
                        .filter(loss -> ADDED.contains(loss.key())
                                && FILE.matcher(loss.value()).matches()
                                && loss.value().matches(".*(?:\\.|-update).*")
                                && !known.contains(loss.value()))
                        .map(loss -> new Fact<>(new ReleasedFile(loss.value(), Optional.empty(), false), loss.from()));
    }

    private static List<String> own(ReleaseSetup setup) {
        return setup.publishers().stream()
                .filter(publisher -> publisher.value().equals(HOST))
                .map(DistImport::workflow)
                .toList();
    }

    private static String workflow(Fact<?> fact) {
        return fact.from().replaceFirst(":.*", "");
    }

    private DistPackage crate() {
        return new DistPackage(
                shipped.map(one -> dist.name(one).value()).orElse(Symbols.NAME),
                others,
                shipped.map(one -> DistTexts.of(files, one)).orElse(List.of()),
                DistTexts.usual(files),
                shipped.map(CargoPackage::features).orElse(List.of()),
                profile());
    }

    private boolean profile() {
        return files.read("Cargo.toml")
                .map(TomlFile::read)
                .filter(file -> file.top().has("profile", "dist"))
                .isPresent();
    }

    private static Fact<FoundTarget> target(DistRelease.Platform platform) {
        FoundArchive archive = new FoundArchive(
                platform.stem(), platform.ending(), Optional.of(platform.layout()), List.of(), Map.of(), List.of());
        return new Fact<>(
                new FoundTarget(
                        platform.triple(),
                        Optional.empty(),
                        Optional.empty(),
                        platform.glibc().map(version -> "zig"),
                        platform.glibc(),
                        List.of(),
                        Optional.of(archive)),
                platform.from());
    }

    private static List<Takeover.Left> left(List<DistRelease.Loss> losses) {
        return losses.stream()
                .map(loss -> new Takeover.Left(("dist " + loss.key()).strip(), loss.value(), loss.why(), loss.from()))
                .toList();
    }

    private Takeover takeover(DistRelease release, List<String> own, boolean byHand) {
        Map<String, Fact<List<String>>> keys = new LinkedHashMap<>();
        shipped.ifPresent(one -> keys.put("name", dist.name(one).map(List::of)));
        release.keys().forEach(key -> keys.putIfAbsent(key.path(), new Fact<>(key.values(), key.from())));
        return new Takeover(
                keys,
                Stream.concat(
                                release.losses().stream()
                                        .map(loss -> new Takeover.Left(
                                                ("dist " + loss.key()).strip(), loss.value(), loss.why(), loss.from())),
                                DistAdditions.of(workflows, own, byHand).stream())
                        .toList(),
                List.of());
    }
}
