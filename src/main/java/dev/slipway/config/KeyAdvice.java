package dev.slipway.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What to write instead of a key that does not exist: the key that another tool's word means, the place where the key belongs,
 * the key that is spelt nearly like it, or else all that may be there.
 *
 * @param toolchains how the settings of each toolchain are read
 * @param chosen the toolchains that the config has
 */
record KeyAdvice(Map<String, SettingsReader> toolchains, List<String> chosen) {
    private static final int MOST_PLACES = 3;
    private static final int SHORTEST_SLIP = 5;

    static final KeyAdvice NONE = new KeyAdvice(Map.of(), List.of());

    KeyAdvice {
        chosen = List.copyOf(chosen);
    }

    /**
     * The advice for a key.
     *
     * @param path the mapping that has it, as keys from the root
     * @param known the keys that may be there
     */
    String help(String key, List<String> path, Collection<String> known) {
        return Optional.ofNullable(OtherTools.WORDS.get(key))
                .or(() -> place(key, path))
                .or(() -> Words.nearest(key, known).map(near -> "did you mean '" + near + "'?"))
                .or(() -> slip(key, path))
                .orElseGet(() -> "the keys here are " + known.stream().sorted().collect(Collectors.joining(", ")));
    }

    /** A key of another place that is spelt nearly like this one. */
    private Optional<String> slip(String key, List<String> path) {
        List<String> names = places().stream()
                .map(place -> place.get(place.size() - 1))
                .distinct()
                .toList();
        return key.length() < SHORTEST_SLIP
                ? Optional.empty()
                : Words.nearest(key, names).flatMap(near -> place(near, path));
    }

    /** Where a key exists that is not known at a place, if it is in few places. */
    private Optional<String> place(String key, List<String> path) {
        List<String> words = places().stream()
                .filter(place -> place.get(place.size() - 1).equals(key))
                .filter(place -> place.size() == 1
                        || chosen.isEmpty()
                        || !toolchains.containsKey(place.get(0))
                        || chosen.contains(place.get(0)))
                .map(place -> String.join(".", place))
                .distinct()
                .toList();
        if (words.size() > MOST_PLACES) {
            words = words.stream()
                    .filter(word -> chosen.contains(word.substring(0, Math.max(0, word.indexOf('.')))))
                    .toList();
        }
        if (words.isEmpty() || words.size() > MOST_PLACES) {
            return Optional.empty();
        }
        if (words.contains(key)) {
            return path.isEmpty()
                    ? Optional.empty()
                    : Optional.of("'" + key + "' belongs at the top level: move it there");
        }
        return Optional.of("did you mean "
                + words.stream().map(word -> "'" + word + "'").collect(Collectors.joining(" or ")) + "?");
    }

    /** The paths of all keys. */
    private List<List<String>> places() {
        List<List<String>> places = new ArrayList<>();
        collect(List.of(), ConfigReader.shape(toolchains), places);
        return places;
    }

    private static void collect(List<String> path, Shape shape, List<List<String>> places) {
        if (shape instanceof Shape.Keys keys) {
            keys.keys().forEach((name, inner) -> {
                List<String> longer = new ArrayList<>(path);
                longer.add(name);
                places.add(longer);
                collect(longer, inner, places);
            });
        } else if (shape instanceof Shape.Choice choice) {
            choice.shapes().forEach(one -> collect(path, one, places));
        } else if (shape instanceof Shape.Items items) {
            collect(path, items.item(), places);
        } else if (shape instanceof Shape.Named named) {
            List<String> longer = new ArrayList<>(path);
            longer.add("<name>");
            collect(longer, named.value(), places);
        }
    }

    /** Loaded only if a key is unknown. */
    private static final class OtherTools {
        private static final String COMMAND = "write 'command', with the commands that build below it";

        private static final String JOB = "Slipway does not publish there: add a job that does to 'jobs'";

        /** Words of GoReleaser, dist, GitHub and other tools that are keys there, and what says the same here. */
        static final Map<String, String> WORDS = Map.ofEntries(
                Map.entry("builds", "'targets' lists what to build for, and the toolchain, such as 'go', defines how"),
                Map.entry("goos", "write systems and architectures as words in 'targets', such as 'linux-amd64'"),
                Map.entry("goarch", "write systems and architectures as words in 'targets', such as 'linux-amd64'"),
                Map.entry("matrix", "write what to build for as words in 'targets', such as 'linux-amd64'"),
                Map.entry("strategy", "write what to build for as words in 'targets', such as 'linux-amd64'"),
                Map.entry("universal_binaries", "write 'macos-universal' in 'targets'"),
                Map.entry("archives", "write 'archive'; there is one kind of archive for all targets"),
                Map.entry("unix-archive", "write 'archive.format'"),
                Map.entry("windows-archive", "write 'archive.format'"),
                Map.entry("nfpms", "write 'packages.deb' and 'packages.rpm'"),
                Map.entry("brews", "write 'packages.homebrew'"),
                Map.entry("homebrew_casks", "write 'packages.homebrew'"),
                Map.entry("tap", "write 'packages.homebrew'"),
                Map.entry("dockers", "write 'docker'"),
                Map.entry("dockers_v2", "write 'docker'"),
                Map.entry("docker_manifests", "write 'docker'; its image is for all its platforms"),
                Map.entry("kos", "write 'docker'"),
                Map.entry("sboms", "write 'sbom', such as 'sbom: spdx'"),
                Map.entry("signs", "write 'attest: true' for archives and 'sign: true' for the image"),
                Map.entry("docker_signs", "write 'sign: true'"),
                Map.entry("github-attestations", "write 'attest: true'"),
                Map.entry("changelog", "write 'release.notes', such as 'notes: changelog'"),
                Map.entry("project_name", "write 'name'"),
                Map.entry("before", "write commands under 'setup' of a system, such as 'linux.setup'"),
                Map.entry("hooks", "write commands under 'setup' of a system, such as 'linux.setup'"),
                Map.entry("github-build-setup", "write commands under 'setup' of a system, such as 'linux.setup'"),
                Map.entry("github-custom-runners", "write 'runner' under a system or a target, such as 'linux.runner'"),
                Map.entry("runs-on", "write 'runner' under a system or a target, such as 'linux.runner'"),
                Map.entry(
                        "on",
                        "'release.trigger' and 'tag' define what starts a release, and 'ci' defines what starts the checks"),
                Map.entry("dispatch-releases", "write 'release.trigger: dispatch'"),
                Map.entry("pr-run-mode", "write 'ci'"),
                Map.entry("publish-jobs", "write more jobs under 'jobs'"),
                Map.entry("publishers", "write more jobs under 'jobs'"),
                Map.entry("announce", "write more jobs under 'jobs'"),
                Map.entry("steps", "write jobs with your own steps under 'jobs'"),
                Map.entry("cargo", "write 'rust'"),
                Map.entry("golang", "write 'go'"),
                Map.entry("java", "write 'maven' or 'gradle', with 'java' below it"),
                Map.entry("kotlin", "write 'gradle' or 'maven'"),
                Map.entry("scala", "write 'gradle' or 'maven', or 'command' with the commands that build below it"),
                Map.entry("python", COMMAND),
                Map.entry("node", COMMAND),
                Map.entry("javascript", COMMAND),
                Map.entry("typescript", COMMAND),
                Map.entry("dotnet", COMMAND),
                Map.entry("csharp", COMMAND),
                Map.entry("zig", COMMAND),
                Map.entry("cpp", COMMAND),
                Map.entry("swift", COMMAND),
                Map.entry("haskell", COMMAND),
                Map.entry("language", "write the toolchain as a key, such as 'rust: {}'"),
                Map.entry("npm", JOB),
                Map.entry("pypi", JOB),
                Map.entry("snap", JOB),
                Map.entry("chocolatey", JOB),
                Map.entry("scoop", JOB),
                Map.entry("aur", JOB),
                Map.entry("prerelease", "remove it: a tag such as v1.2.3-rc.1 is marked as a prerelease"),
                Map.entry("mvn", "write 'maven'"),
                Map.entry("make", "write 'command: { build: make }'"),
                Map.entry("cmake", COMMAND));
    }
}
