package dev.slipway.init;

import dev.slipway.detect.Repository;
import dev.slipway.detect.fact.Fact;
import dev.slipway.detect.golang.Go;
import dev.slipway.detect.release.ReleaseSetup;
import dev.slipway.plan.Paths;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** When and where changes are tested. */
final class AboutCi {
    private static final int MOST_PUBLISHED = 3;

    private AboutCi() {}

    static void add(Repository repository, RunnerLabels runners, Place place, Draft draft) {
        Optional<String> workspace = repository.go().flatMap(Go::workspace);
        if (workspace.isPresent()) {
            draft.put("ci", new Setting.Flag(false));
            draft.open(
                    "ci",
                    "no tests are generated, because no module of '" + workspace.get()
                            + "' is at the top, so 'go test ./...' finds no package there: keep the workflow that tests");
            return;
        }
        ReleaseSetup release = repository.release();
        Setting.Group keys = new Setting.Group();
        Optional<Fact<List<String>>> branches = release.tests()
                .branches()
                .filter(fact -> !fact.value().stream().allMatch(pattern -> pattern.matches("[*/]+"))) // each push twice
                .or(() -> repository.git().defaultBranch().map(fact -> fact.map(List::of)));
        branches.ifPresent(fact -> {
            keys.words("branches", fact.value());
            Fact<String> names = fact.map(all -> String.join(", ", all));
            if (fact.from().startsWith("git branch ") || fact.from().startsWith("the current ")) {
                draft.guess(
                        "ci.branches",
                        names.value(),
                        names.from() + ", which may not be the default branch",
                        "run 'git remote set-head origin --auto' and 'git symbolic-ref refs/remotes/origin/HEAD'");
            } else {
                draft.taken("ci.branches", names);
            }
        });
        release.tests()
                .runners()
                .filter(fact -> !releases(fact.from(), release))
                .ifPresent(fact -> {
                    List<String> labels = fact.value().stream()
                            .filter(RunnerLabels::hosted)
                            .map(label -> runners.current("ci.os", label))
                            .distinct()
                            .toList();
                    if (!labels.isEmpty()) {
                        keys.words("os", labels);
                        draft.taken("ci.os", String.join(", ", labels), "from " + fact.from());
                    }
                    fact.value().stream()
                            .filter(label -> !RunnerLabels.hosted(label))
                            .forEach(label ->
                                    draft.left("ci.os", label, "no usual runner of GitHub; from " + fact.from()));
                });
        release.tests()
                .branches()
                .or(release.tests()::runners)
                .map(AboutCi::file)
                .ifPresent(file -> {
                    if (place.ci().isEmpty() && !file.equals(Paths.USUAL.ci())) {
                        draft.open(
                                "ci",
                                "'" + file + "' also runs tests: keep one of the two, or write 'ci: false'"
                                        + besides(release));
                    }
                });
        if (draft.has("rust", AboutRust.OLDEST)) {
            keys.words("jobs", List.of("lint", "test", "msrv"));
        }
        if (place.ci().isPresent()) {
            keep(place.ci().get(), keys.keys(), draft);
        } else {
            draft.put("ci", keys.keys());
        }
    }

    /** What must not go with the tests. */
    private static String besides(ReleaseSetup release) {
        List<Fact<String>> publishing = release.tests().publishing();
        return publishing.isEmpty()
                ? ""
                : "; apart from tests, it is there for "
                        + publishing.stream()
                                .limit(MOST_PUBLISHED)
                                .map(thing ->
                                        thing.value() + " (" + thing.from().replaceFirst(" .*", "") + ")")
                                .collect(Collectors.joining(", "))
                        + ": keep that part";
    }

    /** A workflow that tests already goes on doing it, until somebody asks for ours. */
    private static void keep(String file, Setting.Keys ours, Draft draft) {
        String switched = ours.entries().isEmpty() ? "remove this line" : "write 'ci: " + ours.flow() + "'";
        List.of("ci", "ci.branches", "ci.os").forEach(draft::forget); // nothing of it is in the config
        draft.put("ci", new Setting.Flag(false));
        draft.comment(
                "ci",
                file + " is your own workflow, and Slipway keeps it. To generate one instead, delete it and " + switched
                        + ".");
        draft.open(
                "ci",
                "'" + file + "' is your own workflow, and Slipway keeps it; the comment at 'ci' in the config "
                        + "explains how to switch");
    }

    /** If one workflow does both, nobody can tell the machines of tests from those of builds. */
    private static boolean releases(String from, ReleaseSetup release) {
        return release.publishers().stream().map(AboutCi::file).anyMatch(file(from)::equals);
    }

    private static String file(Fact<?> fact) {
        return file(fact.from());
    }

    private static String file(String from) {
        return from.replaceFirst("[: ].*", "");
    }
}
