package dev.slipway.plan;

import dev.slipway.config.Config;
import dev.slipway.source.Pointer;
import dev.slipway.source.Problem;
import java.util.List;

/** Reads how archives are to be named. */
final class ArchiveTemplates {
    private static final String DEFAULT = "{name}-{tag}-{platform}";

    private ArchiveTemplates() {}

    static ArchiveTemplate read(Config config, Project project, List<Problem> problems) {
        String text = config.archive().name().orElse(DEFAULT);
        boolean distinct = text.contains("{platform}") || text.contains("{target}");
        if (!distinct && config.targets().size() != 1) {
            problems.add(Problem.at(
                    Pointer.of("/archive/name"),
                    "every archive would have the same name",
                    "add '{platform}', as in '" + DEFAULT + "'"));
        }
        return new ArchiveTemplate(text.replace("{name}", project.name()));
    }
}
