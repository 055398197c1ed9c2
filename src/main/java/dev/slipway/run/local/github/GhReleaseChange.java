package dev.slipway.run.local.github;

import dev.slipway.run.Effect;
import dev.slipway.run.local.process.CommandResult;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** What {@code gh release} does to releases: {@code create}, {@code upload}, {@code edit}, {@code delete}. */
final class GhReleaseChange {
    private final GhContext context;
    private final Flags.Given given;
    private final Releases releases;

    GhReleaseChange(GhContext context) {
        this.context = context;
        this.given = context.given();
        this.releases = context.gitHub().releases();
    }

    CommandResult create() {
        if (given.has("discussion-category") && given.is("draft")) {
            throw new Failure("discussions for draft releases not supported");
        }
        String tag = word(0, "tag required when not running interactively");
        List<Upload> files =
                Upload.all(context, given.words().subList(1, given.words().size()));
        if (given.is("notes-from-tag") && (given.is("generate-notes") || given.has("notes-start-tag"))) {
            throw new Failure(
                    "using `--notes-from-tag` with `--generate-notes` or `--notes-start-tag` is not supported");
        }
        if (given.is("notes-from-tag") || given.is("fail-on-no-commits")) {
            throw Failure.noStandIn(
                    "gh release create " + (given.is("notes-from-tag") ? "--notes-from-tag" : "--fail-on-no-commits"));
        }
        Optional<String> notes = notes();
        context.needsOwnRepository();
        if (given.is("verify-tag")) {
            verifyTag(tag);
        }
        String body = generated(tag, notes.orElse(""));
        Optional<String> title = given.text("title")
                .filter(text -> !text.isEmpty())
                .or(() -> given.is("generate-notes") ? Optional.of(tag) : Optional.empty());
        boolean draft = given.is("draft");
        Edit edit = new Edit(
                Optional.of(tag),
                title,
                Optional.of(body),
                given.text("target").filter(target -> !target.isEmpty()),
                Optional.of(draft || !files.isEmpty()),
                Optional.of(given.is("prerelease")),
                given.asked("latest"));
        if (!draft && releases.find(tag, false).isPresent() && !files.isEmpty()) {
            throw new Failure("a release with the same tag name already exists: " + tag);
        }
        Release created = asking("releases", () -> releases.create(edit));
        Release made = created;
        try {
            made = fill(created, files, false);
            if (!draft && !files.isEmpty()) {
                Release filled = made;
                made = asking(
                        "releases/" + filled.id(), () -> releases.edit(filled, Edit.publishing(given.asked("latest"))));
            }
        } catch (Failure e) {
            if (!draft) {
                releases.delete(created);
            } else {
                context.record(new Effect.DraftLeft(tag));
            }
            throw e;
        }
        context.record(new Effect.ReleaseChanged(
                Effect.Change.CREATED, made.kind(), tag, OptionalInt.of(files.size()), isLatest(made)));
        return CommandResult.of(ReleaseJson.page(context.gitHub(), made) + "\n");
    }

    /** Notes as GitHub would make them: a rehearsal does not know the pull requests that they name. */
    private String generated(String tag, String notes) {
        if (!given.is("generate-notes")) {
            return notes;
        }
        String from = given.text("notes-start-tag")
                .filter(start -> !start.isEmpty())
                .map(start -> start + "..." + tag)
                .orElse(tag);
        return (notes.isEmpty() ? "" : notes + "\n") + "**Full Changelog**: https://github.com/"
                + context.gitHub().repository() + (from.equals(tag) ? "/commits/" : "/compare/") + from;
    }

    CommandResult upload() {
        if (given.words().size() < 2) {
            throw new Failure(
                    "requires at least 2 arg(s), only received " + given.words().size());
        }
        String tag = given.words().get(0);
        List<Upload> files =
                Upload.all(context, given.words().subList(1, given.words().size()));
        context.needsOwnRepository();
        Release release = context.release(tag);
        List<String> there = files.stream()
                .map(Upload::name)
                .filter(name -> release.asset(name).isPresent())
                .toList();
        if (!there.isEmpty() && !given.is("clobber")) {
            throw new Failure("asset under the same name already exists: [" + String.join(" ", there) + "]");
        }
        fill(release, files, given.is("clobber"));
        context.record(new Effect.FilesUploaded(files.size(), there.size(), release.kind(), tag));
        return CommandResult.of("");
    }

    CommandResult edit() {
        if (given.words().size() != 1) {
            throw new Failure("accepts 1 arg(s), received " + given.words().size());
        }
        if (given.flags().keySet().stream().allMatch("repo"::equals)) {
            throw new Failure("use flags to specify properties to edit");
        }
        Optional<String> notes = notes();
        context.needsOwnRepository();
        Release release = context.release(given.words().get(0));
        Optional<String> tag = given.text("tag").filter(name -> !name.isEmpty());
        if (given.is("verify-tag")) {
            tag.ifPresent(this::verifyTag);
        }
        Edit edit = new Edit(
                tag,
                given.text("title"),
                notes,
                given.text("target").filter(target -> !target.isEmpty()),
                given.asked("draft"),
                given.asked("prerelease"),
                given.asked("latest"));
        Release edited = asking("releases/" + release.id(), () -> releases.edit(release, edit));
        boolean published = release.draft() && !edited.draft();
        context.record(new Effect.ReleaseChanged(
                published ? Effect.Change.PUBLISHED : Effect.Change.EDITED,
                edited.kind(),
                edited.tag(),
                published ? OptionalInt.of(edited.assets().size()) : OptionalInt.empty(),
                isLatest(edited)));
        return CommandResult.of(ReleaseJson.page(context.gitHub(), edited) + "\n");
    }

    CommandResult delete() {
        if (given.words().size() != 1) {
            throw new Failure("accepts 1 arg(s), received " + given.words().size());
        }
        context.needsOwnRepository();
        Release release = context.release(given.words().get(0));
        asking("releases/" + release.id(), () -> {
            releases.delete(release);
            return release;
        });
        context.record(release.changed(Effect.Change.DELETED));
        if (given.is("cleanup-tag")) {
            asking("git/refs/tags/" + release.tag(), () -> {
                releases.deleteTag(release.tag());
                return release;
            });
            context.record(new Effect.TagDeleted(release.tag()));
        }
        return CommandResult.of("");
    }

    CommandResult deleteAsset() {
        if (given.words().size() != 2) {
            throw new Failure("accepts 2 arg(s), received " + given.words().size());
        }
        context.needsOwnRepository();
        Release release = context.release(given.words().get(0));
        String name = given.words().get(1);
        Asset asset = release.asset(name)
                .orElseThrow(() -> new Failure("asset " + name + " not found in release " + release.tag()));
        asking("releases/assets/" + release.id(), () -> {
            releases.deleteAsset(release, asset);
            return release;
        });
        context.record(new Effect.FileDeleted(name, release.kind(), release.tag()));
        return CommandResult.of("");
    }

    private String word(int at, String otherwise) {
        if (given.words().size() <= at) {
            throw new Failure(otherwise);
        }
        return given.words().get(at);
    }

    private Optional<String> notes() {
        return given.text("notes-file")
                .filter(file -> !file.isEmpty())
                .map(context::read)
                .or(() -> given.text("notes"));
    }

    private void verifyTag(String tag) {
        if (!releases.tags().containsKey(tag)) {
            throw new Failure("tag " + tag + " doesn't exist in the repo "
                    + context.gitHub().repository() + ", aborting due to --verify-tag flag");
        }
    }

    private Release fill(Release release, List<Upload> files, boolean replaces) {
        Release filled = release;
        Map<String, Long> names = files.stream().collect(Collectors.groupingBy(Upload::name, Collectors.counting()));
        for (Upload upload : files) {
            Release before = filled;
            String name = upload.file().getFileName().toString();
            boolean twice = names.getOrDefault(upload.name(), 0L) > 1;
            filled = asking(
                    "releases/" + release.id() + "/assets?name=" + name,
                    () -> releases.upload(before, upload.file(), upload.label(), replaces && !twice));
            if (!upload.name().equals(name)) {
                context.record(new Effect.Other("GitHub renames " + name + " to " + upload.name()));
            }
        }
        return filled;
    }

    /** Makes a change that needs write permission, and answers as GitHub does if it refuses. */
    private Release asking(String address, Supplier<Release> work) {
        try {
            context.access().needsWrite("contents");
            return work.get();
        } catch (Refused e) {
            throw new Failure(
                    e.line("https://api.github.com/repos/" + context.gitHub().repository() + "/" + address)
                            .strip());
        }
    }

    private boolean isLatest(Release release) {
        return releases.latest().equals(Optional.of(release));
    }
}
