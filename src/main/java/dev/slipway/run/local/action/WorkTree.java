package dev.slipway.run.local.action;

import dev.slipway.run.action.MetadataFacts;
import dev.slipway.run.local.artifact.ActionFailed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What is checked out in the workspace of a job, as Docker's actions read it from git.
 *
 * @see <a href="https://github.com/docker/actions-toolkit/blob/main/src/git.ts">their toolkit</a>
 */
record WorkTree(ActionCall call) {
    private static final String TAG = "tag: ";

    /** Nothing if there is no repository. */
    Optional<MetadataFacts.Checkout> checkout() {
        if (!Files.exists(call.place().workspace().resolve(".git"))) {
            return Optional.empty();
        }
        String date = one("show", "-s", "--format=%cI", "HEAD");
        return Optional.of(new MetadataFacts.Checkout(
                ref(),
                one("rev-parse", "HEAD"),
                Optional.of(OffsetDateTime.parse(date).toInstant())));
    }

    private String ref() {
        String branch = one("branch", "--show-current");
        return branch.isEmpty() ? detached(one("show", "-s", "--format=%D", "HEAD")) : "refs/heads/" + branch;
    }

    /** The ref of a commit that is checked out by itself. Of several names, the first one counts. */
    private String detached(String decoration) {
        List<String> names = Arrays.stream(decoration.split(", "))
                .filter(name -> !name.equals("grafted") && !name.equals("HEAD"))
                .toList();
        if (names.isEmpty()) {
            return containing();
        }
        String first = names.get(0);
        if (first.startsWith(TAG)) {
            return "refs/tags/" + first.substring(TAG.length());
        }
        if (first.matches("pull/[0-9]+/(head|merge)")) {
            return "refs/" + first;
        }
        if (names.size() > 1 && first.matches("[^/]+/[^/]+")) {
            return "refs/heads/" + String.join(", ", names.subList(1, names.size()));
        }
        if (first.contains("/")) {
            return "refs/heads/" + first.replaceFirst("^[^/]+/", "");
        }
        throw new ActionFailed("the checked-out ref has no name that the action supports: " + decoration);
    }

    /** A branch that the commit is on, or else a tag. */
    private String containing() {
        for (String scope : List.of("refs/heads/", "refs/remotes/")) {
            String found =
                    one("for-each-ref", "--format=%(refname)", "--contains", "HEAD", "--sort=-committerdate", scope);
            if (!found.isEmpty()) {
                return found.replaceFirst("^refs/remotes/[^/]+/", "refs/heads/");
            }
        }
        String tag = one("tag", "--contains", "HEAD");
        if (tag.isEmpty()) {
            throw new ActionFailed("the checked-out commit is on no branch and has no tag");
        }
        return "refs/tags/" + tag;
    }

    /** The first line that git prints; empty if it prints none. */
    private String one(String... words) {
        Path folder = call.place().workspace();
        List<String> command = new java.util.ArrayList<>(List.of("git"));
        command.addAll(List.of(words));
        return call.run(folder, command.toArray(String[]::new)).stream()
                .findFirst()
                .orElse("");
    }
}
