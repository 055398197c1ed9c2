package dev.slipway.detect.dist;

import dev.slipway.detect.dist.DistRelease.Loss;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The keys of dist that no config of Slipway has, and what becomes of each. */
final class DistLeftovers {
    /** Keys that are carried over, and those that are about dist itself. */
    private static final Set<String> READ = Set.of(
            "cargo-dist-version",
            "ci",
            "dist",
            "packages",
            "targets",
            "windows-archive",
            "unix-archive",
            "checksum",
            "include",
            "auto-includes",
            "all-features",
            "features",
            "default-features",
            "rust-toolchain-version",
            "msvc-crt-static",
            "github-attestations",
            "dispatch-releases",
            "create-release",
            "installers",
            "tap",
            "install-path",
            "source-tarball",
            "recursive-tarball",
            "extra-artifacts");

    /** If one of these is said with its usual value, nothing changes. */
    private static final Map<String, String> USUAL = Map.ofEntries(
            Map.entry("cargo-auditable", "false"),
            Map.entry("cargo-cyclonedx", "false"),
            Map.entry("omnibor", "false"),
            Map.entry("install-updater", "false"),
            Map.entry("publish-prereleases", "false"),
            Map.entry("force-latest", "false"),
            Map.entry("display", "true"),
            Map.entry("build-local-artifacts", "true"),
            Map.entry("pr-run-mode", "plan"),
            Map.entry("github-release", "auto"),
            Map.entry("hosting", "github"),
            Map.entry("precise-builds", "false"),
            Map.entry("fail-fast", "false"),
            Map.entry("merge-tasks", "false"),
            Map.entry("cache-builds", "false"));

    private static final String JOBS =
            "your own workflow: call it from a job under 'jobs', with 'needs: [build]' or 'needs: [release]'";
    private static final String SPEED = "applies only to dist jobs";
    private static final String NPM = "Slipway builds no npm packages";
    private static final String LIBRARIES = "archives contain no libraries";
    private static final String SIGNING = "programs are not signed; add a signing step to 'setup' or 'jobs'";

    private static final Map<String, String> WHY = why();

    private static Map<String, String> why() {
        Map<String, String> why = new LinkedHashMap<>();
        why.put("binaries", "'rust.bins' is the same for every target");
        why.put("package-libraries", LIBRARIES);
        why.put("install-libraries", LIBRARIES);
        why.put("bin-aliases", "installers create no aliases");
        why.put("precise-builds", "Slipway builds only the packages that it releases");
        why.put("cargo-auditable", "programs are built with plain cargo; 'sbom' lists their components");
        why.put(
                "min-glibc-version",
                "the dist installer checks this; 'slipway plan' shows what each target needs, and 'glibc' at a target "
                        + "builds for an older version");
        why.put("github-build-setup", "move its steps to 'setup' of a system");
        why.put("github-custom-runners", "no config key for jobs that do not build");
        why.put("github-custom-job-permissions", "set 'permissions' at each job under 'jobs'");
        why.put("github-action-commits", "Slipway pins every action to a commit; 'actions' selects another one");
        for (String jobs : List.of(
                "plan-jobs",
                "local-artifacts-jobs",
                "build-local-jobs",
                "global-artifacts-jobs",
                "host-jobs",
                "publish-jobs",
                "post-announce-jobs")) {
            why.put(jobs, JOBS);
        }
        why.put(
                "build-local-artifacts",
                "your own workflows build the archives: compare the builds with 'slipway plan'");
        why.put("allow-dirty", "dist accepts edits of what it writes: check whether something was added by hand");
        why.put("ssldotcom-windows-sign", SIGNING);
        why.put("macos-sign", SIGNING);
        why.put("hosting", "files are uploaded to the GitHub release, and installers download them from there");
        why.put("simple-download-url", "installers download files from the GitHub release");
        why.put("github-releases-repo", "the release is created in the repository of the config");
        why.put("github-releases-submodule-path", "the release is created in the repository of the config");
        why.put("github-release", "the release stays a draft until all files are uploaded, whatever follows");
        why.put("github-attestations-phase", "each archive is attested by the job that publishes it");
        why.put("github-attestations-filters", "every archive is attested");
        why.put("force-latest", "a prerelease is never the latest release");
        why.put("publish-prereleases", "prereleases are published to crates.io only");
        why.put("display", "release notes list no packages");
        why.put("display-name", "set 'release.title'");
        why.put("install-success-msg", "installers print their own messages");
        why.put("formula", "the formula has the name of the project");
        why.put("npm-scope", NPM);
        why.put("npm-package", NPM);
        why.put("npm-shrinkwrap", NPM);
        why.put("mac-pkg-config", "Slipway builds no macOS packages");
        why.put("always-use-latest-updater", "Slipway has no updater program");
        why.put(
                "pr-run-mode",
                "'ci.jobs: [targets]' builds every target in pull requests, and 'generated-files' runs "
                        + "'slipway check'");
        why.put("tag-namespace", "see 'tag'");
        why.put("release-branch", "pushes to branches do not release; see 'release.trigger'");
        why.put("version", "the version comes from the tag");
        why.put("cache-builds", "releases use no cache");
        why.put("fail-fast", SPEED);
        why.put("merge-tasks", SPEED);
        why.put("cargo-dist-url-override", SPEED);
        return why;
    }

    private DistLeftovers() {}

    static List<Loss> of(DistConfig config) {
        return config.entries().stream().flatMap(entry -> left(entry, config)).toList();
    }

    private static Stream<Loss> left(DistEntry entry, DistConfig config) {
        String key = entry.key();
        if (READ.contains(key)
                || entry.text().isEmpty()
                || entry.text().equals(USUAL.get(key))
                || key.equals("omnibor")
                || key.equals("tag-namespace") && entry.text().matches(".*[-_/@]v?")
                || key.equals("cargo-cyclonedx")
                || key.equals("install-updater")) {
            return Stream.of();
        }
        return switch (key) {
            case "dependencies", "system-dependencies" -> dependency(entry);
            case "github-custom-runners" -> runner(entry, config);
            case "publish-jobs" -> published(entry, config);
            case "binaries" -> entry.name().equals("*") ? Stream.of() : loss(entry, entry.text());
            case "github-custom-job-permissions", "github-action-commits", "bin-aliases", "min-glibc-version" ->
                loss(
                        entry,
                        String.join(".", entry.path().subList(1, entry.path().size())) + " = " + entry.text());
            default -> loss(entry, entry.text());
        };
    }

    /** A name alone is carried over. */
    private static Stream<Loss> dependency(DistEntry entry) {
        boolean known = entry.path().size() > 2;
        boolean plain = known
                && (entry.path().size() == 3 && entry.text().equals("*")
                        || entry.name().equals("stage") && entry.values().contains("build")
                        || entry.name().equals("version") && entry.text().equals("*"));
        String name = String.join(".", entry.path().subList(1, entry.path().size()));
        return plain
                ? Stream.of()
                : Stream.of(new Loss(
                        entry.key(),
                        name + " = " + entry.text(),
                        "packages have no versions or targets, and are installed for builds only",
                        entry.from()));
    }

    private static Stream<Loss> runner(DistEntry entry, DistConfig config) {
        String target = entry.path().size() > 1 ? entry.path().get(1) : "";
        boolean built = config.builds(target);
        String name = String.join(".", entry.path().subList(1, entry.path().size())) + " = " + entry.text();
        boolean machine = DistPlatforms.machine(config, target).isPresent();
        if (built && (machine || entry.name().equals("host"))) {
            return Stream.of();
        }
        String why = built ? runner(entry, target, config) : "'targets' does not contain this target";
        return target.contains("-") ? Stream.of(new Loss(entry.key(), name, why, entry.from())) : loss(entry, name);
    }

    private static String runner(DistEntry entry, String target, DistConfig config) {
        if (entry.path().size() == 2 || entry.name().equals("runner")) {
            return target.contains("-linux-gnu") && DistPlatforms.linksAsUsual(config, target)
                    ? "built in a container with this system"
                    : "built on the default runner";
        }
        return entry.path().contains("container")
                ? "'container' supports Debian and Ubuntu images; 'glibc' at the target supports older systems"
                : "unknown key of dist";
    }

    private static Stream<Loss> published(DistEntry entry, DistConfig config) {
        return entry.values().stream()
                .filter(job -> !job.equals("homebrew") || !DistKeys.pushesFormula(config))
                .flatMap(job -> job.equals("npm")
                        ? Stream.of(new Loss(entry.key(), job, NPM, entry.from()))
                        : job.equals("homebrew")
                                ? Stream.of(new Loss(
                                        entry.key(),
                                        job,
                                        "'packages.homebrew' needs a tap, but dist creates no formula for one",
                                        entry.from()))
                                : loss(entry, job));
    }

    private static Stream<Loss> loss(DistEntry entry, String value) {
        String why = WHY.getOrDefault(entry.key(), "unknown key of dist");
        return Stream.of(new Loss(entry.key(), value, why, entry.from()));
    }
}
