package dev.slipway.plan;

import dev.slipway.config.PackagesConfig.Deb;
import dev.slipway.source.Pointer;
import dev.slipway.source.Problem;
import dev.slipway.source.Quote;
import dev.slipway.source.Suggestion;
import dev.slipway.toolchain.Os;
import java.util.ArrayList;
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
        return Optional.of(new DebPackages(
                name(),
                config.maintainer().orElse(owner + " <" + owner + "@users.noreply.github.com>"),
                config.section().orElse("utils"),
                config.depends(),
                config.targets().isEmpty() ? one() : chosen()));
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

    private List<Build> one() {
        List<Build> builds = candidates.onePerMachine(Os.LINUX);
        if (builds.isEmpty()) {
            problems.add(Problem.at(
                    PLACE.key(),
                    "a Debian package is made of programs for Linux, and there is no such target",
                    "add one such as 'linux-amd64' to the targets, or remove 'deb'"));
        }
        return builds;
    }

    private List<Build> chosen() {
        List<Build> known = candidates.all(Os.LINUX);
        List<Build> chosen = new ArrayList<>();
        for (int i = 0; i < config.targets().size(); i++) {
            Pointer place = PLACE.child("targets").child(i);
            find(config.targets().get(i), known, place).ifPresent(build -> add(build, chosen, place));
        }
        return chosen;
    }

    private Optional<Build> find(String word, List<Build> known, Pointer place) {
        List<String> words = known.stream().map(Build::platform).toList();
        Optional<Build> found =
                known.stream().filter(build -> build.platform().equals(word)).findFirst();
        if (found.isEmpty() && !word.isEmpty()) {
            problems.add(Problem.at(
                    place,
                    "no program for Linux is released as " + Quote.of(word),
                    Suggestion.nearest(word, words)
                            .map(near -> "did you mean '" + near + "'?")
                            .orElse(words.isEmpty() ? "remove 'deb'" : "there are " + String.join(", ", words))));
        }
        return found;
    }

    private void add(Build build, List<Build> chosen, Pointer place) {
        Optional<Build> twin = chosen.stream()
                .filter(other -> other.target().arch() == build.target().arch())
                .findFirst();
        twin.ifPresent(other -> problems.add(Problem.at(
                place,
                Quote.of(other.platform()) + " and " + Quote.of(build.platform())
                        + " would be packages of the same name",
                "keep one of them")));
        if (twin.isEmpty()) {
            chosen.add(build);
        }
    }
}
