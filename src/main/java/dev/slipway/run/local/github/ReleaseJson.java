package dev.slipway.run.local.github;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A release as GitHub's REST API tells it, and as the GitHub CLI does. */
final class ReleaseJson {
    /** What {@code gh release view --json} may be asked for, with the name that the API has for it. */
    static final Map<String, String> VIEW = Map.ofEntries(
            Map.entry("apiUrl", "url"),
            Map.entry("assets", "assets"),
            Map.entry("author", "author"),
            Map.entry("body", "body"),
            Map.entry("createdAt", "created_at"),
            Map.entry("databaseId", "id"),
            Map.entry("id", "node_id"),
            Map.entry("isDraft", "draft"),
            Map.entry("isImmutable", "immutable"),
            Map.entry("isPrerelease", "prerelease"),
            Map.entry("name", "name"),
            Map.entry("publishedAt", "published_at"),
            Map.entry("tagName", "tag_name"),
            Map.entry("tarballUrl", "tarball_url"),
            Map.entry("targetCommitish", "target_commitish"),
            Map.entry("uploadUrl", "upload_url"),
            Map.entry("url", "html_url"),
            Map.entry("zipballUrl", "zipball_url"));

    /** The same of {@code gh release list --json}. */
    static final Map<String, String> LIST = Map.of(
            "createdAt", "created_at",
            "isDraft", "draft",
            "isImmutable", "immutable",
            "isLatest", "latest",
            "isPrerelease", "prerelease",
            "name", "name",
            "publishedAt", "published_at",
            "tagName", "tag_name");

    private static final Map<String, String> ASSET = Map.ofEntries(
            Map.entry("apiUrl", "url"),
            Map.entry("contentType", "content_type"),
            Map.entry("createdAt", "created_at"),
            Map.entry("downloadCount", "download_count"),
            Map.entry("id", "node_id"),
            Map.entry("label", "label"),
            Map.entry("name", "name"),
            Map.entry("size", "size"),
            Map.entry("state", "state"),
            Map.entry("updatedAt", "updated_at"),
            Map.entry("url", "browser_download_url"));

    private ReleaseJson() {}

    /** Where people see a release. */
    static String page(GitHub gitHub, Release release) {
        return "https://github.com/" + gitHub.repository() + "/releases/tag/"
                + (release.draft() ? "untagged-" + release.id() : release.tag());
    }

    static ObjectNode of(GitHub gitHub, Release release) {
        String api = "https://api.github.com/repos/" + gitHub.repository();
        String url = api + "/releases/" + release.id();
        ObjectNode json = Json.object()
                .put("url", url)
                .put("html_url", page(gitHub, release))
                .put("upload_url", url.replace("api.", "uploads.") + "/assets{?name,label}")
                .put("tarball_url", api + "/tarball/" + release.tag())
                .put("zipball_url", api + "/zipball/" + release.tag())
                .put("id", release.id())
                .put("node_id", "RE_" + release.id())
                .put("tag_name", release.tag())
                .put("target_commitish", target(gitHub, release))
                .put("name", release.title())
                .put("body", release.notes())
                .put("draft", release.draft())
                .put("prerelease", release.prerelease())
                .put("immutable", false)
                .put("created_at", gitHub.time());
        if (release.draft()) {
            json.putNull("published_at");
        } else {
            json.put("published_at", gitHub.time());
        }
        json.putObject("author").put("login", "github-actions[bot]").put("id", "BOT_1");
        ArrayNode assets = json.putArray("assets");
        for (Asset asset : release.assets()) {
            assets.add(of(gitHub, release, asset, assets.size() + 1));
        }
        return json;
    }

    private static String target(GitHub gitHub, Release release) {
        return release.target().isEmpty() ? gitHub.refs().defaultBranch() : release.target();
    }

    private static ObjectNode of(GitHub gitHub, Release release, Asset asset, int number) {
        long id = release.id() * 1000 + number;
        return Json.object()
                .put("url", "https://api.github.com/repos/" + gitHub.repository() + "/releases/assets/" + id)
                .put(
                        "browser_download_url",
                        "https://github.com/" + gitHub.repository() + "/releases/download/" + release.tag() + "/"
                                + asset.name())
                .put("id", id)
                .put("node_id", "RA_" + id)
                .put("name", asset.name())
                .put("label", asset.label())
                .put("state", "uploaded")
                .put("content_type", asset.contentType())
                .put("size", asset.size())
                .put("download_count", 0)
                .put("created_at", gitHub.time())
                .put("updated_at", gitHub.time());
    }

    /**
     * Some fields of a release, by the names of the GitHub CLI, which writes keys in the order of the alphabet.
     *
     * @param names {@link #VIEW} or {@link #LIST}
     */
    static ObjectNode fields(GitHub gitHub, Release release, List<String> fields, Map<String, String> names) {
        ObjectNode api = of(gitHub, release);
        boolean latest = gitHub.releases().latest().equals(Optional.of(release));
        api.put("latest", latest);
        ArrayNode assets = Json.array();
        api.path("assets").forEach(asset -> assets.add(renamed(asset, List.copyOf(ASSET.keySet()), ASSET)));
        api.set("assets", assets);
        return renamed(api, fields, names);
    }

    private static ObjectNode renamed(JsonNode node, List<String> fields, Map<String, String> names) {
        ObjectNode json = Json.object();
        fields.stream().sorted().forEach(field -> json.set(field, node.path(names.getOrDefault(field, field))));
        return json;
    }
}
