package dev.slipway.run.local.github;

import dev.slipway.run.Effect;
import dev.slipway.run.local.process.CommandResult;
import dev.slipway.source.Wildcard;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;

/** What {@code gh release} prints about releases: {@code view}, {@code list}, {@code download}. */
final class GhReleaseLook {
    private final GhContext context;
    private final Flags.Given given;

    GhReleaseLook(GhContext context) {
        this.context = context;
        this.given = context.given();
    }

    CommandResult view() {
        if (given.words().size() > 1) {
            throw new Failure(
                    "accepts at most 1 arg(s), received " + given.words().size());
        }
        Optional<List<String>> fields = context.fields(ReleaseJson.VIEW);
        if (given.is("web")) {
            throw Failure.noStandIn("gh release view --web");
        }
        context.needsOwnRepository();
        Release release = found();
        context.record(new Effect.Other("looked at " + release.kind() + " " + release.tag()));
        return CommandResult.of(fields.map(names ->
                        context.printed(ReleaseJson.fields(context.gitHub(), release, names, ReleaseJson.VIEW)))
                .orElseGet(() -> page(release)));
    }

    /** The release that is named, or the latest. */
    private Release found() {
        if (given.words().isEmpty()) {
            return context.gitHub().releases().latest().orElseThrow(() -> new Failure("release not found"));
        }
        try {
            return context.release(given.words().get(0));
        } catch (Failure e) {
            context.record(
                    new Effect.Other("looked for release " + given.words().get(0) + ", which does not exist"));
            throw e;
        }
    }

    private String page(Release release) {
        StringBuilder page = new StringBuilder();
        page.append("title:\t").append(release.title()).append('\n');
        page.append("tag:\t").append(release.tag()).append('\n');
        page.append("draft:\t").append(release.draft()).append('\n');
        page.append("prerelease:\t").append(release.prerelease()).append('\n');
        page.append("author:\tgithub-actions[bot]\n");
        page.append("created:\t").append(context.gitHub().time()).append('\n');
        if (!release.draft()) {
            page.append("published:\t").append(context.gitHub().time()).append('\n');
        }
        page.append("url:\t")
                .append(ReleaseJson.page(context.gitHub(), release))
                .append('\n');
        release.assets()
                .forEach(asset -> page.append("asset:\t").append(asset.name()).append('\n'));
        page.append("--\n").append(release.notes());
        return page.append(release.notes().endsWith("\n") ? "" : "\n").toString();
    }

    CommandResult list() {
        if (!given.words().isEmpty()) {
            throw new Failure("unknown argument \"" + given.words().get(0) + "\"");
        }
        Optional<List<String>> fields = context.fields(ReleaseJson.LIST);
        String limit = given.text("limit").orElse("30");
        if (!limit.matches("[0-9]{1,9}")) {
            throw new Failure("invalid argument \"" + limit + "\" for \"-L, --limit\" flag");
        }
        String order = given.text("order").orElse("desc");
        if (!order.equals("asc") && !order.equals("desc")) {
            throw new Failure(
                    "invalid argument \"" + order + "\" for \"-O, --order\" flag: valid values are {asc|desc}");
        }
        context.needsOwnRepository();
        boolean drafts = context.access().writes("contents") && !given.is("exclude-drafts");
        Stream<Release> found = context.gitHub().releases().all().stream()
                .sorted((one, other) -> order.equals("asc") ? Long.compare(one.id(), other.id()) : 0)
                .filter(release -> drafts || !release.draft())
                .filter(release -> !given.is("exclude-pre-releases") || !release.prerelease());
        List<Release> releases = found.limit(Long.parseLong(limit)).toList();
        context.record(new Effect.Other("listed releases: " + releases.size()));
        if (fields.isPresent()) {
            ArrayNode all = Json.array();
            releases.forEach(
                    release -> all.add(ReleaseJson.fields(context.gitHub(), release, fields.get(), ReleaseJson.LIST)));
            return CommandResult.of(context.printed(all));
        }
        StringBuilder table = new StringBuilder();
        releases.forEach(release -> table.append(row(release)));
        return CommandResult.of(table.toString());
    }

    private String row(Release release) {
        boolean latest = context.gitHub().releases().latest().equals(Optional.of(release));
        String badge = latest ? "Latest" : release.draft() ? "Draft" : release.prerelease() ? "Pre-release" : "";
        String title = release.title().isBlank() ? release.tag() : release.title();
        return title + "\t" + badge + "\t" + release.tag() + "\t"
                + context.gitHub().time() + "\n";
    }

    CommandResult download() {
        if (given.words().isEmpty() && !given.has("pattern") && !given.has("archive")) {
            throw new Failure("`--pattern` or `--archive` is required when downloading the latest release");
        }
        if (given.is("clobber") && given.is("skip-existing")) {
            throw new Failure("specify only one of `--clobber` or `--skip-existing`");
        }
        if (given.has("dir") && given.has("output")) {
            throw new Failure("specify only one of `--dir` or `--output`");
        }
        if (given.has("archive") || given.text("output").filter("-"::equals).isPresent()) {
            throw Failure.noStandIn("gh release download " + (given.has("archive") ? "--archive" : "--output -"));
        }
        if (!context.gitHub().isOwn(context.repository())
                && context.repository().equals(SlipwayRelease.REPOSITORY)) {
            return new SlipwayRelease(context).download();
        }
        context.needsOwnRepository();
        Release release = found();
        List<Asset> wanted = release.assets().stream()
                .filter(asset -> !given.has("pattern")
                        || given.all("pattern").stream().anyMatch(pattern -> matches(pattern, asset)))
                .toList();
        if (wanted.isEmpty()) {
            throw new Failure(
                    release.assets().isEmpty() ? "no assets to download" : "no assets match the file pattern");
        }
        if (given.has("output") && wanted.size() > 1) {
            throw new Failure("unable to write more than one asset with `--output`, got " + wanted.size() + " assets");
        }
        for (Asset asset : wanted) {
            copy(release, asset);
        }
        context.record(new Effect.Other("downloaded "
                + String.join(", ", wanted.stream().map(Asset::name).toList()) + " of " + release.kind() + " "
                + release.tag()));
        return CommandResult.of("");
    }

    private static boolean matches(String pattern, Asset asset) {
        return Wildcard.of(pattern, Wildcard.Dialect.GO).matches(asset.name());
    }

    private void copy(Release release, Asset asset) {
        Path to = given.text("output")
                .map(context::path)
                .orElseGet(() -> context.path(given.text("dir").orElse(".")).resolve(asset.name()));
        if (Files.exists(to)) {
            if (given.is("skip-existing")) {
                return;
            }
            if (!given.is("clobber")) {
                throw new Failure(asset.name()
                        + " already exists (use `--clobber` to overwrite file or `--skip-existing` to skip file)");
            }
        }
        try {
            Files.createDirectories(to.toAbsolutePath().normalize().getParent());
            Files.copy(
                    context.gitHub().releases().folder(release).resolve(asset.name()),
                    to,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
