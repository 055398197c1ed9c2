package dev.slipway.init;

import dev.slipway.detect.Repository;
import dev.slipway.detect.asset.FoundTarget;
import dev.slipway.detect.fact.Fact;
import dev.slipway.detect.golang.Go;
import dev.slipway.detect.image.DockerGoFlags;
import dev.slipway.detect.release.ReleaseSetup;
import dev.slipway.shell.CompilerVariables;
import dev.slipway.shell.Symbols;
import dev.slipway.source.English;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the go command builds, and with which Go. */
record AboutGo(Go go, Draft draft) {
    /** Programs for those who work on the project. */
    private static final String WORKSHOP =
            "(gen|generate|docs?|tools?|test|bench|example|mock|dev|lint)([-_].*)?|.*[-_](gen|docs?)";

    /** Writes the toolchain's key; a module says nothing about what it is for. */
    static Optional<Fact<String>> add(Repository repository, String project, Draft draft) throws NoProposal {
        Go go = repository.go().orElseThrow();
        AboutGo about = new AboutGo(go.programs().isEmpty() ? named(go, project, repository.release()) : go, draft);
        about.write(project, repository, version(repository));
        License.add(repository.license(), repository, draft);
        return Optional.empty();
    }

    /** What programs call their version where the tag has a folder before it, such as {@code tool/v1.2.3}. */
    private static String version(Repository repository) {
        String prefix =
                repository.tagStyle().map(style -> style.value().prefix()).orElse("");
        return prefix.contains("/") ? prefix.substring(prefix.lastIndexOf('/') + 1) + "{version}" : "{tag}";
    }

    /** With the program that another release tool builds, which may be in any folder. */
    private static Go named(Go go, String project, ReleaseSetup release) {
        return Optional.ofNullable(release.takeover().keys().get("go.package"))
                .map(fact -> fact.map(values -> new Go.Program(project, values.get(0))))
                .filter(program -> !program.value().path().contains("{"))
                .map(go::with)
                .orElse(go);
    }

    /** What an existing release tells the go command. */
    private void flags(ReleaseSetup release, String tagged, Setting.Group keys) {
        BuildFlags flags = new BuildFlags(release.targets(), draft);
        flags.shared("ldflags", "go.ldflags")
                .map(text -> text.map(all -> all.replace("{tag}", tagged)))
                .flatMap(this::known)
                .ifPresent(text -> {
                    keys.word("ldflags", text.value());
                    boolean guessed = release.targets().stream()
                            .anyMatch(fact -> fact.value().flags().containsKey(FoundTarget.GUESSED));
                    if (guessed) {
                        draft.guess(
                                "go.ldflags",
                                text.value(),
                                "whether a variable gets the tag or the version is guessed from the name of another; from "
                                        + text.from(),
                                "compare what the program prints as its version with the last release");
                    } else if (text.value().contains("{commit}") || text.value().contains("{date}")) {
                        draft.guess(
                                "go.ldflags",
                                text.value(),
                                "only the names of variables suggest that they get the commit, now its whole hash, or a"
                                        + " date, now that of the commit; from " + text.from(),
                                "compare what the program prints as its version with the last release");
                    } else {
                        draft.taken("go.ldflags", text);
                    }
                });
        flags.words("tags", "go.tags").ifPresent(text -> {
            keys.words("tags", List.of(text.value().split("[,\\s]+")));
            draft.taken("go.tags", text);
        });
        flags.shared("flags", "go.flags", "-trimpath").ifPresent(text -> {
            keys.words("flags", List.of(text.value().split(" ")));
            draft.taken("go.flags", text);
        });
        boolean built =
                release.targets().stream().anyMatch(fact -> fact.value().flags().containsKey("flags"));
        if (built
                && release.targets().stream()
                        .allMatch(fact ->
                                fact.value().flags().getOrDefault("flags", "").isEmpty())) {
            draft.taken(
                    "go.flags", "-trimpath", "now the default: programs no longer contain paths of the build machine");
        }
        if (!built && !release.takeover().keys().containsKey("go.ldflags")) {
            linkedInImage(release);
        }
        compilers(release);
        flags.shared("cgo", "go.cgo", "false").ifPresent(text -> {
            keys.flag("cgo", true);
            draft.prove("go.cgo");
            draft.taken("go.cgo", text);
        });
    }

    /** Flags of the linker that only a Dockerfile shows, which may be what compiles the released programs, too. */
    private void linkedInImage(ReleaseSetup release) {
        release.images().settings().stream()
                .filter(one ->
                        one.word().equals(DockerGoFlags.FLAGS) && !one.text().isBlank())
                .limit(1)
                .forEach(one -> draft.open(
                        "go.ldflags",
                        "no build of the released programs was seen, and " + one.from() + " links with '" + one.text()
                                + "': programs get the flags in 'go.ldflags', where '{version}' and '{tag}' are those of the"
                                + " release, and no others"));
    }

    /** Flags of the linker without the variables that get what only a run knows, which are listed. */
    private Optional<Fact<String>> known(Fact<String> flags) {
        List<String> kept = new ArrayList<>();
        for (String word : flags.value().split(" ")) {
            boolean variable = !kept.isEmpty() && kept.get(kept.size() - 1).equals("-X");
            if (variable && word.contains(Symbols.UNKNOWN)) {
                kept.remove(kept.size() - 1);
                draft.left(
                        "go.ldflags",
                        "-X " + Symbols.shown(word),
                        "its value is known only during a run; from " + flags.from());
            } else {
                kept.add(word);
            }
        }
        return Optional.of(flags.map(any -> String.join(" ", kept)))
                .filter(left -> !left.value().isBlank());
    }

    /** What the compilers of some targets link that those of runners do not. */
    private void compilers(ReleaseSetup release) {
        release.targets().stream()
                .filter(fact -> fact.value().flags().containsKey("compiler"))
                .map(fact -> fact.map(target -> target.flags().get("compiler")))
                .collect(Collectors.toMap(Fact::value, fact -> fact, (first, second) -> first, LinkedHashMap::new))
                .forEach((compiler, fact) -> draft.left(
                        "targets",
                        (compiler.startsWith("CXX=") ? "" : "CC=") + compiler,
                        "each target is built with its runner's compiler" + CompilerVariables.otherLibrary(compiler)
                                + "; from " + fact.from()));
    }

    private void write(String project, Repository repository, String tagged) throws NoProposal {
        ReleaseSetup release = repository.release();
        List<Fact<Go.Program>> programs = go.programs();
        if (programs.isEmpty()) {
            throw new NoProposal(
                    "found no program in " + go.module().value(),
                    "a release needs a 'package main' at the root or in a folder; hidden folders, tests, examples, tools and scripts were not searched");
        }
        Setting.Group keys = new Setting.Group();
        go.version().ifPresent(version -> {
            keys.word("version", version.value());
            draft.taken("go.version", version);
        });
        if (go.version().isEmpty()) {
            String why = go.open()
                    .map(step -> "the version that builds the release is known only during a run of '" + step + "'")
                    .orElse("no version found");
            draft.open("go.version", why + ", so it is 'stable'; set a version to get the same build every time");
        }
        List<Fact<Go.Program>> chosen = built(release);
        if (chosen.isEmpty()) {
            chosen = choose(project, repository.linkedFiles(), release.fromGoReleaser());
        }
        place(chosen, project, keys);
        go.cgo().ifPresent(module -> {
            keys.flag("cgo", true);
            draft.guess(
                    "go.cgo",
                    "true",
                    module.value() + " needs C, from " + module.from(),
                    "run 'CGO_ENABLED=0 go build'; if the program works, write 'cgo: false'");
        });
        flags(release, tagged, keys);
        draft.put("go", keys.keys());
    }

    /** The programs that the commands of the release build; none if no command names a package. */
    private List<Fact<Go.Program>> built(ReleaseSetup release) {
        List<String> packages = packages(release);
        List<Fact<Go.Program>> all = go.programs().stream()
                .filter(program -> packages.stream()
                        .anyMatch(path -> matches(path, program.value().path())))
                .toList();
        List<Fact<Go.Program>> useful = useful(all);
        List<Fact<Go.Program>> built = useful.isEmpty() ? all : useful;
        built.forEach(program -> draft.taken("go.bins", program.map(Go.Program::name)));
        return built;
    }

    /** What is built for most platforms; another file for a few of them may have another program. */
    private List<String> packages(ReleaseSetup release) {
        Map<String, Set<String>> platforms = new LinkedHashMap<>();
        Set<String> all = new HashSet<>();
        release.targets().forEach(fact -> {
            all.add(fact.value().triple());
            Stream.of(fact.value().flags().getOrDefault("package", "").split(" "))
                    .forEach(path -> platforms
                            .computeIfAbsent(path(path), none -> new HashSet<>())
                            .add(fact.value().triple()));
        });
        boolean many = platforms.values().stream().anyMatch(some -> 2 * some.size() >= all.size());
        platforms.forEach((path, some) -> {
            boolean program = go.programs().stream()
                    .anyMatch(one -> matches(path, one.value().path()));
            if (many && program && 2 * some.size() < all.size()) {
                draft.left(
                        "go.package",
                        path,
                        "built for " + English.and(some.stream().sorted().toList())
                                + ", but the config builds the same programs for all targets");
            }
        });
        return platforms.entrySet().stream()
                .filter(one -> !many || 2 * one.getValue().size() >= all.size())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** A package as the go command takes it, from the top of the module. */
    private String path(String text) {
        String module = go.module().value();
        String path =
                text.equals(module) || text.startsWith(module + "/") ? "." + text.substring(module.length()) : text;
        return path.replaceFirst("(?<=.)/$", "");
    }

    /** Three dots at the end stand for the folder and all below it. */
    private static boolean matches(String pattern, String path) {
        String folder = pattern.endsWith("/...") ? pattern.substring(0, pattern.length() - 4) : pattern;
        boolean below = pattern.endsWith("/...") && (folder.equals(".") || path.startsWith(folder + "/"));
        return path.equals(folder) || below;
    }

    private static List<Fact<Go.Program>> useful(List<Fact<Go.Program>> programs) {
        return programs.stream()
                .filter(program -> !program.value().name().matches(WORKSHOP))
                .filter(program -> program.value().system().isEmpty())
                .toList();
    }

    /** Programs that cannot be built for all targets. */
    private void ofOneSystem(List<Fact<Go.Program>> chosen) {
        go.programs().stream()
                .filter(program -> !program.value().system().isEmpty() && !chosen.contains(program))
                .forEach(program -> draft.left(
                        "go.bins",
                        program.value().name(),
                        "only builds for " + program.value().system()
                                + ", and the config builds each program for all targets; from " + program.from()));
    }

    /** The only one of several programs that a file is named after, such as {@code kelp} of {@code kelp-linux-amd64}. */
    private Optional<Fact<Go.Program>> downloaded(List<Fact<String>> linked) {
        List<Fact<Go.Program>> named = go.programs().stream()
                .flatMap(program -> linked.stream()
                        .filter(file ->
                                isNamedAfter(file.value(), program.value().name()))
                        .map(file -> new Fact<>(program.value(), file.from()))
                        .limit(1))
                .toList();
        return named.size() == 1 && go.programs().size() > 1 ? Optional.of(named.get(0)) : Optional.empty();
    }

    private static boolean isNamedAfter(String file, String program) {
        return file.startsWith(program)
                && file.length() > program.length()
                && "-_.".indexOf(file.charAt(program.length())) >= 0;
    }

    /**
     * The program that a file people download is named after; else the one at the top or named like the project; else all.
     *
     * @param linked the names of files that people download
     * @param told whether the config of a release tool names the program, so that nobody is asked about the others
     */
    private List<Fact<Go.Program>> choose(String project, List<Fact<String>> linked, boolean told) {
        Optional<Fact<Go.Program>> downloaded = told ? Optional.empty() : downloaded(linked);
        if (downloaded.isPresent()) {
            draft.taken("go.bins", downloaded.get().map(Go.Program::name));
            return go.programs().stream()
                    .filter(program -> program.value().equals(downloaded.get().value()))
                    .toList();
        }
        List<Fact<Go.Program>> one = go.programs().stream()
                .filter(program -> program.value().path().equals(".")
                        || program.value().name().equals(project))
                .limit(1)
                .toList();
        List<Fact<Go.Program>> useful = useful(go.programs());
        List<Fact<Go.Program>> chosen = !one.isEmpty() ? one : useful.isEmpty() ? go.programs() : useful;
        List<String> names =
                chosen.stream().map(program -> program.value().name()).toList();
        ofOneSystem(chosen);
        String others = go.programs().stream()
                .filter(program ->
                        !chosen.contains(program) && program.value().system().isEmpty())
                .map(program -> names.contains(program.value().name())
                        ? program.value().path()
                        : program.value().name())
                .collect(Collectors.joining(", "));
        if (others.isEmpty() || told) {
            chosen.forEach(program -> draft.taken("go.bins", program.map(Go.Program::name)));
        } else {
            draft.guess(
                    "go.bins",
                    String.join(", ", names),
                    "there are other programs, which may be development tools: " + others,
                    "find out which of them people download");
        }
        return chosen;
    }

    private static void place(List<Fact<Go.Program>> chosen, String project, Setting.Group keys) {
        List<String> names =
                chosen.stream().map(program -> program.value().name()).toList();
        Go.Program first = chosen.get(0).value();
        if (first.path().equals(".")) {
            return;
        }
        if (names.size() > 1 || !first.name().equals(project) && first.path().equals("./cmd/" + first.name())) {
            keys.words("bins", names);
        } else {
            keys.word("package", first.path());
        }
    }
}
