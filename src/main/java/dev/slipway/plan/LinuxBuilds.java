package dev.slipway.plan;

import dev.slipway.source.Pointer;
import dev.slipway.source.Problem;
import dev.slipway.source.Quote;
import dev.slipway.source.Suggestion;
import dev.slipway.toolchain.Os;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Chooses the Linux programs that packages of a kind contain, one for each architecture.
 *
 * @param place the key of the packages
 * @param kind what one of them is called, such as {@code a Debian package}
 */
record LinuxBuilds(Pointer place, String kind, Candidates candidates, List<Problem> problems) {
    /**
     * The ones that the config lists, or otherwise the one that starts on more systems.
     *
     * @param template the names of their files
     */
    List<Build> of(List<String> targets, String template) {
        List<Build> builds = targets.isEmpty() ? one() : chosen(targets);
        if (builds.size() > 1 && !template.contains("{arch}") && !template.contains("{platform}")) {
            problems.add(Problem.at(
                    place.child("file"),
                    "every package would have the same file name",
                    "add '{arch}' or '{platform}', as in '{package}_{version}_{platform}." + place.last() + "'"));
        }
        return builds;
    }

    private List<Build> one() {
        List<Build> builds = candidates.onePerMachine(Os.LINUX);
        if (builds.isEmpty()) {
            problems.add(Problem.at(
                    place.key(),
                    kind + " needs a Linux target",
                    "add one such as 'linux-amd64' to the targets, or " + remove()));
        }
        return builds;
    }

    private String remove() {
        return "remove " + Quote.of(place.last());
    }

    private List<Build> chosen(List<String> targets) {
        List<Build> known = candidates.all(Os.LINUX);
        List<Build> chosen = new ArrayList<>();
        for (int i = 0; i < targets.size(); i++) {
            Pointer at = place.child("targets").child(i);
            find(targets.get(i), known, at).ifPresent(build -> add(build, chosen, at));
        }
        return chosen;
    }

    private Optional<Build> find(String word, List<Build> known, Pointer at) {
        List<String> words = known.stream().map(Build::platform).toList();
        Optional<Build> found =
                known.stream().filter(build -> build.platform().equals(word)).findFirst();
        if (found.isEmpty() && !word.isEmpty()) {
            problems.add(Problem.at(
                    at,
                    "no Linux target " + Quote.of(word),
                    Suggestion.nearest(word, words)
                            .map(near -> "did you mean '" + near + "'?")
                            .orElse(words.isEmpty() ? remove() : "there are " + String.join(", ", words))));
        }
        return found;
    }

    private void add(Build build, List<Build> chosen, Pointer at) {
        Optional<Build> twin = chosen.stream()
                .filter(other -> other.target().arch() == build.target().arch())
                .findFirst();
        twin.ifPresent(other -> problems.add(Problem.at(
                at,
                Quote.of(other.platform()) + " and " + Quote.of(build.platform()) + " would have the same package name",
                "keep one of them")));
        if (twin.isEmpty()) {
            chosen.add(build);
        }
    }
}
