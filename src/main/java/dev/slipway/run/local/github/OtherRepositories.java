package dev.slipway.run.local.github;

import dev.slipway.run.Effect;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Repositories that a release pushes to, such as a Homebrew tap. What is pushed is kept in a folder; each has a branch
 * {@code main} and a branch {@code master}, without a file, until then.
 *
 * @see <a href="https://docs.github.com/en/rest/repos/contents">the REST API of contents</a>
 */
final class OtherRepositories {
    private static final String DEFAULT = "";

    private final Path root;
    private final Path folder;
    private final Records records;
    /** Under OWNER/NAME@BRANCH: the files by their path. */
    private final Map<String, TreeMap<String, byte[]>> branches = new HashMap<>();

    private final Map<String, Long> pulls = new TreeMap<>();

    /**
     * @param root the folder of what the rehearsal leaves
     * @param folder where files are kept in it
     */
    OtherRepositories(Path root, Path folder, Records records) {
        this.root = root;
        this.folder = folder;
        this.records = records;
    }

    /** @param asked a request whose path begins with {@code repos/OWNER/NAME} */
    synchronized JsonNode answer(Asked asked) {
        String repository = asked.path().get(1) + "/" + asked.path().get(2);
        if (!asked.is("GET") && asked.access().ofJob()) {
            throw Refused.notAllowed(); // the token of a job is for its own repository
        }
        if (asked.goesOn(3, "contents") && asked.path().size() > 4) {
            String path = asked.from(4);
            if (asked.is("PUT")) {
                return put(asked, repository, path);
            }
            if (asked.is("GET")) {
                return contents(repository, asked.query().getOrDefault("ref", DEFAULT), path);
            }
        } else if (asked.is("GET") && asked.goesOn(3, "git", "ref", "heads")) {
            return reference(repository, asked.from(6));
        } else if (asked.is("POST") && asked.path().size() == 5 && asked.goesOn(3, "git", "refs")) {
            return branch(asked, repository);
        } else if (asked.is("DELETE") && asked.goesOn(3, "git", "refs", "heads")) {
            return delete(asked, repository, asked.from(6));
        } else if (asked.is("POST") && asked.path().size() == 4 && asked.goesOn(3, "pulls")) {
            return pull(asked, repository);
        }
        throw Failure.noStandIn("gh api " + asked.line());
    }

    private Optional<TreeMap<String, byte[]>> files(String repository, String branch) {
        if (List.of(DEFAULT, "main", "master").contains(branch)) {
            return Optional.of(branches.computeIfAbsent(repository + "@" + DEFAULT, key -> new TreeMap<>()));
        }
        return Optional.ofNullable(branches.get(repository + "@" + branch));
    }

    private JsonNode contents(String repository, String branch, String path) {
        TreeMap<String, byte[]> files = files(repository, branch).orElseThrow(Refused::notFound);
        byte[] content = files.get(path);
        if (content != null) {
            return Json.object()
                    .put("type", "file")
                    .put("path", path)
                    .put("size", content.length)
                    .put("sha", blob(content))
                    .put("encoding", "base64")
                    .put("content", Base64.getMimeEncoder().encodeToString(content));
        }
        ArrayNode inside = Json.array();
        files.keySet().stream()
                .filter(name -> name.startsWith(path + "/"))
                .map(name -> name.substring(path.length() + 1))
                .map(name -> name.contains("/") ? name.substring(0, name.indexOf('/')) : name)
                .distinct()
                .forEach(name -> inside.addObject().put("name", name).put("path", path + "/" + name));
        if (inside.isEmpty()) {
            throw Refused.notFound();
        }
        return inside;
    }

    private ObjectNode put(Asked asked, String repository, String path) {
        String branch = asked.text("branch").orElse(DEFAULT);
        TreeMap<String, byte[]> files =
                files(repository, branch).orElseThrow(() -> new Refused(404, "Branch " + branch + " not found"));
        asked.needed("message");
        byte[] content;
        try {
            content = Base64.getMimeDecoder().decode(asked.needed("content"));
        } catch (IllegalArgumentException e) {
            throw new Refused(422, "content is not valid Base64");
        }
        Optional<String> sha = asked.text("sha");
        byte[] there = files.get(path);
        if (there != null && sha.isEmpty()) {
            throw new Refused(422, "Invalid request.\n\n\"sha\" wasn't supplied.");
        }
        if (sha.isPresent() && (there == null || !sha.get().equals(blob(there)))) {
            throw new Refused(409, path + " does not match " + sha.get());
        }
        Path kept = folder.resolve(repository).resolve(branch).resolve(path).normalize();
        if (!kept.startsWith(folder.resolve(repository).resolve(branch))) {
            throw new Refused(422, "path contains a malformed path component");
        }
        try {
            Files.createDirectories(kept.getParent());
            Files.write(kept, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        files.put(path, content);
        records.add(
                asked.job(),
                new Effect.FilePushed(
                        path, repository, branch, root.relativize(kept).toString()));
        ObjectNode answer = Json.object();
        answer.putObject("content").put("path", path).put("sha", blob(content));
        answer.putObject("commit").put("sha", commit(repository, branch)).put("message", asked.needed("message"));
        return answer;
    }

    private ObjectNode reference(String repository, String branch) {
        files(repository, branch).orElseThrow(Refused::notFound);
        ObjectNode answer = Json.object().put("ref", "refs/heads/" + branch);
        answer.putObject("object").put("type", "commit").put("sha", commit(repository, branch));
        return answer;
    }

    private ObjectNode branch(Asked asked, String repository) {
        String reference = asked.needed("ref");
        String branch = reference.replaceFirst("^refs/heads/", "");
        if (branch.equals(reference)) {
            throw new Refused(422, "Reference name must start with 'refs/heads/' in a rehearsal");
        }
        if (files(repository, branch).isPresent()) {
            throw new Refused(422, "Reference already exists");
        }
        String sha = asked.needed("sha");
        TreeMap<String, byte[]> begin = branches.keySet().stream()
                .filter(key -> key.startsWith(repository + "@"))
                .map(key -> key.substring(repository.length() + 1))
                .filter(base -> commit(repository, base).equals(sha))
                .findFirst()
                .flatMap(base -> files(repository, base))
                .orElseThrow(() -> new Refused(422, "Object does not exist"));
        branches.put(repository + "@" + branch, new TreeMap<>(begin));
        records.add(asked.job(), new Effect.Other("created branch " + branch + " in " + repository));
        return reference(repository, branch);
    }

    private ObjectNode delete(Asked asked, String repository, String branch) {
        if (branches.remove(repository + "@" + branch) == null) {
            throw new Refused(422, "Reference does not exist");
        }
        String head = repository.substring(0, repository.indexOf('/')) + ":" + branch;
        pulls.keySet().removeIf(pull -> pull.endsWith(" " + head)); // they are closed with their branch
        records.add(asked.job(), new Effect.Other("deleted branch " + branch + " of " + repository));
        return Json.object();
    }

    private ObjectNode pull(Asked asked, String repository) {
        String head = asked.needed("head");
        String base = asked.needed("base");
        String owner = head.contains(":")
                ? head.substring(0, head.indexOf(':'))
                : asked.path().get(1);
        String branch = head.substring(head.indexOf(':') + 1);
        String fork = owner + "/" + asked.path().get(2);
        if (files(fork, branch).isEmpty()) {
            throw Refused.invalid("PullRequest.head is invalid");
        }
        String key = repository + " " + owner + ":" + branch;
        if (pulls.containsKey(key)) {
            throw Refused.invalid("A pull request already exists for " + owner + ":" + branch + ".");
        }
        long number = pulls.size() + 1L;
        pulls.put(key, number);
        records.add(
                asked.job(),
                new Effect.PullRequestOpened(
                        repository, head, base, asked.text("title").orElse("")));
        return Json.object()
                .put("number", number)
                .put("state", "open")
                .put("html_url", "https://github.com/" + repository + "/pull/" + number);
    }

    /** A commit that stands for the state of a branch. */
    private String commit(String repository, String branch) {
        StringBuilder state = new StringBuilder(repository);
        files(repository, branch)
                .ifPresent(files -> files.forEach((path, content) ->
                        state.append('\n').append(path).append(' ').append(blob(content))));
        return sha1(state.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** What {@code git hash-object} says. */
    private static String blob(byte[] content) {
        return sha1(("blob " + content.length + "\0").getBytes(StandardCharsets.UTF_8), content);
    }

    private static String sha1(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-1");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
