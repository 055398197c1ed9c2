package dev.slipway.init;

import dev.slipway.detect.fact.Fact;
import dev.slipway.detect.fact.Takeover;
import dev.slipway.detect.release.ReleaseSetup;
import dev.slipway.source.Pointer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What the configs of other release tools say. They say it outright, so it goes before all that was inferred. */
final class AboutTools {
    /** Keys whose value is a list even with one item, for those who read the config. */
    private static final Set<String> LISTS =
            Set.of("hashes", "rust.bins", "rust.features", "packages.installers", "archive.include");

    /** What holds by default, without a key in the config. */
    private static final Map<String, String> USUAL = Map.of("release.trigger", "tag", "release.draft", "never");

    private static final String PROJECT = "project";
    private static final String ROWS = "targets.";

    private AboutTools() {}

    /** @param known keys of which the files of a release say more; a key below one of them counts, too */
    static void add(ReleaseSetup release, RunnerLabels runners, Set<String> known, Draft draft) {
        Takeover takeover = release.takeover();
        takeover.keys().forEach((key, value) -> {
            if (key.startsWith(ROWS) || key.equals(PROJECT)) {
                return; // said at the row, or by other keys
            }
            if (known.stream().anyMatch(better -> (key + ".").startsWith(better + "."))) {
                return; // names win
            }
            if (isOfToolchain(key) && draft.has("command", "build")) {
                draft.left(
                        key,
                        String.join(", ", value.value()),
                        "'command' builds the programs: add it to 'command.build' if it must stay; from "
                                + value.from());
                return;
            }
            draft.forget(key);
            if (key.equals("go.bins") && !takeover.keys().containsKey("go.package")) {
                draft.remove(Pointer.of("/go/package")); // its folder has the name of the program
            }
            List<String> values = key.endsWith(".runner")
                    ? value.value().stream()
                            .map(label -> runners.current(key, label))
                            .toList()
                    : value.value();
            if (!String.join(", ", values).equals(USUAL.get(key))) {
                draft.set(
                        List.of(key.split("\\.")),
                        setting(
                                key,
                                key.equals("checksum-file")
                                        ? named(
                                                values,
                                                Optional.ofNullable(
                                                        takeover.keys().get(PROJECT)),
                                                draft)
                                        : values));
            }
            if (values.equals(value.value())) {
                draft.taken(key, value.map(texts -> texts.isEmpty() ? "[]" : String.join(", ", texts)));
            }
        });
        own(takeover.keys(), draft);
        takeover.left().stream()
                .filter(left -> !isActivated(left, draft))
                .forEach(left -> draft.left(left.key(), left.value(), left.why() + "; from " + left.from()));
        boolean go = draft.has("go", "version"); // another language may build what GoReleaser only packs
        takeover.open().stream()
                .filter(open -> go || !open.key().startsWith("go."))
                .forEach(open -> draft.open(open.key(), open.why()));
    }

    private static boolean isOfToolchain(String key) {
        return key.startsWith("go.") || key.startsWith("rust.");
    }

    /** A profile of Maven that the builds of the config activate as well. */
    private static boolean isActivated(Takeover.Left left, Draft draft) {
        return left.key().equals("maven")
                && (draft.words("maven", "profiles").stream()
                                .anyMatch(id -> left.value().equals("-P" + id))
                        || left.value().equals("-Pnative") && draft.has("maven", "native"));
    }

    /** A file that is called like the project, as a config says it; another name that begins alike is no such file. */
    private static List<String> named(List<String> values, Optional<Fact<List<String>>> project, Draft draft) {
        String name = draft.word("name");
        boolean same =
                project.filter(fact -> !fact.value().equals(List.of(name))).isEmpty();
        return values.stream()
                .map(text -> same && Stream.of(".", "_", "-").anyMatch(mark -> text.startsWith(name + mark))
                        ? "{name}" + text.substring(name.length())
                        : text)
                .toList();
    }

    /** Programs and packages keep the name of the other tool's project if ours has another. */
    private static void own(Map<String, Fact<List<String>>> keys, Draft draft) {
        Optional.ofNullable(keys.get(PROJECT))
                .filter(project -> !project.value().get(0).equals(draft.word("name")))
                .ifPresent(project -> {
                    Fact<String> name = project.map(values -> values.get(0));
                    if (draft.has("go", "version") && !keys.containsKey("go.bins")) {
                        draft.set(List.of("go", "bins"), Setting.Items.words(List.of(name.value())));
                        if (!keys.containsKey("go.package")) {
                            draft.set(List.of("go", "package"), new Setting.Word("."));
                        }
                        draft.forget("go.bins");
                        draft.taken("go.bins", name);
                    }
                    for (String kind : List.of("deb", "rpm")) {
                        String key = "packages." + kind;
                        boolean made = keys.keySet().stream().anyMatch(any -> (any + ".").startsWith(key + "."));
                        if (made && !keys.containsKey(key + ".package")) {
                            String called = name.value().toLowerCase(Locale.ROOT);
                            draft.set(List.of("packages", kind, "package"), new Setting.Word(called));
                            draft.taken(key + ".package", name.map(any -> called));
                        }
                    }
                });
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
