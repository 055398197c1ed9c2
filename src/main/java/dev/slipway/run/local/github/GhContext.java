package dev.slipway.run.local.github;

import dev.slipway.disk.Limit;
import dev.slipway.disk.RegularFile;
import dev.slipway.disk.Unreadable;
import dev.slipway.run.Effect;
import dev.slipway.run.local.process.Call;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * A running command of the GitHub CLI: its arguments, and on whose behalf it runs.
 *
 * @param access what its token may do
 */
record GhContext(GitHub gitHub, Query query, Call call, Flags.Given given, Access access) {
    private static final String MISSING_TOKEN = "gh: To use GitHub CLI in a GitHub Actions workflow, set the GH_TOKEN"
            + " environment variable. Example:\n  env:\n    GH_TOKEN: ${{ github.token }}";

    /** @throws Failure if there is no token */
    static GhContext of(GitHub gitHub, Query query, Call call, Flags.Given given) {
        String token = Stream.of("GH_TOKEN", "GITHUB_TOKEN")
                .map(name -> call.env().getOrDefault(name, ""))
                .filter(value -> !value.isEmpty())
                .findFirst()
                .orElseThrow(() -> new Failure(4, MISSING_TOKEN));
        return new GhContext(gitHub, query, call, given, gitHub.access(call.env(), token));
    }

    String job() {
        return GitHub.job(call.env());
    }

    void record(Effect effect) {
        gitHub.records().add(job(), effect);
    }

    /** The repository that is meant: by {@code --repo}, by {@code GH_REPO}, or by the clone that this is in. */
    String repository() {
        Optional<String> named = given.text("repo")
                .or(() -> Optional.ofNullable(call.env().get("GH_REPO")).filter(name -> !name.isEmpty()));
        if (named.isPresent()) {
            String name = named.get().replaceFirst("^(https://)?github\\.com/", "");
            if (!name.matches("[^/ ]+/[^/ ]+")) {
                throw new Failure("expected the \"[HOST/]OWNER/REPO\" format, got \"" + named.get() + "\"");
            }
            return name;
        }
        for (Path folder = call.folder(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve(".git"))) {
                return gitHub.repository();
            }
        }
        throw new Failure("failed to run git: fatal: not a git repository (or any of the parent directories): .git");
    }

    /** @throws Failure if another repository is meant than the one that is rehearsed */
    void needsOwnRepository() {
        String repository = repository();
        if (!gitHub.isOwn(repository)) {
            throw Failure.noStandIn(String.join(
                            " ",
                            call.words().subList(0, Math.min(3, call.words().size()))) + " --repo " + repository);
        }
    }

    /** The release of a tag, as far as this token may see it. */
    Release release(String tag) {
        return gitHub.releases()
                .find(tag, access.writes("contents"))
                .orElseThrow(() -> new Failure("release not found"));
    }

    Path path(String name) {
        try {
            return call.folder().resolve(name);
        } catch (InvalidPathException e) {
            throw new Failure("open " + name + ": no such file or directory");
        }
    }

    /** The text of a file, or of standard input if the name is {@code -}. */
    String read(String name) {
        if (name.equals("-")) {
            return call.input();
        }
        try {
            return RegularFile.text(path(name), name, Limit.SOURCE);
        } catch (Unreadable file) {
            throw new Failure("open " + file.getMessage());
        } catch (IOException e) {
            throw new Failure("open " + name + ": no such file or directory");
        }
    }

    /** Refuses what a rehearsal does not print. */
    void noTemplate() {
        if (given.has("template")) {
            throw Failure.noStandIn("gh … --template");
        }
    }

    /** The fields that {@code --json} names, if it is there; each must be one of those. */
    Optional<List<String>> fields(Map<String, String> known) {
        noTemplate();
        if (!given.has("json")) {
            if (given.has("jq")) {
                throw new Failure("cannot use `--jq` without specifying `--json`");
            }
            return Optional.empty();
        }
        List<String> fields = given.all("json").stream()
                .flatMap(list -> Stream.of(list.split(",")))
                .toList();
        for (String field : fields) {
            if (!known.containsKey(field)) {
                throw new Failure("Unknown JSON field: \"" + field + "\"\nAvailable fields:\n  "
                        + String.join("\n  ", known.keySet().stream().sorted().toList()));
            }
        }
        return Optional.of(fields);
    }

    /** What is printed of an answer: all of it, or what {@code --jq} takes of it. */
    String printed(JsonNode json) {
        return given.text("jq")
                .filter(expression -> !expression.isEmpty())
                .map(expression -> query.of(expression, json, call))
                .orElseGet(() -> Json.write(json) + "\n");
    }
}
