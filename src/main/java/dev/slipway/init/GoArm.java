package dev.slipway.init;

import dev.slipway.detect.asset.FoundTarget;
import dev.slipway.detect.fact.Fact;
import dev.slipway.published.AssetName;
import dev.slipway.published.Platform;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Go builds for older ARM processors with a variable; Slipway has one target for all of them.
 *
 * @param builds how the workflow builds the files of a release
 */
record GoArm(NamedBuilds builds) {
    private static final String TRIPLE = "armv7-unknown-linux-gnueabihf";
    private static final Pattern OLDER = Pattern.compile("linux-armv[56]");

    /** A build for the processor of a name, if it is an older one: that of the workflow, else one like the others. */
    Optional<FoundTarget> of(AssetName name, Platform platform) {
        if (!OLDER.matcher(platform.word()).matches() || builds.same(name).isPresent()) {
            return Optional.empty();
        }
        String level = platform.arch().substring("armv".length());
        return builds.setup().targets().stream()
                .map(Fact::value)
                .filter(target -> target.triple().equals(TRIPLE))
                .filter(target -> level.equals(target.own().get("GOARM")))
                .findFirst()
                .or(() -> Optional.of(
                        builds.likeOthers(TRIPLE).owning(Map.of("GOARM", level)).called("GOARM=" + level)));
    }
}
