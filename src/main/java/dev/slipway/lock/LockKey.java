package dev.slipway.lock;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name under which the lockfile knows an action: {@code actions/cache@v6}. All actions of a repository share one
 * name, because a runner fetches the repository as a whole.
 *
 * @param repository owner and name in lower case
 * @param ref a tag, a branch or a commit, as it is written after the {@code @}
 */
public record LockKey(String repository, String ref) {
    private static final Pattern USES =
            Pattern.compile("(?<repository>[\\w.-]+/[\\w.-]+)(?:/[^@\\s]*)?@(?<ref>[^\\s:]+)");
    private static final Pattern COMMIT = Pattern.compile("(?i)[0-9a-f]{40}|[0-9a-f]{64}");

    /** The name of what a workflow uses; empty for what no lockfile holds: a path in this repository, an image. */
    public static Optional<LockKey> ofUses(String uses) {
        return uses.contains("${{") ? Optional.empty() : parse(uses.strip());
    }

    /** Reads a name of the lockfile; the first version of the format wrote the commit behind a colon. */
    static Optional<LockKey> ofEntry(String name) {
        int colon = name.indexOf(':');
        return parse(colon < 0 ? name : name.substring(0, colon));
    }

    private static Optional<LockKey> parse(String text) {
        Matcher match = USES.matcher(text);
        return match.matches()
                ? Optional.of(new LockKey(match.group("repository").toLowerCase(Locale.ROOT), match.group("ref")))
                : Optional.empty();
    }

    /** Whether the ref is a commit, so that nothing else can be locked under this name. */
    public boolean isCommit() {
        return COMMIT.matcher(ref).matches();
    }

    @Override
    public String toString() {
        return repository + "@" + ref;
    }
}
