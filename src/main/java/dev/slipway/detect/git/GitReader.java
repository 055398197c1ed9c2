package dev.slipway.detect.git;

import dev.slipway.detect.fact.Fact;
import dev.slipway.detect.git.GitProcess.Output;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Asks git about a repository; says why if git is missing, refuses, or knows nothing. */
public final class GitReader {
    private final GitProcess git;
    private final List<String> notes = new ArrayList<>();

    private GitReader(GitProcess git) {
        this.git = git;
    }

    public static Git read(GitProcess git) {
        Output inside = git.ask("rev-parse", "--is-inside-work-tree", "--show-prefix");
        if (!inside.ok()) {
            return Git.absent(why(git, inside.error()));
        }
        if (inside.lines().isEmpty() || !inside.lines().get(0).equals("true")) {
            return Git.absent("this is not a git work tree");
        }
        return new GitReader(git)
                .read(inside.lines().size() > 1 ? inside.lines().get(1) : "");
    }

    private static String why(GitProcess git, String error) {
        if (error.contains("dubious ownership")) {
            return "git refuses to read the repository because it belongs to another user; run 'git config --global --add "
                    + "safe.directory " + git.directory() + "'";
        }
        if (error.contains("not a git repository")) {
            return "this is not a git repository";
        }
        return error.lines().findFirst().orElse("git did not answer").replaceFirst("^fatal: ", "");
    }

    private Git read(String prefix) {
        if (!prefix.isEmpty()) {
            notes.add("the root of the git repository is above this directory, which is its '" + prefix + "'");
        }
        Optional<List<Entry>> index = index();
        return new Git(
                Remotes.read(git),
                defaultBranch(),
                tags(git),
                index.map(entries -> entries.stream().map(Entry::path).collect(Collectors.toSet())),
                index.orElse(List.of()).stream()
                        .filter(Entry::submodule)
                        .map(Entry::path)
                        .distinct()
                        .toList(),
                ignored(),
                notes);
    }

    private Optional<Fact<String>> defaultBranch() {
        Output head = git.ask("symbolic-ref", "--quiet", "--short", "refs/remotes/origin/HEAD");
        if (head.ok() && !head.lines().isEmpty()) {
            return Optional.of(new Fact<>(head.lines().get(0).replaceFirst("^origin/", ""), "git origin/HEAD"));
        }
        return usualBranch().or(this::currentBranch);
    }

    private Optional<Fact<String>> usualBranch() {
        Set<String> branches = git
                .ask(
                        "for-each-ref",
                        "--format=%(refname:lstrip=-1)",
                        "refs/heads/main",
                        "refs/heads/master",
                        "refs/remotes/origin/main",
                        "refs/remotes/origin/master")
                .lines()
                .stream()
                .collect(Collectors.toSet());
        List<String> configured =
                git.ask("config", "--get", "init.defaultBranch").lines();
        return Stream.concat(configured.stream(), Stream.of("main", "master"))
                .filter(branches::contains)
                .findFirst()
                .map(name -> new Fact<>(name, "git branch " + name));
    }

    private Optional<Fact<String>> currentBranch() {
        Output head = git.ask("symbolic-ref", "--quiet", "--short", "HEAD");
        return head.lines().stream().findFirst().map(name -> new Fact<>(name, "the current git branch"));
    }

    static List<String> tags(GitProcess git) {
        return git.ask(
                        "for-each-ref",
                        "--sort=-version:refname",
                        "--sort=-creatordate",
                        "--count=500",
                        "--format=%(refname:lstrip=2)",
                        "refs/tags")
                .lines();
    }

    private Set<String> ignored() {
        return Set.copyOf(git.ask("check-ignore", "--", "Cargo.lock").lines());
    }

    /** A file, or a commit of another repository, that git knows. */
    private record Entry(String mode, String path) {
        /** A gitlink, as git calls it. */
        boolean submodule() {
            return mode.equals("160000");
        }
    }

    private Optional<List<Entry>> index() {
        Output files = git.ask("ls-files", "--stage", "-z");
        return files.ok()
                ? Optional.of(Stream.of(files.out().split("\0"))
                        .filter(line -> line.indexOf('\t') > 0)
                        .map(line -> new Entry(
                                line.substring(0, Math.max(0, line.indexOf(' '))),
                                line.substring(line.indexOf('\t') + 1)))
                        .toList())
                : Optional.empty();
    }
}
