package dev.slipway.run.local.github;

import dev.slipway.run.Effect;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * GitHub's REST API, as far as scripts that release ask it.
 *
 * @see <a href="https://docs.github.com/en/rest">its documentation</a>
 */
final class Rest {
    /** The owner of the token if a person created it. */
    private static final String PERSON = "rehearsal";

    private final GitHub gitHub;
    private final Releases releases;

    Rest(GitHub gitHub) {
        this.gitHub = gitHub;
        this.releases = gitHub.releases();
    }

    /**
     * Answers a request.
     *
     * @throws Refused as GitHub does
     * @throws Failure if it is not known what GitHub would say
     */
    JsonNode answer(Asked asked) {
        if (asked.path().size() < 3 || !asked.goesOn(0, "repos")) {
            if (asked.is("GET") && asked.from(0).equals("user")) {
                return user(asked);
            }
            throw unknown(asked);
        }
        if (!gitHub.isOwn(asked.path().get(1) + "/" + asked.path().get(2))) {
            return gitHub.others().answer(asked);
        }
        return asked.is("GET") ? read(asked) : write(asked);
    }

    private static Failure unknown(Asked asked) {
        return Failure.noStandIn("gh api " + asked.line());
    }

    private static JsonNode user(Asked asked) {
        if (asked.access().ofJob()) {
            throw Refused.notAllowed();
        }
        return Json.object().put("login", PERSON).put("type", "User");
    }

    private JsonNode read(Asked asked) {
        boolean drafts = asked.access().writes("contents");
        if (asked.path().size() == 3) {
            return repository();
        }
        if (asked.goesOn(3, "releases", "tags")) {
            return json(releases.find(asked.from(5), false));
        }
        if (asked.from(3).equals("releases/latest")) {
            return json(releases.latest());
        }
        if (asked.from(3).equals("releases")) {
            ArrayNode all = Json.array();
            releases.all().stream()
                    .filter(release -> drafts || !release.draft())
                    .forEach(release -> all.add(ReleaseJson.of(gitHub, release)));
            return all;
        }
        if (asked.goesOn(3, "releases") && asked.path().size() == 5) {
            return json(byId(asked).filter(release -> drafts || !release.draft()));
        }
        if (asked.goesOn(3, "git", "ref", "tags")) {
            return reference("refs/tags/" + asked.from(6), releases.tags(), asked.from(6));
        }
        if (asked.goesOn(3, "git", "ref", "heads")) {
            return reference("refs/heads/" + asked.from(6), gitHub.refs().branches(), asked.from(6));
        }
        if (asked.goesOn(3, "commits") && asked.path().size() > 4) {
            return commit(asked.from(4));
        }
        if (asked.from(3).equals("tags")) {
            ArrayNode tags = Json.array();
            new TreeMap<>(releases.tags())
                    .descendingMap()
                    .forEach((tag, commit) -> tags.addObject()
                            .put("name", tag)
                            .putObject("commit")
                            .put("sha", commit));
            return tags;
        }
        throw unknown(asked);
    }

    private JsonNode write(Asked asked) {
        if (asked.goesOn(3, "releases") || asked.goesOn(3, "git")) {
            asked.access().needsWrite("contents");
        }
        if (asked.is("POST") && asked.from(3).equals("releases")) {
            Release made = releases.create(edit(asked));
            gitHub.records().add(asked.job(), made.changed(Effect.Change.CREATED));
            return ReleaseJson.of(gitHub, made);
        }
        if (asked.goesOn(3, "releases") && asked.path().size() == 5) {
            Supplier<Release> release = () -> byId(asked).orElseThrow(Refused::notFound);
            if (asked.is("PATCH")) {
                Release edited = releases.edit(release.get(), edit(asked));
                gitHub.records().add(asked.job(), edited.changed(Effect.Change.EDITED));
                return ReleaseJson.of(gitHub, edited);
            }
            if (asked.is("DELETE")) {
                Release gone = release.get();
                releases.delete(gone);
                gitHub.records().add(asked.job(), gone.changed(Effect.Change.DELETED));
                return Json.object();
            }
        }
        if (asked.is("POST")
                && asked.from(3).equals("git/refs")
                && asked.needed("ref").startsWith("refs/tags/")) {
            String tag = asked.needed("ref").substring("refs/tags/".length());
            if (releases.tags().containsKey(tag)) {
                throw new Refused(422, "Reference already exists");
            }
            releases.tag(tag, asked.needed("sha"));
            gitHub.records().add(asked.job(), new Effect.TagCreated(tag, asked.needed("sha")));
            return reference(asked.needed("ref"), releases.tags(), tag);
        }
        if (asked.is("DELETE") && asked.goesOn(3, "git", "refs", "tags")) {
            releases.deleteTag(asked.from(6));
            gitHub.records().add(asked.job(), new Effect.TagDeleted(asked.from(6)));
            return Json.object();
        }
        throw unknown(asked);
    }

    private static Edit edit(Asked asked) {
        return new Edit(
                asked.text("tag_name"),
                asked.text("name"),
                asked.text("body"),
                asked.text("target_commitish"),
                asked.flag("draft"),
                asked.flag("prerelease"),
                asked.text("make_latest").filter(word -> !word.equals("legacy")).map(Boolean::valueOf));
    }

    private Optional<Release> byId(Asked asked) {
        String id = asked.path().get(4);
        return id.matches("[0-9]{1,9}") ? releases.find(Long.parseLong(id)) : Optional.empty();
    }

    private JsonNode json(Optional<Release> release) {
        return ReleaseJson.of(gitHub, release.orElseThrow(Refused::notFound));
    }

    private ObjectNode repository() {
        String name = gitHub.repository();
        int slash = name.indexOf('/');
        ObjectNode json = Json.object()
                .put("name", name.substring(slash + 1))
                .put("full_name", name)
                .put("private", false)
                .put("visibility", "public")
                .put("fork", false)
                .put("default_branch", gitHub.refs().defaultBranch())
                .put("html_url", "https://github.com/" + name)
                .put("clone_url", "https://github.com/" + name + ".git");
        json.putObject("owner").put("login", name.substring(0, slash));
        return json;
    }

    private static ObjectNode reference(String ref, Map<String, String> known, String name) {
        String commit = Optional.ofNullable(known.get(name)).orElseThrow(Refused::notFound);
        ObjectNode json = Json.object().put("ref", ref);
        json.putObject("object").put("type", "commit").put("sha", commit);
        return json;
    }

    private ObjectNode commit(String name) {
        Refs refs = gitHub.refs();
        String branch = name.toUpperCase(Locale.ROOT).equals("HEAD") ? refs.defaultBranch() : name;
        String commit = refs.branches().getOrDefault(branch, releases.tags().getOrDefault(branch, branch));
        if (!commit.matches("[0-9a-f]{40}")) {
            throw new Refused(422, "No commit found for SHA: " + name);
        }
        return Json.object()
                .put("sha", commit)
                .put("html_url", "https://github.com/" + gitHub.repository() + "/commit/" + commit);
    }
}
