package dev.slipway.published;

import dev.slipway.published.PublishedRelease.Asset;
import dev.slipway.source.Position;
import dev.slipway.source.Quote;
import dev.slipway.source.SourceText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/** Reads a release as {@code gh} and GitHub's REST API write it, one or several, without keeping the rest of the text. */
final class ReleaseJson {
    private final SourceText source;
    private final Map<String, Asset> loose = new LinkedHashMap<>();
    private int read;

    ReleaseJson(SourceText source) {
        this.source = source;
    }

    /** What an object says; the keys of {@code gh} and of the API differ. */
    private static final class Candidate {
        private Optional<String> tag = Optional.empty();
        private Optional<String> name = Optional.empty();
        private String published = "";
        private boolean shown = true;
        private int line;
        private int column;
        private Optional<List<Asset>> assets = Optional.empty();

        boolean isRelease() {
            return assets.isPresent();
        }
    }

    PublishedRelease read() {
        try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), source.text())) {
            JsonToken first = parser.nextToken();
            PublishedRelease release = first == JsonToken.START_ARRAY ? list(parser) : one(object(parser));
            if (parser.nextToken() != null) {
                throw refused(parser, "unexpected text after the JSON", ReleaseList.FORMS);
            }
            return release;
        } catch (JacksonException broken) {
            TokenStreamLocation place = broken.getLocation();
            Position position = place == null
                    ? Position.START
                    : new Position(Math.max(1, place.getLineNr()), Math.max(1, place.getColumnNr()));
            throw ReleaseList.refused(
                    source, position, 1, "invalid JSON: " + broken.getOriginalMessage(), ReleaseList.FORMS);
        }
    }

    /** Releases, of which the newest that is neither a draft nor a prerelease counts; or assets; or names. */
    private PublishedRelease list(JsonParser parser) {
        List<Candidate> releases = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            if (token == JsonToken.VALUE_STRING) {
                loose(parser, parser.getString());
            } else if (token == JsonToken.START_OBJECT) {
                Candidate candidate = object(parser);
                if (candidate.isRelease()) {
                    releases.add(candidate);
                } else {
                    loose(parser, candidate.name.orElse(""));
                }
            } else {
                throw refused(parser, "expected a release or a file", ReleaseList.FORMS);
            }
        }
        if (releases.isEmpty() && !loose.isEmpty()) {
            return new PublishedRelease(source.name(), Optional.empty(), List.copyOf(loose.values()));
        }
        Optional<Candidate> newest = releases.stream()
                .filter(candidate -> candidate.shown)
                .reduce((one, later) -> later.published.compareTo(one.published) > 0 ? later : one);
        if (newest.isEmpty()) {
            throw ReleaseList.refused(
                    source,
                    Position.START,
                    1,
                    releases.isEmpty() ? "the list is empty" : "all releases are drafts or prereleases",
                    "select one: 'gh release view TAG --json tagName,assets'");
        }
        return one(newest.get());
    }

    private void loose(JsonParser parser, String name) {
        if (!ReleaseList.isName(name)) {
            throw refused(parser, Quote.of(name) + " is neither a release nor a file name", ReleaseList.FORMS);
        }
        count(parser);
        loose.putIfAbsent(name, new Asset(name, parser.currentTokenLocation().getLineNr()));
    }

    private PublishedRelease one(Candidate release) {
        List<Asset> assets = release.assets.orElse(List.of());
        if (assets.isEmpty()) {
            boolean none = release.isRelease();
            throw ReleaseList.refused(
                    source,
                    new Position(Math.max(1, release.line), Math.max(1, release.column)),
                    1,
                    none ? "the release has no files" : "no 'assets' in this object",
                    none ? "select a release that has files" : ReleaseList.FORMS);
        }
        return new PublishedRelease(source.name(), release.tag, assets);
    }

    private Candidate object(JsonParser parser) {
        Candidate found = new Candidate();
        found.line = parser.currentTokenLocation().getLineNr();
        found.column = parser.currentTokenLocation().getColumnNr();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            JsonToken value = parser.nextToken();
            switch (key) {
                case "tagName", "tag_name" -> found.tag = text(parser, value).flatMap(ReleaseList::tag);
                case "name" -> found.name = text(parser, value);
                case "published_at", "publishedAt" ->
                    found.published = text(parser, value).orElse("");
                case "draft", "isDraft", "prerelease", "isPrerelease" ->
                    found.shown = found.shown && value != JsonToken.VALUE_TRUE;
                case "assets" -> found.assets = Optional.of(assets(parser, value));
                default -> parser.skipChildren();
            }
        }
        return found;
    }

    private static Optional<String> text(JsonParser parser, JsonToken value) {
        if (value != JsonToken.VALUE_STRING) {
            parser.skipChildren();
            return Optional.empty();
        }
        return Optional.of(parser.getString());
    }

    private List<Asset> assets(JsonParser parser, JsonToken value) {
        if (value != JsonToken.START_ARRAY) {
            throw refused(parser, "'assets' is not a list", ReleaseList.FORMS);
        }
        Map<String, Asset> assets = new LinkedHashMap<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            if (token != JsonToken.START_OBJECT) {
                throw refused(parser, "an asset is an object with a 'name'", ReleaseList.FORMS);
            }
            asset(parser).ifPresent(asset -> assets.putIfAbsent(asset.name(), asset));
        }
        return List.copyOf(assets.values());
    }

    private Optional<Asset> asset(JsonParser parser) {
        Optional<Asset> asset = Optional.empty();
        TokenStreamLocation start = parser.currentTokenLocation();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            JsonToken value = parser.nextToken();
            if (!key.equals("name")) {
                parser.skipChildren();
                continue;
            }
            String name = text(parser, value).orElse("");
            if (!ReleaseList.isName(name)) {
                throw refused(parser, Quote.of(name) + " is not a file name", ReleaseList.FORMS);
            }
            count(parser);
            asset = Optional.of(new Asset(name, parser.currentTokenLocation().getLineNr()));
        }
        if (asset.isEmpty()) {
            throw ReleaseList.refused(
                    source,
                    new Position(Math.max(1, start.getLineNr()), Math.max(1, start.getColumnNr())),
                    1,
                    "an asset has no 'name'",
                    ReleaseList.FORMS);
        }
        return asset;
    }

    private void count(JsonParser parser) {
        read++;
        if (read > ReleaseList.MOST * 20) {
            throw refused(parser, "too many files", "select one release");
        }
    }

    private dev.slipway.source.InvalidSource refused(JsonParser parser, String message, String help) {
        TokenStreamLocation place = parser.currentTokenLocation();
        return ReleaseList.refused(
                source,
                new Position(Math.max(1, place.getLineNr()), Math.max(1, place.getColumnNr())),
                1,
                message,
                help);
    }
}
