package dev.slipway.init;

import dev.slipway.detect.Repository;
import dev.slipway.detect.asset.FoundTarget;
import dev.slipway.detect.fact.Fact;
import dev.slipway.detect.release.ReleaseSetup;
import dev.slipway.facts.Runner;
import dev.slipway.facts.Runners;
import dev.slipway.toolchain.Arch;
import dev.slipway.toolchain.Machine;
import dev.slipway.toolchain.Os;
import dev.slipway.toolchain.Target;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where and how the targets are built, and what the archives are called.
 *
 * @param tagPrefix what the tags of the project begin with
 * @param given whether the files of the last release are given
 */
record AboutBuilds(
        Repository repository,
        String tagPrefix,
        AboutTargets targets,
        AboutImage image,
        RunnerLabels runners,
        boolean given,
        Draft draft) {
    private ReleaseSetup release() {
        return repository.release();
    }

    void add() {
        new AboutReleasers(repository, tagPrefix, targets, given, draft).add();
        linux();
        system(Os.MACOS, Arch.ARM64);
        system(Os.WINDOWS, Arch.AMD64);
        freebsd();
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
