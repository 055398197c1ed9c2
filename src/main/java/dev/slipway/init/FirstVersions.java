package dev.slipway.init;

import dev.slipway.detect.Repository;
import dev.slipway.plan.ImageTag;
import dev.slipway.plan.ReleasePlan;
import dev.slipway.plan.Tag;
import java.util.stream.Stream;

/** Tells that versions below 1.0 do not move an image tag that is a major version, which other tools do. */
final class FirstVersions {
    private FirstVersions() {}

    static void tell(Repository repository, ReleasePlan plan, Draft draft) {
        boolean below = repository.git().tags().stream()
                .flatMap(tag -> plan.tags().read(tag).stream())
                .filter(tag -> !tag.prerelease())
                .limit(1)
                .map(Tag::version)
                .anyMatch(version -> version.startsWith("0."));
        Stream<ImageTag> tags = plan.image().stream()
                .flatMap(image -> image.tags().all().stream())
                .filter(tag -> below && tag.needsMajor());
        tags.forEach(tag -> draft.left(
                "docker.tags",
                tag.template().replace("{major}", "0"),
                "versions below 1.0 do not move it: '" + tag.template() + "' starts at 1.0"));
    }
}
