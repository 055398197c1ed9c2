package dev.slipway.run.local;

import dev.slipway.disk.Limit;
import dev.slipway.run.TriggeringEvent;
import dev.slipway.run.local.github.Refs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A copy of the person's repository that replaces the one on GitHub: jobs push to it.
 *
 * @param folder the copy, without a work tree
 * @param env what git sees
 * @param defaultBranch the branch that others start from
 */
public record Origin(Path folder, Map<String, String> env, String defaultBranch) {
    public Origin {
        env = Map.copyOf(env);
    }

    /**
     * Copies the commits, branches and tags of a repository.
     *
     * @throws IOException if it cannot be copied; the message says why
     */
    public static Origin copy(Path repository, Path folder, Map<String, String> env) throws IOException {
        WorkTree tree = WorkTree.in(repository, env);
        String main = tree.defaultBranch();
        Files.createDirectories(folder.getParent());
        // the person may own the repository as another user, as in a container
        String from = repository.toString();
        String to = folder.toString();
        new Git(repository, env)
                .lines("-c", "safe.directory=*", "clone", "--quiet", "--bare", "--no-hardlinks", from, to);
        Origin origin = new Origin(folder, env, main);
        origin.ask("config", "uploadpack.allowFilter", "true");
        origin.ask("config", "uploadpack.allowAnySHA1InWant", "true");
        origin.ask("config", "safe.directory", "*");
        String remote = "refs/remotes/origin/" + main;
        if (!tree.has("refs/heads/" + main) && tree.has(remote)) {
            origin.ask("fetch", "--quiet", "--no-tags", from, remote + ":refs/heads/" + main);
        }
        return origin;
    }

    /** Points the ref of an event at a commit, whatever it pointed at before. */
    public void begin(TriggeringEvent event, String commit) throws IOException {
        if (event.pull().isEmpty()) {
            set(event.ref(), commit);
            return;
        }
        String pull = "refs/pull/" + event.pull().get().number();
        set(pull + "/head", commit);
        set(pull + "/merge", commit);
    }

    private void set(String ref, String commit) throws IOException {
        ask("update-ref", ref, commit);
    }

    /** Lets a tag point at a commit, whatever it pointed at before. */
    public void tag(String name, String commit) throws IOException {
        set("refs/tags/" + name, commit);
    }

    /** The commit that is checked out in the person's repository. */
    public String head() throws IOException {
        return first(ask("rev-parse", "--verify", "HEAD^{commit}"));
    }

    /** Whether there is such a tag, branch or other name. */
    public boolean has(String name) {
        return new Git(folder, env)
                .line("--git-dir", folder.toString(), "rev-parse", "--verify", "--quiet", name + "^{commit}")
                .isPresent();
    }

    /** The commit of a tag, branch or other name. */
    public String commit(String name) throws IOException {
        return first(ask("rev-parse", "--verify", name + "^{commit}"));
    }

    /**
     * A file of a commit; nothing if it has none of that path.
     *
     * @throws IOException if it is larger than any workflow
     */
    public Optional<String> file(String commit, String path) throws IOException {
        String blob = commit + ":" + path;
        Optional<Long> size = new Git(folder, env)
                .line("--git-dir", folder.toString(), "cat-file", "-s", blob)
                .map(Long::valueOf);
        if (size.isEmpty()) {
            return Optional.empty();
        }
        if (size.get() > Limit.CONFIG.bytes()) {
            throw new IOException("'" + path + "' is larger than 1 MiB");
        }
        return Optional.of(String.join("\n", ask("cat-file", "blob", blob)) + "\n");
    }

    /** The paths of all files of a commit. */
    public List<String> files(String commit) throws IOException {
        return ask("-c", "core.quotePath=false", "ls-tree", "-r", "--name-only", "--full-tree", commit);
    }

    public List<String> tags() throws IOException {
        return ask("tag", "--list");
    }

    /** The branch that is checked out; the default branch if none is. */
    public String branch() {
        try {
            return first(ask("symbolic-ref", "--quiet", "--short", "HEAD"));
        } catch (IOException none) {
            return defaultBranch;
        }
    }

    /** The first line of a commit's message. */
    public String subject(String commit) throws IOException {
        return ask("log", "-1", "--format=%s", commit).stream().findFirst().orElse("");
    }

    /** What tags and branches there are now. */
    public Refs refs() {
        try {
            Map<String, String> tags = new LinkedHashMap<>();
            Map<String, String> branches = new LinkedHashMap<>();
            for (String line : ask("for-each-ref", "--format=%(refname) %(objectname) %(*objectname)")) {
                String[] words = line.split(" ", -1);
                String commit = words.length > 2 && !words[2].isEmpty() ? words[2] : words[1];
                if (words[0].startsWith("refs/tags/")) {
                    tags.put(words[0].substring("refs/tags/".length()), commit);
                } else if (words[0].startsWith("refs/heads/")) {
                    branches.put(words[0].substring("refs/heads/".length()), commit);
                }
            }
            return new Refs(tags, branches, branches.containsKey(defaultBranch) ? defaultBranch : branch());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String first(List<String> lines) throws IOException {
        if (lines.isEmpty()) {
            throw new IOException("git did not answer");
        }
        return lines.get(0);
    }

    private List<String> ask(String... words) throws IOException {
        List<String> all = new ArrayList<>(List.of("--git-dir", folder.toString()));
        all.addAll(List.of(words));
        return new Git(folder, env).lines(all.toArray(String[]::new));
    }
}
