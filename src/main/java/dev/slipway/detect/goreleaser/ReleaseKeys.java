package dev.slipway.detect.goreleaser;

import dev.slipway.detect.goreleaser.GoReleaser.Said;
import dev.slipway.detect.tool.Left;
import dev.slipway.detect.tool.Section;
import dev.slipway.source.Wildcard;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what the config says of the release itself: its title and notes, further files, and commands before all builds. */
record ReleaseKeys(Section root, Fields fields, Surroundings around, Notes notes) {
    /** Nobody releases more files of one pattern. */
    private static final int MOST = 100;

    private static final String TITLE = "\\{(name|tag|version)\\}";

    void add() {
        release();
        changelog();
        root.section("before").written();
        root.sections("before").stream()
                .filter(before -> before.has("hooks"))
                .forEach(before -> notes.left.add(new Left(
                        "before.hooks",
                        String.join(", ", before.texts("hooks")),
                        "commands before a build; use 'archive.generate' for completions and man pages that the "
                                + "program prints, and 'setup' of a system for other commands",
                        before.from("hooks"))));
        if (root.has("snapshot")) {
            notes.left(root, "snapshot", "builds that are not released");
        }
    }

    private void release() {
        Section release = root.section("release");
        Section target = release.section("github");
        String owner =
                target.text("owner").flatMap(fields::known).or(around::owner).orElse("");
        String name = target.text("name")
                .flatMap(fields::known)
                .or(around::repository)
                .orElse("");
        boolean other = around.slug()
                .filter(slug -> !slug.equalsIgnoreCase(owner + "/" + name))
                .isPresent();
        if (other && target.written()) {
            notes.left(
                    release,
                    "github",
                    "GoReleaser releases in " + owner + "/" + name + "; Slipway releases in 'repository'");
        }
        if (release.text("disable").filter("true"::equals).isPresent()) {
            notes.left(release, "disable", "GoReleaser creates no release here, but Slipway does");
        }
        release.text("skip_upload")
                .filter(text -> !text.equals("false"))
                .ifPresent(text -> notes.left(
                        release,
                        "skip_upload",
                        "GoReleaser uploads no files" + (text.equals("auto") ? " of prereleases" : "")
                                + ", but Slipway does"));
        if (release.flag("draft")) {
            notes.text("release.draft", around.shown() ? "until-complete" : "keep", release.from("draft"));
        }
        release.text("prerelease")
                .filter(text -> !text.equals("auto") && !text.equals("false"))
                .ifPresent(
                        text -> notes.left(release, "prerelease", "only versions such as 1.2.3-rc.1 are prereleases"));
        release.text("name_template").ifPresent(template -> title(release, template));
        extraFiles(release);
    }

    private void title(Section release, String template) {
        Evaluation.Result title = fields.fill(template);
        String text = title.text().strip();
        if (!title.told() || text.replaceAll(TITLE, "").contains("{")) {
            notes.part(
                    release,
                    "name_template",
                    template,
                    title.told() ? "Slipway does not support a part of it" : title.why());
        } else if (!text.equals("{tag}")) {
            notes.text("release.title", text, release.from("name_template"));
        }
    }

    /** Files that are in the repository; others are made by a run. */
    private void extraFiles(Section release) {
        List<String> files = new ArrayList<>();
        for (Section file : release.items("extra_files", "glob")) {
            String glob = file.text("glob").flatMap(fields::known).orElse("").replaceFirst("^(\\./)++", "");
            List<String> found = matches(glob);
            Optional<String> name = file.text("name_template");
            Optional<String> called = name.flatMap(fields::known);
            if (found.size() == 1 && called.isPresent()) {
                files.add(found.get(0) + " => " + called.get());
                notes.assets.add(new Said<>(called.get(), file.from()));
            } else if (name.isPresent()) {
                notes.asset(new Asset("", Asset.Kind.OTHER, "", fields), fields.fill(name.get()), "", file.from());
            } else if (found.isEmpty()) {
                notes.extra.add(glob);
                notes.left.add(new Left(
                        file.path(),
                        glob,
                        "no file in the repository matches, and files that a command creates are not released",
                        file.from()));
            } else {
                files.addAll(found);
                found.forEach(path -> notes.assets.add(new Said<>(path.replaceFirst("^.*/", ""), file.from())));
                if (!found.equals(List.of(glob))) {
                    String why =
                            "'release.files' lists what the repository has now; files that a command creates are not released";
                    notes.left.add(new Left(file.path(), glob, why, file.from()));
                }
            }
        }
        if (!files.isEmpty()) {
            notes.texts("release.files", files, release.from("extra_files"));
        }
        if (release.flag("include_meta")) {
            notes.assets.add(new Said<>("metadata.json", release.from("include_meta")));
        }
    }

    /** The files of the repository that a pattern matches. */
    private List<String> matches(String glob) {
        List<String> paths = List.of("");
        for (String part : glob.split("/")) {
            Wildcard wildcard = Wildcard.of(part, Wildcard.Dialect.SHELL);
            paths = paths.stream()
                    .flatMap(folder -> around.tree().list(folder.isEmpty() ? "." : folder).stream()
                            .filter(wildcard::matches)
                            .map(one -> folder.isEmpty() ? one : folder + "/" + one))
                    .limit(MOST)
                    .toList();
        }
        return paths.stream()
                .filter(path -> around.tree().has(path) && !around.tree().hasFolder(path))
                .toList();
    }

    private void changelog() {
        Section changelog = root.section("changelog");
        boolean off = changelog.flag("disable") | changelog.flag("skip");
        String use = changelog.text("use").orElse("git");
        if (off) {
            notes.text("release.notes", "none", changelog.from(changelog.has("disable") ? "disable" : "skip"));
        } else if (!use.equals("github-native") && !changelog.unknown("use")) {
            notes.left.add(new Left(
                    "changelog.use",
                    use,
                    "GoReleaser lists commits; 'release.notes: generate' lists merged pull requests, 'git-cliff' commits",
                    changelog.from("use")));
        }
    }
}
