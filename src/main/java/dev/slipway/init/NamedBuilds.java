package dev.slipway.init;

import dev.slipway.detect.asset.FoundArchive;
import dev.slipway.detect.asset.FoundTarget;
import dev.slipway.detect.fact.Fact;
import dev.slipway.detect.release.ReleaseSetup;
import dev.slipway.published.AssetName;
import dev.slipway.published.NameTemplate;
import dev.slipway.published.Platform;
import dev.slipway.published.PublishedRelease;
import dev.slipway.toolchain.Os;
import dev.slipway.toolchain.Target;
import dev.slipway.toolchain.rust.Rust;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Finds the builds of a workflow that make the files of a release. */
record NamedBuilds(ReleaseSetup setup, PublishedRelease release, NameTemplate names) {
    /** How the workflow builds a file: the build of the same name, else any for the platform. */
    Optional<Fact<FoundTarget>> of(AssetName name, String triple) {
        List<Fact<FoundTarget>> all = setup.targets().stream()
                .filter(fact -> fact.value().triple().equals(triple))
                .toList();
        return all.stream()
                .filter(fact -> makes(fact.value(), name))
                .findFirst()
                .or(() -> all.stream().findFirst())
                .or(() -> triple.startsWith("universal") ? universal(triple) : Optional.empty());
    }

    /** A target that no build was found for: what all or most of the others have is likelier than the opposite. */
    FoundTarget likeOthers(String triple) {
        List<FoundTarget> others = setup.targets().stream().map(Fact::value).toList();
        Map<String, String> shared = new TreeMap<>();
        others.stream()
                .limit(1)
                .forEach(first -> first.flags().forEach((flag, value) -> {
                    if (!flag.startsWith(FoundTarget.OWN)
                            && others.stream()
                                    .allMatch(
                                            other -> value.equals(other.flags().get(flag)))) {
                        shared.put(flag, value);
                    }
                }));
        List<String> features = setup.features().map(Fact::value).orElse(List.of());
        return FoundTarget.of(triple).with(features, shared);
    }

    /** The build that makes a file of exactly this name. */
    Optional<Fact<FoundTarget>> same(AssetName name) {
        return setup.targets().stream()
                .filter(fact -> makes(fact.value(), name))
                .findFirst();
    }

    private boolean makes(FoundTarget target, AssetName name) {
        return target.archive()
                .filter(archive -> named(archive).equals(name.text()))
                .isPresent();
    }

    /** A program for several processors is built like one of them whose file name follows the same text. */
    private Optional<Fact<FoundTarget>> universal(String triple) {
        return setup.targets().stream()
                .filter(fact -> fact.value().triple().endsWith("-apple-darwin"))
                .filter(fact -> fact.value()
                        .archive()
                        .flatMap(archive -> names.middle(archive.stem()))
                        .isPresent())
                .findFirst()
                .map(fact -> fact.map(one -> one.within(triple)));
    }

    /** The name of a file of the workflow in this release. */
    String named(FoundArchive archive) {
        String tag = release.tag().orElse("");
        return (archive.stem() + archive.ending()).replace("{tag}", tag).replace("{version}", release.version());
    }

    /** Whether the workflow builds for ARMv7, and for no older processor. */
    boolean onlyNewArm() {
        List<FoundTarget> all = setup.targets().stream()
                .map(Fact::value)
                .filter(target -> target.triple().matches("arm(?:v[5-7]\\w*)?-.*"))
                .toList();
        return !all.isEmpty()
                && all.stream()
                        .allMatch(target -> target.triple().startsWith("armv7")
                                && target.own().getOrDefault("GOARM", "7").equals("7"));
    }

    /** What the workflow builds for a platform. */
    List<String> triples(Platform platform) {
        return setup.targets().stream()
                .map(fact -> fact.value().triple())
                .filter(triple -> fits(platform, triple))
                .distinct()
                .toList();
    }

    private static boolean fits(Platform platform, String triple) {
        return Rust.reads(triple)
                .filter(target -> target.os() != Os.OTHER && target.os().word().equals(platform.os()))
                .filter(target -> Target.of(platform.word()).map(Target::arch).equals(Optional.of(target.arch())))
                .filter(target -> platform.libc().isEmpty() || triple.contains(platform.libc()))
                .isPresent();
    }
}
