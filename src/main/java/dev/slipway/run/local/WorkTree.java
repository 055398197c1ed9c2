package dev.slipway.run.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The person's repository as it is checked out. It is asked, and nothing in it changes. */
public final class WorkTree {
    private final Git git;

    private WorkTree(Git git) {
        this.git = git;
    }

    /**
     * The work tree in a folder.
     *
     * @param env what git sees
     * @throws IOException if it is not the root of one, or has no commit; the message says what to do
     */
    public static WorkTree in(Path folder, Map<String, String> env) throws IOException {
        WorkTree tree = new WorkTree(new Git(folder, env));
        if (tree.git.line("--version").isEmpty()) {
            throw new IOException("git is not on the PATH, and a rehearsal runs the last commit: install git");
        }
        Optional<String> root = tree.ask("rev-parse", "--show-toplevel");
        if (root.isEmpty()) {
            throw new IOException("'" + folder + "' is not in a Git repository, and a rehearsal runs the last commit: "
                    + "run 'git init', and commit the files");
        }
        if (!Files.isSameFile(Path.of(root.get()), folder)) {
            throw new IOException("'" + folder + "' is not the root of its repository: add --directory " + root.get());
        }
        if (tree.ask("rev-parse", "--verify", "--quiet", "HEAD^{commit}").isEmpty()) {
            throw new IOException("the repository has no commit to rehearse: commit the files");
        }
        return tree;
    }

    /** The first line of an answer. The person may own the repository as another user, as in a container. */
    Optional<String> ask(String... words) {
        return git.line(trusting(words));
    }

    private static String[] trusting(String... words) {
        List<String> all = new ArrayList<>(List.of("-c", "safe.directory=*", "--no-optional-locks"));
        all.addAll(List.of(words));
        return all.toArray(String[]::new);
    }

    /**
     * The branch that others start from: that of {@code origin}, otherwise {@code main} or {@code master}, else the one that is
     * checked out.
     */
    String defaultBranch() {
        return ask("symbolic-ref", "--quiet", "--short", "refs/remotes/origin/HEAD")
                .map(name -> name.replaceFirst("^origin/", ""))
                .or(() -> List.of("main", "master").stream()
                        .filter(name -> has("refs/heads/" + name))
                        .findFirst())
                .or(() -> ask("symbolic-ref", "--quiet", "--short", "HEAD"))
                .orElse("main");
    }

    boolean has(String ref) {
        return ask("rev-parse", "--verify", "--quiet", ref + "^{commit}").isPresent();
    }

    /** The paths of files that git knows and the last commit has otherwise, or not at all. */
    public List<String> changed() throws IOException {
        return git.lines(trusting("-c", "core.quotePath=false", "diff", "--name-only", "--no-renames", "HEAD", "--"));
    }

    /** The paths of files that git does not know, among some files and all of some folders. */
    public List<String> unknown(Collection<String> paths) throws IOException {
        if (paths.isEmpty()) {
            return List.of();
        }
        List<String> words = new ArrayList<>(
                List.of("-c", "core.quotePath=false", "--literal-pathspecs", "ls-files", "--others", "--"));
        words.addAll(paths);
        return git.lines(trusting(words.toArray(String[]::new)));
    }
}
