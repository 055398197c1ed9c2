package dev.slipway.detect;

import dev.slipway.detect.GitProcess.Output;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Asks git about a repository; says why where git is missing, refuses, or knows nothing. */
final class GitReader {
    private final GitProcess git;
    private final List<String> notes = new ArrayList<>();

    private GitReader(GitProcess git) {
        this.git = git;
    }

    static Git read(GitProcess git) {
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
        return error.lines().findFirst().orElse("git gave no answer").replaceFirst("^fatal: ", "");
    }

    private Git read(String prefix) {
        if (!prefix.isEmpty()) {
            notes.add("the git repository starts above this directory, which is its '" + prefix + "'");
        }
        return new Git(repository(), defaultBranch(), tags(), tracked(), ignored(), notes);
    }

    private Optional<Fact<String>> repository() {
        Output origin = git.ask("config", "--get", "remote.origin.url");
        if (origin.lines().isEmpty()) {
            notes.add("there is no git remote 'origin'");
            return Optional.empty();
        }
        // asked as git would use it: 'insteadOf' may stand between what is written and what is meant
        String address = Stream.concat(git.ask("remote", "get-url", "origin").lines().stream(), origin.lines().stream())
                .filter(candidate -> GitHubAddress.repository(candidate).isPresent())
                .findFirst()
                .orElse("");
        Optional<String> repository = GitHubAddress.repository(address);
        if (repository.isEmpty()) {
            notes.add("the git remote 'origin' is not on GitHub");
        }
        return repository.map(name -> new Fact<>(name, "git remote origin"));
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

    private List<String> tags() {
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

    private Optional<Set<String>> tracked() {
        Output files = git.ask("ls-files", "-z");
        return files.ok() ? Optional.of(Set.copyOf(List.of(files.out().split("\0")))) : Optional.empty();
    }
}
