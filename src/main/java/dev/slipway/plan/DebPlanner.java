package dev.slipway.plan;

import dev.slipway.config.PackagesConfig.Deb;
import dev.slipway.source.Pointer;
import dev.slipway.source.Problem;
import dev.slipway.source.Quote;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Plans packages for Debian. */
final class DebPlanner {
    private static final Pointer PLACE = PackagesPlanner.PLACE.child("deb");
    private static final String NAME = "[a-z0-9][a-z0-9+.-]+";

    private final Deb config;
    private final Project project;
    private final Candidates candidates;
    private final List<Problem> problems;

    DebPlanner(Deb config, Project project, Candidates candidates, List<Problem> problems) {
        this.config = config;
        this.project = project;
        this.candidates = candidates;
        this.problems = problems;
    }

    Optional<DebPackages> packages() {
        String owner = project.repository().owner();
        String name = name();
        String file = config.file().orElse("{package}_{version}_{arch}.deb");
        return Optional.of(new DebPackages(
                name,
                file.replace("{package}", name).replace("{name}", project.name()),
                config.maintainer().orElse(owner + " <" + owner + "@users.noreply.github.com>"),
                config.section().orElse("utils"),
                config.depends(),
                new LinuxBuilds(PLACE, "a Debian package", candidates, problems).of(config.targets(), file)));
    }

    private String name() {
        String name = project.name().toLowerCase(Locale.ROOT);
        if (config.name().isEmpty() && !name.matches(NAME)) {
            problems.add(Problem.at(
                    PLACE.key(),
                    Quote.of(name) + " cannot be the name of a Debian package",
                    "add 'package: ' and a name of at least two lower-case letters, digits, '+', '.' and '-'"));
        }
        return config.name().orElse(name);
    }
}
