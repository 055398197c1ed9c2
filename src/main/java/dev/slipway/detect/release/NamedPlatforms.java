package dev.slipway.detect.release;

import dev.slipway.detect.asset.FoundArchive;
import dev.slipway.detect.asset.FoundTarget;
import dev.slipway.detect.asset.Triples;
import dev.slipway.detect.fact.Fact;
import dev.slipway.detect.fact.Takeover;
import dev.slipway.published.AssetName;
import dev.slipway.published.Platform;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Builds that seem to be for the machine they run on, although the names of their files say another system or processor: a
 * tool that is not followed builds for what the names say.
 *
 * @param targets what is built, each for the platform of its name
 * @param takeover the builds that got another platform than their machine has
 */
record NamedPlatforms(List<Fact<FoundTarget>> targets, Takeover takeover) {
    static NamedPlatforms of(List<Fact<FoundTarget>> found) {
        List<Fact<FoundTarget>> targets = new ArrayList<>();
        List<Takeover.Open> open = new ArrayList<>();
        for (Fact<FoundTarget> fact : found) {
            Optional<String> other = other(fact.value());
            targets.add(
                    other.map(triple -> fact.map(target -> target.on(triple))).orElse(fact));
            other.ifPresent(triple -> open.add(new Takeover.Open(
                    "targets",
                    "'" + fact.value().archive().map(FoundArchive::stem).orElse("") + "' is for another platform than '"
                            + fact.value().runner().orElse("")
                            + "', by its name; how the release builds for that was not found; from " + fact.from())));
        }
        return new NamedPlatforms(List.copyOf(targets), new Takeover(Map.of(), List.of(), open));
    }

    /** The platform in the name, if it is not that of the machine, for which it seems to be built. */
    private static Optional<String> other(FoundTarget target) {
        Optional<String> host = target.runner().flatMap(Triples::ofRunner).filter(target.triple()::equals);
        return host.flatMap(triple -> target.archive()
                .map(archive -> AssetName.of(archive.name(), "").written())
                .filter(platform -> !platform.isUnknown() && !isFor(platform, triple))
                .map(platform -> new Platform(
                        platform.os().isEmpty() ? system(triple) : platform.os(),
                        platform.arch().isEmpty() ? processor(triple) : platform.arch(),
                        ""))
                .flatMap(platform -> Triples.named(platform.os(), platform.arch())));
    }

    /** Whether a machine may build for a platform: labels such as {@code macos-latest} move between Intel and Arm. */
    private static boolean isFor(Platform platform, String host) {
        boolean system = platform.os().isEmpty() || platform.os().equals(system(host));
        return system && (platform.arch().isEmpty() || platform.arch().matches("amd64|arm64|universal|all"));
    }

    private static String system(String host) {
        return host.contains("windows") ? "windows" : host.contains("darwin") ? "macos" : "linux";
    }

    private static String processor(String host) {
        return host.startsWith("aarch64") ? "arm64" : "amd64";
    }
}
