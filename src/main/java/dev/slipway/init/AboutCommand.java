package dev.slipway.init;

import dev.slipway.detect.Repository;
import dev.slipway.detect.fact.Fact;
import dev.slipway.detect.other.OtherBuild;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A skeleton for what no toolchain knows: the command that most people would run, marked as the guess that it is. */
record AboutCommand(OtherBuild build, Draft draft) {
    private static final String LAST_RELEASE = "compare them with an archive of the last release";

    /** More programs may be those of tests and examples. */
    private static final int MOST = 4;

    /** The files at the top of builds that Slipway runs only at the root of a repository. */
    private static final Map<String, String> FOLDERS = Map.of(
            "go.mod", "Go",
            "pom.xml", "Maven",
            "build.gradle", "Gradle",
            "build.gradle.kts", "Gradle");

    private static final String PROGRAM = "[A-Za-z0-9_][A-Za-z0-9_.-]{0,63}";

    /** Writes the toolchain's key. */
    static Optional<Fact<String>> add(Repository repository, String project, Draft draft) throws NoProposal {
        List<OtherBuild> builds = repository.others();
        if (builds.isEmpty()) {
            throw new NoProposal(
                    "found no known build: no Cargo.toml, go.mod, pom.xml, Gradle script, CMake, Meson, Zig, Haskell, "
                            + "OCaml, Nim, Crystal, Swift, D, Mill, sbt, Clojure, Dart, .NET, Elixir, PHP or Deno program, no Makefile, and no program in a "
                            + "pyproject.toml or package.json",
                    "folders were searched too, except those of tools, tests, examples and docs, and not for Maven and Gradle; for any "
                            + "other build, write a 'command', see docs/config.md");
        }
        OtherBuild first = builds.get(0);
        OtherBuild chosen = builds.stream()
                .filter(build -> build.kind().equals(first.kind())
                        && build.programs().stream()
                                .anyMatch(program -> program.value().equals(project)))
                .findFirst()
                .orElse(first);
        AboutCommand about = new AboutCommand(chosen, draft);
        about.write(project);
        if (repository.release().targets().isEmpty()
                && chosen.targets().isEmpty()
                && AboutTargets.machines(repository).isEmpty()) {
            draft.open(
                    "targets",
                    "each target is built on its own system; for macOS and Windows, add macos-arm64 and windows-amd64");
        }
        String others = Stream.concat(
                        builds.stream()
                                .filter(build -> !build.kind().equals(first.kind()))
                                .map(other -> other.kind() + " (" + other.file().from() + ")"),
                        inFolders(repository, chosen.file().from()))
                .distinct()
                .collect(Collectors.joining(", "));
        if (!others.isEmpty()) {
            draft.open("command.build", "also found: " + others);
        }
        License.add(chosen.license().or(repository::license), repository, draft);
        return Optional.empty();
    }

    /** Builds of other toolchains in folders of the repository, if the one that was found is in a folder, too; one of each. */
    private static Stream<String> inFolders(Repository repository, String found) {
        Map<String, String> builds = new LinkedHashMap<>();
        if (found.contains("/")) {
            String own = found.substring(0, found.lastIndexOf('/') + 1);
            repository.git().tracked().orElse(Set.of()).stream()
                    .filter(file -> file.indexOf('/') == file.lastIndexOf('/') && !file.startsWith(own))
                    .sorted()
                    .forEach(file -> Optional.ofNullable(FOLDERS.get(file.substring(file.indexOf('/') + 1)))
                            .ifPresent(kind -> builds.putIfAbsent(kind, kind + " (" + file + ")")));
        }
        return builds.values().stream();
    }

    private void write(String project) {
        Setting.Group keys = new Setting.Group();
        List<String> named = build.programs().stream()
                .map(Fact::value)
                .filter(name -> name.matches(PROGRAM))
                .distinct()
                .toList();
        Map<String, Setting> targets = new LinkedHashMap<>();
        build.targets().forEach((target, name) -> targets.put(target, new Setting.Word(name)));
        List<String> bins = bins(named, project);
        String program = bins.get(0);
        List<String> commands = named(build.build(), bins, project);
        lines("setup", build.setup(), keys);
        lines("build", commands, keys);
        if (!build.output().equals("{name}")) {
            keys.word("output", build.output());
        }
        if (build.targets().values().stream().noneMatch(String::isEmpty) && !targets.isEmpty()) {
            keys.put("targets", new Setting.Keys(targets));
        }
        if (!bins.equals(List.of(project))) {
            keys.words("bins", bins);
        }
        if (bins.size() > 1 && !build.isReleased()) {
            draft.guess(
                    "command.bins",
                    String.join(", ", bins),
                    "all programs that were found, because none has the name of the project; from "
                            + build.programs().get(0).from(),
                    LAST_RELEASE);
        } else if (bins.size() > 1) {
            draft.taken("command.bins", build.programs().get(0).map(any -> String.join(", ", bins)));
        } else if (named.size() == 1) {
            draft.taken("command.bins", build.programs().get(0).map(any -> program));
        } else {
            draft.open(
                    "command.bins",
                    (named.isEmpty() ? "found no program name" : "found several programs: " + String.join(", ", named))
                            + "; using '" + program + "'");
        }
        lines("test", build.test(), keys);
        draft.comment(
                "command",
                "This is a guess based on " + build.file().from()
                        + " and has not been tried. Run the commands in 'build' in a fresh clone: they must create "
                        + build.output().replace("{name}", program)
                        + build.needs().map(text -> ". Note: " + text).orElse("") + ".");
        draft.put("command", keys.keys());
        draft.guess(
                "command.build",
                String.join(" && ", commands),
                (build.isReleased() ? "the command of " : "the usual commands of ") + build.kind() + ", because of "
                        + build.file().from(),
                "run it in a fresh clone: it must create " + build.output().replace("{name}", program));
        build.needs().ifPresent(text -> draft.open("command.setup", text));
        if (!build.test().isEmpty()) {
            draft.guess(
                    "command.test",
                    String.join(" && ", build.test()),
                    "the usual tests of such a project; without this key, no ci.yml is generated",
                    "run it in a fresh clone");
        }
    }

    /** The programs that the config names. */
    private List<String> bins(List<String> named, String project) {
        boolean together = !named.isEmpty() && (build.isReleased() || isNone(named, project));
        return together ? named : List.of(program(named, project));
    }

    /** Commands that name a program: in a config, {@code {name}} is the name of the project. */
    private static List<String> named(List<String> commands, List<String> bins, String project) {
        return bins.equals(List.of(project))
                ? commands
                : commands.stream()
                        .flatMap(line -> line.contains("{name}")
                                ? bins.stream().map(bin -> line.replace("{name}", bin))
                                : Stream.of(line))
                        .toList();
    }

    /** Whether one build makes a few programs, and none of them has the name of the project, which would be used instead. */
    private boolean isNone(List<String> named, String project) {
        boolean together = build.programs().stream().map(Fact::from).distinct().count() == 1;
        return together && named.size() > 1 && named.size() <= MOST && !named.contains(program(named, project));
    }

    /** The only program, or the one with the name of the project in any case, or with its first words; otherwise, that name. */
    private static String program(List<String> named, String project) {
        return named.size() == 1
                ? named.get(0)
                : named.contains(project)
                        ? project
                        : named.stream()
                                .filter(project::equalsIgnoreCase)
                                .findFirst()
                                .or(() -> named.stream()
                                        .filter(name -> project.startsWith(name + "-"))
                                        .findFirst())
                                .orElse(project);
    }

    private static void lines(String key, List<String> lines, Setting.Group keys) {
        if (lines.size() == 1) {
            keys.word(key, lines.get(0));
        } else if (!lines.isEmpty()) {
            keys.words(key, lines);
        }
    }
}
