package dev.slipway.detect.git;

import dev.slipway.detect.fact.Fact;
import dev.slipway.detect.git.GitProcess.Output;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which repository on GitHub the remotes of git name.
 *
 * @param repository {@code owner/name}: that of {@code origin}, else of the only other remote on GitHub
 * @param upstream another repository, of which that may be a fork
 * @param notes why no repository is named
 * @param advice what to do then
 */
public record Remotes(
        Optional<Fact<String>> repository, Optional<Fact<String>> upstream, List<String> notes, String advice) {
    private static final String MANIFEST = "set the repository in the manifest, such as Cargo.toml";
    private static final String ORIGIN = "origin";
    private static final String UPSTREAM = "upstream";
    private static final Pattern HOST = Pattern.compile(
            "(?:[A-Za-z][A-Za-z+]{0,20}://(?:[^@/]{0,200}@)?([^:/]{1,200})[:/].*+)|(?:(?:[^@/:]{0,200}@)?([^:/]{2,200}):(?!//).*+)",
            Pattern.DOTALL);

    public Remotes {
        notes = List.copyOf(notes);
    }

    /** Of a folder that is no repository. */
    static Remotes unread(String note) {
        return none(note, "run 'git init' if there is no repository, then ");
    }

    private static Remotes none(String note, String before) {
        return new Remotes(
                Optional.empty(),
                Optional.empty(),
                List.of(note),
                before + "run 'git remote add origin https://github.com/<owner>/<name>', or " + MANIFEST);
    }

    static Remotes read(GitProcess git) {
        List<String> names = git.ask("remote").lines();
        if (!names.contains(ORIGIN) && names.isEmpty()) {
            return none("the git remote 'origin' is missing", "");
        }
        Optional<Fact<String>> origin = onGitHub(git, ORIGIN);
        Optional<Fact<String>> upstream = onGitHub(git, UPSTREAM)
                .filter(fact -> origin.filter(own -> own.value().equalsIgnoreCase(fact.value()))
                        .isEmpty());
        if (origin.isPresent()) {
            return new Remotes(origin, upstream, List.of(), "");
        }
        List<Fact<String>> others = names.stream()
                .filter(name -> !name.equals(ORIGIN))
                .flatMap(name -> onGitHub(git, name).stream())
                .toList();
        if (others.stream().map(Fact::value).distinct().count() == 1) {
            return new Remotes(others.stream().findFirst(), Optional.empty(), List.of(), "");
        }
        return elsewhere(git, others);
    }

    private static Remotes elsewhere(GitProcess git, List<Fact<String>> others) {
        List<String> notes = new ArrayList<>();
        Output address = git.ask("config", "--get", "remote.origin.url");
        String host = address.lines().stream().findFirst().map(Remotes::host).orElse("");
        if (address.lines().isEmpty()) {
            notes.add("the git remote 'origin' is missing");
        } else if (host.isEmpty()) {
            notes.add("the git remote 'origin' is not on GitHub");
        } else if (!host.contains(".")) {
            notes.add("the git remote 'origin' is on '" + host
                    + "', which may be an SSH alias for GitHub or another host");
        } else {
            notes.add("the git remote 'origin' is on " + host + ", but Slipway generates workflows for github.com");
        }
        if (others.isEmpty()) {
            return new Remotes(
                    Optional.empty(),
                    Optional.empty(),
                    notes,
                    "add a remote for the GitHub repository, as in 'git remote add github "
                            + "https://github.com/<owner>/<name>', or " + MANIFEST);
        }
        notes.add("several remotes are on GitHub: "
                + String.join(", ", others.stream().map(Fact::value).distinct().toList()));
        return new Remotes(
                Optional.empty(),
                Optional.empty(),
                notes,
                "set the right one in the manifest, or rename its remote to 'origin'");
    }

    /** The host in an address that git accepts; empty if it has none, as a path. */
    private static String host(String address) {
        Matcher matcher = HOST.matcher(address);
        if (!matcher.matches()) {
            return "";
        }
        return matcher.group(1) == null ? String.valueOf(matcher.group(2)) : matcher.group(1);
    }

    /** Asked as git would use it, too: {@code insteadOf} may replace what is written by what is meant. */
    private static Optional<Fact<String>> onGitHub(GitProcess git, String remote) {
        return Stream.concat(
                        git.ask("remote", "get-url", remote).lines().stream(),
                        git.ask("config", "--get", "remote." + remote + ".url").lines().stream())
                .flatMap(address -> GitHubAddress.repository(address).stream())
                .map(name -> new Fact<>(name, "git remote " + remote))
                .findFirst();
    }
}
