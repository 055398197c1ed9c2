package dev.slipway.detect.release;

import dev.slipway.detect.asset.FoundSums;
import dev.slipway.detect.asset.FoundTarget;
import dev.slipway.detect.asset.ReleasedFile;
import dev.slipway.detect.cargo.Binstall;
import dev.slipway.detect.cargo.CargoPackage;
import dev.slipway.detect.fact.Fact;
import dev.slipway.detect.fact.Takeover;
import dev.slipway.detect.goreleaser.GoReleaser;
import dev.slipway.detect.image.FoundImages;
import dev.slipway.detect.publish.CratePublishing;
import dev.slipway.detect.publish.ListedStep;
import dev.slipway.detect.upload.OpenUpload;
import dev.slipway.detect.workflow.FoundTests;
import dev.slipway.detect.workflow.Triggers;
import dev.slipway.source.Finding;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How a repository releases today, so that names and targets can be taken over.
 *
 * @param publishers the actions and commands that make releases
 * @param tools other release tools that are configured
 * @param tags the tag filters that start a release
 * @param targets what is built; each triple once
 * @param machines the triples of the runners whose jobs leave files for it; empty if none does
 * @param released the files that people download, if that is seen
 * @param open the patterns that upload more files than those
 * @param images the images that are pushed
 * @param container the image in which the Linux builds run
 * @param packages what the Linux builds install beyond a compiler
 * @param tests how changes are tested
 * @param sums how checksums are made, if they are
 * @param publishing how releases are started and published, by the keys that a config has for it
 * @param untold what of the workflows that all this is from could not be told without running them
 * @param takeover what the configs of other release tools say
 * @param uncovered steps that nothing stands for, each with the reason: all of the workflow that was asked
 *     for, else those by which people get something
 */
public record ReleaseSetup(
        List<Fact<String>> publishers,
        List<Fact<String>> tools,
        Optional<Fact<List<String>>> tags,
        List<Fact<FoundTarget>> targets,
        Optional<Fact<List<String>>> machines,
        List<Fact<ReleasedFile>> released,
        List<Fact<OpenUpload>> open,
        FoundImages images,
        Optional<Fact<String>> container,
        Optional<Fact<List<String>>> packages,
        FoundTests tests,
        Optional<Fact<FoundSums>> sums,
        Map<String, Fact<String>> publishing,
        List<Finding> untold,
        Takeover takeover,
        List<Fact<ListedStep>> uncovered) {
    public ReleaseSetup {
        publishers = List.copyOf(publishers);
        tools = List.copyOf(tools);
        targets = List.copyOf(targets);
        released = List.copyOf(released);
        open = List.copyOf(open);
        publishing = Collections.unmodifiableMap(new LinkedHashMap<>(publishing));
        untold = List.copyOf(untold);
        uncovered = List.copyOf(uncovered);
    }

    /** Whether a GoReleaser config was read, which names the programs of the release. */
    public boolean fromGoReleaser() {
        return takeover.keys().containsKey(GoReleaser.PROJECT);
    }

    /** The same with names from the manifest, if no workflow tells any. */
    public ReleaseSetup named(Binstall binstall, CargoPackage crate) {
        if (targets.stream().anyMatch(fact -> fact.value().archive().isPresent())) {
            return this;
        }
        String program = crate.built().stream().findFirst().orElse("");
        List<Fact<FoundTarget>> named = targets.stream()
                .map(fact -> binstall.archive(
                                fact.value().triple(), crate.name().value(), program)
                        .map(archive -> new Fact<>(
                                fact.value().with(archive),
                                fact.from() + " and " + crate.name().file() + " [package.metadata.binstall]"))
                        .orElse(fact))
                .toList();
        return building(named);
    }

    /** The same with other targets. */
    public ReleaseSetup building(List<Fact<FoundTarget>> others) {
        return with(others, released, takeover, untold);
    }

    /** Other tools that make releases; those that only make tags go well with ours. */
    public List<Fact<String>> rivals() {
        return tools.stream().filter(tool -> !Triggers.isTagger(tool.value())).toList();
    }

    /** The same with the filter of the tags that its tools make. */
    public ReleaseSetup tagged(Optional<Fact<List<String>>> filter) {
        return with(filter, targets, released, open, takeover, untold);
    }

    /** The same with other targets, with what people download, with what other tools say, and with what nobody says. */
    public ReleaseSetup with(
            List<Fact<FoundTarget>> others, List<Fact<ReleasedFile>> files, Takeover more, List<Finding> unknown) {
        return with(tags, others, files, open, more, unknown);
    }

    private ReleaseSetup with(
            Optional<Fact<List<String>>> filter,
            List<Fact<FoundTarget>> others,
            List<Fact<ReleasedFile>> files,
            List<Fact<OpenUpload>> uploads,
            Takeover more,
            List<Finding> unknown) {
        return new ReleaseSetup(
                publishers,
                tools,
                filter,
                others,
                machines,
                files,
                uploads,
                images,
                container,
                packages,
                tests,
                sums,
                publishing,
                unknown,
                more,
                uncovered);
    }

    /** The same with other checksums and images. */
    ReleaseSetup made(Optional<Fact<FoundSums>> others, FoundImages pushed) {
        return new ReleaseSetup(
                publishers,
                tools,
                tags,
                targets,
                machines,
                released,
                open,
                pushed,
                container,
                packages,
                tests,
                others,
                publishing,
                untold,
                takeover,
                uncovered);
    }

    /** The same without the files that some workflows upload. */
    public ReleaseSetup without(Set<String> workflows) {
        List<Fact<ReleasedFile>> files = released.stream()
                .filter(file -> !workflows.contains(file.file()))
                .toList();
        List<Fact<OpenUpload>> uploads = open.stream()
                .filter(upload -> !workflows.contains(upload.file()))
                .toList();
        return with(tags, targets, files, uploads, takeover, untold);
    }

    /** How packages are published on crates.io, if they are. */
    public Optional<Fact<CratePublishing>> crates() {
        return CratePublishing.of(publishing);
    }

    /** The features that most builds switch on. */
    public Optional<Fact<List<String>>> features() {
        Map<List<String>, Long> counts = targets.stream()
                .collect(Collectors.groupingBy(fact -> fact.value().features(), Collectors.counting()));
        return targets.stream()
                .map(fact -> fact.map(FoundTarget::features))
                .filter(fact -> !fact.value().isEmpty())
                .filter(fact -> 2 * counts.getOrDefault(fact.value(), 0L) > targets.size())
                .findFirst();
    }

    /** Whether releases are made by anything that could be seen. */
    public boolean exists() {
        return !publishers.isEmpty() || !tools.isEmpty();
    }
}
