package dev.slipway.plan;

import dev.slipway.config.Config;
import dev.slipway.config.ReleaseConfig.Latest;
import dev.slipway.config.ReleaseConfig.Notes;
import dev.slipway.source.Pointer;
import dev.slipway.source.Problem;
import dev.slipway.source.Quote;
import java.util.List;

/** Finds keys that need more than the versions have: not every scheme has an order, or prereleases. */
final class SchemeCheck {
    private final Config config;
    private final TagRule tags;
    private final List<Problem> problems;

    private SchemeCheck(Config config, TagRule tags, List<Problem> problems) {
        this.config = config;
        this.tags = tags;
        this.problems = problems;
    }

    static void check(Config config, TagRule tags, List<Problem> problems) {
        if (!tags.semantic()) {
            new SchemeCheck(config, tags, problems).check();
        }
    }

    private void check() {
        config.docker().ifPresent(docker -> {
            for (int i = 0; i < docker.tags().size(); i++) {
                if (docker.tags().get(i).matches(".*\\{(major|minor|patch)\\}.*")) {
                    report(
                            Pointer.of("/docker/tags").child(i),
                            Quote.of(docker.tags().get(i)) + " needs semantic versions",
                            "write '{version}', or remove 'tag-scheme'");
                }
            }
        });
        if (config.release().notes().filter(Notes.CHANGELOG::equals).isPresent()) {
            report(
                    Pointer.of("/release/notes"),
                    "CHANGELOG.md sections are found for semantic versions only",
                    "write 'generate' or 'none'");
        }
        if (!tags.ordered()) {
            checkOrder();
        }
    }

    private void checkOrder() {
        String help = "write 'tag-scheme: calver' if tags are numbers, or remove the key";
        if (config.release().latest().filter(Latest.NEWEST::equals).isPresent()) {
            report(Pointer.of("/release/latest"), "these tags have no order, so none is the newest", "write 'every'");
        }
        if (config.release().notes().filter(Notes.GIT_CLIFF::equals).isPresent()) {
            report(Pointer.of("/release/notes"), "git-cliff cannot recognize the tags of releases", "write 'generate'");
        }
        if (config.packages().deb().isPresent()) {
            report(Pointer.of("/packages/deb").key(), "Debian packages need ordered versions", help);
        }
        if (config.packages().rpm().isPresent()) {
            report(Pointer.of("/packages/rpm").key(), "RPM packages need ordered versions", help);
        }
        if (config.packages().winget().isPresent()) {
            report(Pointer.of("/packages/winget").key(), "winget needs ordered versions", help);
        }
    }

    private void report(Pointer place, String message, String help) {
        problems.add(Problem.at(place, message, help));
    }
}
