package dev.slipway.run.local.github;

import dev.slipway.run.Recorded;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * GitHub as far as a rehearsal needs it: the releases of one repository, and what would be pushed to others.
 * Its files are kept in {@code github/releases} and {@code github/pushed} of a folder.
 */
public final class GitHub {
    private final String repository;
    private final Supplier<Refs> clone;
    private final String jobToken;
    private final Instant time;
    private final Records records = new Records();
    private final Releases releases;
    private final OtherRepositories others;
    private final Path pushed;

    /**
     * @param repository the repository that is rehearsed, {@code OWNER/NAME}
     * @param clone what its tags and branches are now
     * @param jobToken what {@code github.token} is in this rehearsal; any other token is taken for one that a person made
     * @param root the folder of what the rehearsal leaves
     * @param time when everything happens
     */
    public GitHub(String repository, Supplier<Refs> clone, String jobToken, Path root, Instant time) {
        this.repository = repository;
        this.clone = clone;
        this.jobToken = jobToken;
        this.time = time;
        this.releases = new Releases(clone, root.resolve("github/releases"));
        this.pushed = root.resolve("github/pushed");
        this.others = new OtherRepositories(root, pushed, records);
    }

    public String repository() {
        return repository;
    }

    public Releases releases() {
        return releases;
    }

    /** The folder of what was pushed to other repositories; there is none before. */
    public Path pushed() {
        return pushed;
    }

    /** All that was asked of a stand-in, in order. Other stand-ins may write into it. */
    public Records records() {
        return records;
    }

    public List<Recorded> recorded() {
        return records.all();
    }

    OtherRepositories others() {
        return others;
    }

    Refs refs() {
        return clone.get();
    }

    String time() {
        return time.toString();
    }

    boolean isOwn(String other) {
        return repository.equalsIgnoreCase(other);
    }

    Access access(Map<String, String> env, String token) {
        return Access.of(env, token, jobToken);
    }

    /** The job that made a call; empty if its environment does not show it. */
    static String job(Map<String, String> env) {
        return env.getOrDefault("GITHUB_JOB", "");
    }
}
