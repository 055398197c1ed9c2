package dev.slipway.lint;

import dev.slipway.source.Problem;
import dev.slipway.source.Severity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Finds base images that change from day to day. */
final class DockerBase implements Rule<DockerFile> {
    @Override
    public String id() {
        return "docker-base";
    }

    @Override
    public String summary() {
        return "base images are pinned to a version";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public List<Problem> check(DockerFile file, LintContext context) {
        List<Problem> problems = new ArrayList<>();
        Set<String> names = new HashSet<>(Set.of("scratch"));
        for (DockerFile.Stage stage : file.stages()) {
            String base = stage.base();
            String name = base.toLowerCase(Locale.ROOT);
            if (!names.contains(name)
                    && !context.builds().named().contains(name)
                    && !base.contains("$")
                    && UnpinnedImages.isUnpinned(base)) {
                problems.add(stage.from()
                        .place()
                        .problem("image '" + base + "' is not pinned to a version", "add a version after ':'"));
            }
            names.add(stage.name().toLowerCase(Locale.ROOT));
        }
        return problems;
    }
}
