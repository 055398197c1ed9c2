package dev.slipway.init;

import dev.slipway.detect.Repository;
import dev.slipway.detect.asset.FoundTarget;
import dev.slipway.detect.fact.Fact;
import dev.slipway.detect.release.ReleaseSetup;
import dev.slipway.detect.workflow.Releaser;
import dev.slipway.facts.Runner;
import dev.slipway.facts.Runners;
import dev.slipway.plan.Paths;
import dev.slipway.toolchain.Arch;
import dev.slipway.toolchain.Machine;
import dev.slipway.toolchain.Os;
import dev.slipway.toolchain.Target;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where and how the targets are built, and what the archives are called.
 *
 * @param given whether the files of the last release are given
 */
record AboutBuilds(
        Repository repository,
        AboutTargets targets,
        AboutImage image,
        RunnerLabels runners,
        boolean given,
        Draft draft) {
    private ReleaseSetup release() {
        return repository.release();
    }

    void add() {
        tools();
        linux();
        system(Os.MACOS, Arch.ARM64);
        system(Os.WINDOWS, Arch.AMD64);
        freebsd();
    }

    private void tools() {
        release().publishers().forEach(publisher -> draft.taken("releases", publisher));
        repository.releasers().stream()
                .filter(releaser -> !releaser.file().equals(Paths.USUAL.release()))
                .filter(releaser -> !(releaser.calls()
                        && (releaser.work() == Releaser.Work.TESTS
                                || makesTag(releaser.means().from()))))
                .forEach(releaser -> draft.open("releases", besides(releaser)));
        release()
                .rivals()
                .forEach(tool -> draft.open(
                        "releases",
                        "'" + tool.from() + "' configures " + tool.value() + ": "
                                + (tool.value().equals("dist")
                                        ? "delete it too, or dist writes its workflow again"
                                        : "make sure that " + tool.value() + " no longer releases")));
        boolean unread = repository.releasers().stream().allMatch(releaser -> releaser.work() == Releaser.Work.UNKNOWN);
        if (!release().exists() && (repository.releasers().isEmpty() || unread)) {
            byHand();
        }
    }

    /** People have files that nothing in the repository publishes. */
    private void byHand() {
        Optional<String> building = targets.found().values().stream()
                .filter(target -> target.value().archive().isPresent())
                .map(target -> target.from().replaceFirst(":.*", ""))
                .filter(file -> file.startsWith(".github/workflows/"))
                .findFirst();
        building.ifPresent(file -> draft.open(
                "releases",
                "'" + file
                        + "' builds these files, but no step was found that publishes them: the new release does, so "
                        + "remove its builds"));
        if (building.isEmpty() && !given) {
            boolean unread = !repository.releasers().isEmpty();
            repository
                    .releasesPage()
                    .map(page -> "'" + page.from() + "' links to https://" + page.value() + ", but found no "
                            + (unread ? "step that uploads their files" : "workflow that makes these releases"))
                    .or(() -> repository.git().tags().stream()
                            .findFirst()
                            .map(tag -> "there are tags such as '" + tag
                                    + "', but found no "
                                    + (unread
                                            ? "step that uploads files of their releases"
                                            : "workflow that makes releases of them")))
                    .ifPresent(
                            elsewhere -> draft.open(
                                    "releases",
                                    elsewhere
                                            + ": 'slipway init --against', with the files of the last one, takes over their names"));
        }
    }

    private String besides(Releaser releaser) {
        String file = "'" + releaser.file() + "'";
        List<String> ours = AboutProject.tags(draft);
        if (releaser.atOtherTags(ours)) {
            return file + " releases at other tags ('" + String.join("', '", releaser.tags()) + "'): keep it";
        }
        if (makesTag(releaser.file()) && releaser.work() != Releaser.Work.EARLY) {
            return file + " creates the tag and releases: keep what creates the tag, and remove '"
                    + releaser.means().value() + "' from it before the next release ("
                    + releaser.means().from() + ")";
        }
        return switch (releaser.work()) {
            case UNKNOWN ->
                file + " may also release, for it calls '" + releaser.means().value()
                        + "', which cannot be read here: if so, remove it before the next release";
            case RELEASES ->
                isAnAddition(releaser)
                        ? file
                                + " releases only when people start it: keep it for files that the new release lacks, or remove it"
                        : isCalled(releaser)
                                ? file + " also releases, and other workflows call it: remove '"
                                        + releaser.means().value() + "' from it before the next release ("
                                        + releaser.means().from() + ")"
                                : file + " also releases: remove it before the next release";
            case BARE ->
                file + " makes releases without files: if they are of this project, remove '"
                        + releaser.means().value() + "' from it before the next release ("
                        + releaser.means().from() + "), and otherwise keep it";
            case EARLY -> early(file, releaser, ours);
            case TESTS ->
                file + " tests and releases: keep its tests, and remove '"
                        + releaser.means().value() + "' from it before the next release ("
                        + releaser.means().from() + ")";
        };
    }

    /** Whether others need it too, and not only the release that it is a part of. */
    private boolean isCalled(Releaser releaser) {
        return repository.called().contains(releaser.file()) && !releaser.tags().isEmpty();
    }

    /** Whether only people start it, next to a workflow that releases at tags. */
    private boolean isAnAddition(Releaser releaser) {
        return releaser.events().equals(Set.of("workflow_dispatch"))
                && repository.releasers().stream()
                        .anyMatch(other -> !other.tags().isEmpty());
    }

    /** Whether the step that makes the tag is in a file. */
    private boolean makesTag(String place) {
        return Optional.ofNullable(release().takeover().keys().get("release.trigger"))
                .filter(trigger -> trigger.from().startsWith(place.replaceFirst(":[0-9]++$", "") + ":"))
                .isPresent();
    }

    private static String early(String file, Releaser releaser, List<String> ours) {
        return releaser.samePrerelease(ours)
                .map(tag -> file + " releases at tags of prereleases such as '" + tag
                        + "', which start the new release too: remove it before the next prerelease")
                .orElse(file + " builds between releases with '"
                        + releaser.means().value()
                        + "', which Slipway does not: keep it, as long as its tags start no release");
    }

    private void linux() {
        Setting.Group keys = new Setting.Group();
        // Cargo links for both architectures on a machine of the usual one
        runner(Os.LINUX, Arch.AMD64, keys);
        Optional<String> method = BuildMethods.of(targets.found(), AboutTargets.contained(repository), draft)
                .shared();
        method.ifPresent(word -> keys.word("build", word));
        Optional<String> named =
                Optional.ofNullable(keys.keys().entries().get("runner")).map(Setting::flow);
        new BuildContainer(repository, targets, image, draft)
                .of(method.isPresent(), named)
                .ifPresent(container -> keys.word("container", container));
        release().packages().ifPresent(packages -> {
            keys.words("packages", packages.value());
            draft.taken("linux.packages", packages.map(names -> String.join(", ", names)));
        });
        env(Os.LINUX, keys);
        draft.put("linux", keys.keys());
    }

    private void system(Os os, Arch preferred) {
        Setting.Group keys = new Setting.Group();
        runner(os, preferred, keys);
        env(os, keys);
        draft.put(os.word(), keys.keys());
    }

    /** It is built on Linux. */
    private void freebsd() {
        Setting.Group keys = new Setting.Group();
        env(Os.FREEBSD, keys);
        draft.put(Os.FREEBSD.word(), keys.keys());
    }

    private void env(Os os, Setting.Group keys) {
        Setting.Keys env = new BuildFlags(release().targets(), draft)
                .variables(
                        targets.of(os).stream().map(entry -> entry.getValue()).toList(), os.word());
        Map<String, Setting> all = new LinkedHashMap<>(env.entries());
        if (targets.targets().stream().anyMatch(target -> target.os() == os)) {
            repository.cargo().targetDir().ifPresent(folder -> {
                all.put("CARGO_TARGET_DIR", new Setting.Word("target"));
                draft.taken(
                        os.word() + ".env",
                        "CARGO_TARGET_DIR=target",
                        "builds go to '" + folder.value() + "', but the release looks in 'target'; from "
                                + folder.from());
            });
        }
        if (!all.isEmpty()) {
            keys.put("env", new Setting.Keys(all));
        }
    }

    /** One label for all targets of a system: that of the preferred architecture, else the first. */
    private void runner(Os os, Arch preferred, Setting.Group keys) {
        String key = os.word() + ".runner";
        // without C, Go builds for all systems on Linux
        Os host = draft.has("go") && !draft.has("go", "cgo") ? Os.LINUX : os;
        List<Map.Entry<Target, Fact<FoundTarget>>> found = targets.of(os).stream()
                .filter(entry -> AboutTools.row(
                                release(), entry.getValue().value().triple(), "runner")
                        .isEmpty())
                .toList();
        found.stream()
                .flatMap(entry -> label(entry.getValue()).stream())
                .map(Fact::value)
                .distinct()
                .filter(own -> !RunnerLabels.hosted(own))
                .forEach(
                        own -> draft.left(key, own, "no usual runner of GitHub; set it here if it builds all targets"));
        if (os == Os.LINUX && nativeArm()) {
            return;
        }
        Optional<Fact<String>> label = Stream.concat(
                        found.stream().filter(entry -> entry.getKey().arch() == preferred), found.stream())
                .flatMap(entry -> label(entry.getValue()).stream())
                .filter(fact -> RunnerLabels.hosted(fact.value()))
                .filter(fact -> os == Os.MACOS || isAmd64(fact.value()))
                .filter(fact -> repository.rust().isEmpty() && host == os || builds(fact.value(), host))
                .findFirst();
        String written = label.map(fact -> runners.current(key, fact.value())).orElse(host.runner());
        if (!written.equals(host.runner())) {
            keys.word("runner", written);
        }
        label.filter(fact -> fact.value().equals(written)).ifPresent(fact -> draft.taken(key, fact));
        found.stream()
                .flatMap(entry -> label(entry.getValue()).stream())
                .map(Fact::value)
                .distinct()
                .filter(RunnerLabels::hosted)
                .filter(other ->
                        !other.equals(written) && !label.map(Fact::value).equals(Optional.of(other)))
                .filter(other -> found.stream()
                        .filter(entry ->
                                label(entry.getValue()).map(Fact::value).equals(Optional.of(other)))
                        .anyMatch(entry -> !(os == Os.LINUX
                                && entry.getKey().arch() == Arch.ARM64
                                && entry.getValue()
                                        .value()
                                        .method()
                                        .equals(Optional.of("native"))))) // on an arm runner
                .forEach(other -> draft.left(key, other, "all targets are built on '" + written + "'"));
    }

    static Optional<Fact<String>> label(Fact<FoundTarget> found) {
        return found.value().runner().map(label -> new Fact<>(label, found.from()));
    }

    /** Whether programs for a system are built on such a machine; Cargo builds for Windows and macOS on these. */
    private static boolean builds(String label, Os os) {
        return Machine.of(label).os().filter(one -> one != os.host()).isEmpty();
    }

    private static boolean isAmd64(String label) {
        return Runners.standard()
                .find(label)
                .map(Runner::architecture)
                .map(Arch.AMD64.docker()::equals)
                .orElse(true);
    }

    /** Whether programs of another architecture are built natively: one label would be for one architecture. */
    private boolean nativeArm() {
        return targets.of(Os.LINUX).stream()
                .anyMatch(entry -> entry.getKey().arch() == Arch.ARM64
                        && entry.getValue().value().method().equals(Optional.of("native")));
    }
}
