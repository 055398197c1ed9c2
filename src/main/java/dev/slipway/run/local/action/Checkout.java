package dev.slipway.run.local.action;

import dev.slipway.model.expression.Data;
import dev.slipway.run.StepOutcome;
import dev.slipway.run.local.artifact.ActionFailed;
import dev.slipway.run.local.site.Site;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Checks out the repository, with as much of its history as asked for.
 *
 * @see <a href="https://github.com/actions/checkout">actions/checkout</a>
 */
final class Checkout implements LocalAction {
    /** Who owns the work tree of a container's job, and is not who runs its steps. */
    private static final String OTHER_USER = "1001:1001";

    @Override
    public StepOutcome run(ActionCall call) throws IOException {
        Site site = call.site();
        String repository = call.input("repository", site.repository());
        if (!repository.equalsIgnoreCase(site.repository())) {
            return StepOutcome.failure("a rehearsal does not check out other repositories, such as " + repository
                    + ": skip this step with --skip-action " + repository);
        }
        call.needs("contents", "read", "a checkout");
        Path folder = folder(call);
        if (!Files.isDirectory(folder.resolve(".git"))) {
            call.run(folder, "git", "-c", "init.defaultBranch=main", "init", "--quiet", ".");
            call.run(
                    folder,
                    "git",
                    "remote",
                    "add",
                    "origin",
                    site.origin().toUri().toString());
        }
        call.run(folder, fetch(call).toArray(String[]::new));
        call.run(folder, checkout(call).toArray(String[]::new));
        if (call.flag("lfs", false)) {
            site.notes().warning("actions/checkout", "a rehearsal does not fetch files of Git LFS");
        }
        String submodules = call.input("submodules", "false");
        if (!submodules.equals("false")) {
            List<String> words = new ArrayList<>(List.of("git"));
            // as the action does, and no key of the person's opens anything
            for (String address : List.of("git@github.com:", "ssh://git@github.com/")) {
                words.addAll(List.of("-c", "url.https://github.com/.insteadOf=" + address));
            }
            words.addAll(List.of("submodule", "update", "--init", "--force"));
            if (submodules.equals("recursive")) {
                words.add("--recursive");
            }
            call.run(folder, words.toArray(String[]::new));
        }
        if (call.place().inside() && site.superuser()) {
            call.run(folder, "chown", "-R", OTHER_USER, call.place().workspace().toString());
        }
        if (call.flag("lfs", false)) {
            call.standIn("actions/checkout: files of Git LFS are not fetched, only their pointers");
        }
        call.standIn("actions/checkout: a copy of this repository, with the tag");
        String commit = call.run(folder, "git", "rev-parse", "HEAD").get(0);
        return StepOutcome.success(Map.of("ref", Data.of(site.event().ref()), "commit", Data.of(commit)));
    }

    /** The folder of the sources. The action requires it to be in the workspace: elsewhere, there may be a repository of the person. */
    private static Path folder(ActionCall call) throws IOException {
        Path workspace = call.place().workspace();
        String path = call.input("path", ".");
        Path folder = call.place().host(path).normalize();
        if (!folder.startsWith(workspace)
                || !Files.createDirectories(folder).toRealPath().startsWith(workspace.toRealPath())) {
            throw new ActionFailed("the 'path' of actions/checkout is '" + path + "', which is not in the workspace: "
                    + "write a folder in it");
        }
        return folder;
    }

    private static List<String> fetch(ActionCall call) {
        Site site = call.site();
        List<String> words = new ArrayList<>(List.of("git", "fetch", "--quiet", "--force", "--no-recurse-submodules"));
        String filter = call.input("filter");
        boolean shallow = Files.exists(site.origin().resolve("shallow"));
        if (shallow) {
            words.add("--update-shallow");
            call.standIn("actions/checkout: this repository is a shallow clone, so its history is incomplete");
        } else if (!filter.isEmpty()) { // git would look for what a shallow one lacks again and again
            words.add("--filter=" + filter);
        }
        String depth = call.input("fetch-depth", "1");
        if (depth.equals("0")) {
            words.addAll(
                    List.of("--no-tags", "origin", "+refs/heads/*:refs/remotes/origin/*", "+refs/tags/*:refs/tags/*"));
            if (call.input("ref").isEmpty() && site.event().ref().startsWith("refs/pull/")) {
                words.add("+" + site.sha() + ":" + local(site.event().ref()));
            }
            return words;
        }
        words.addAll(List.of(call.flag("fetch-tags", false) ? "--tags" : "--no-tags", "--depth=" + depth, "origin"));
        String ref = call.input("ref");
        if (!ref.isEmpty()) {
            String whole = whole(ref, site);
            words.add(isCommit(whole) ? whole : "+" + whole + ":" + local(whole));
        } else {
            words.add("+" + site.sha() + ":" + local(site.event().ref()));
        }
        return words;
    }

    /** A branch is checked out as one of the work tree; a tag and a commit are not. */
    private static List<String> checkout(ActionCall call) {
        String ref = call.input("ref");
        String whole = ref.isEmpty() ? call.site().event().ref() : whole(ref, call.site());
        List<String> words = new ArrayList<>(List.of("git", "checkout", "--quiet", "--force"));
        if (whole.startsWith("refs/heads/")) {
            words.addAll(List.of("-B", whole.substring("refs/heads/".length()), local(whole)));
        } else {
            words.add(isCommit(whole) ? whole : local(whole));
        }
        return words;
    }

    private static String whole(String ref, Site site) {
        if (ref.startsWith("refs/") || isCommit(ref)) {
            return ref;
        }
        return site.tags().contains(ref) ? "refs/tags/" + ref : "refs/heads/" + ref;
    }

    private static boolean isCommit(String ref) {
        return ref.matches("[0-9a-f]{40}");
    }

    /** Branches are kept apart from those of the work tree. */
    private static String local(String ref) {
        return ref.replaceFirst("^refs/heads/", "refs/remotes/origin/");
    }
}
