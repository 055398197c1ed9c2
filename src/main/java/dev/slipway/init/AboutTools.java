package dev.slipway.init;

import dev.slipway.detect.Fact;
import dev.slipway.detect.ReleaseSetup;
import dev.slipway.detect.Takeover;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the configs of other release tools say. They say it outright, so it goes before all that was inferred. */
final class AboutTools {
    /** Keys whose value is a list even with one item, for those who read the config. */
    private static final Set<String> LISTS =
            Set.of("hashes", "rust.bins", "rust.features", "packages.installers", "archive.include");

    /** What holds by default, without a key in the config. */
    private static final Map<String, String> USUAL = Map.of("release.trigger", "tag", "release.draft", "never");

    private static final String ROWS = "targets.";

    private AboutTools() {}

    /** @param known keys of which the files of a release say more; a key below one of them counts, too */
    static void add(ReleaseSetup release, RunnerLabels runners, Set<String> known, Draft draft) {
        Takeover takeover = release.takeover();
        takeover.keys().forEach((key, value) -> {
            if (key.startsWith(ROWS)) {
                return; // said at the row
            }
            if (known.stream().anyMatch(better -> (key + ".").startsWith(better + "."))) {
                return; // names win
            }
            draft.forget(key);
            List<String> values = key.endsWith(".runner")
                    ? value.value().stream()
                            .map(label -> runners.current(key, label))
                            .toList()
                    : value.value();
            if (!String.join(", ", values).equals(USUAL.get(key))) {
                draft.set(List.of(key.split("\\.")), setting(key, values));
            }
            if (values.equals(value.value())) {
                draft.taken(key, value.map(texts -> String.join(", ", texts)));
            }
        });
        takeover.left().forEach(left -> draft.left(left.key(), left.value(), left.why() + "; from " + left.from()));
        takeover.open().forEach(open -> draft.open(open.key(), open.why()));
    }

    private static Setting setting(String key, List<String> values) {
        if (values.size() != 1 || LISTS.contains(key) || key.endsWith(".packages")) {
            return Setting.Items.words(values);
        }
        String only = values.get(0);
        return only.matches("true|false") ? new Setting.Flag(only.equals("true")) : new Setting.Word(only);
    }

    /** The settings of a tool for the build of a target. */
    static Optional<Fact<String>> row(ReleaseSetup release, String triple, String key) {
        return Optional.ofNullable(release.takeover().keys().get(ROWS + triple + "." + key))
                .map(labels -> labels.map(values -> String.join(", ", values)));
    }

    /** Whether a setting says where Linux programs are linked. */
    static boolean linksElsewhere(ReleaseSetup release) {
        return release.takeover().keys().keySet().stream()
                .anyMatch(key -> key.matches("linux\\.(container|runner)|targets\\..*linux.*\\.runner"));
    }
}
