package dev.slipway.detect.jreleaser;

import dev.slipway.detect.fact.Takeover;
import dev.slipway.detect.tool.Left;
import dev.slipway.detect.tool.Section;
import dev.slipway.shell.Symbols;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what the config says of the release itself: where it is, its tag, its title, and its notes. */
record Release(Section github, Names names, Surroundings around, Found found) {
    private static final String USUAL_TAG = "v{{projectVersion}}";
    private static final String USUAL_TITLE = "Release {{tagName}}";
    private static final String UNLIKE = "Slipway does not do this";

    /** How JReleaser reaches GitHub, and who it is there. */
    private static final List<String> ACCESS = List.of(
            "enabled",
            "host",
            "username",
            "token",
            "apiEndpoint",
            "branch",
            "branchPush",
            "commitAuthor",
            "connectTimeout",
            "readTimeout",
            "previousTagName",
            "skipTag",
            "skipRelease",
            "uploadAssets",
            "files",
            "artifacts",
            "checksums",
            "signatures",
            "catalogs");

    /** Keys that have no counterpart, with what that means; in the order of the report. */
    private static final List<Map.Entry<String, String>> LOST = List.of(
            Map.entry("overwrite", "a public release is never replaced"),
            Map.entry("update", "a public release is never changed"),
            Map.entry("milestone", "milestones are no longer closed"),
            Map.entry("issues", "issues get no comment about the release"),
            Map.entry("discussionCategoryName", "no discussion about the release is started"),
            Map.entry("prerelease", "only versions such as 1.2.3-rc.1 are prereleases"),
            Map.entry("makeLatest", "the release with the highest version is the latest"));

    void read() {
        ACCESS.forEach(github::skip);
        elsewhere();
        tag();
        if (!releases()) {
            github.skipAll();
            found.open.add(new Takeover.Open(
                    "release", "JReleaser creates no release here, but Slipway does; from " + github.from()));
            return;
        }
        title();
        notes();
        if (github.flag("draft")) {
            found.key("release.draft", "keep", github.from("draft"));
        }
        if (github.flag("sign") && creating().isPresent()) {
            found.left(github, "sign", "the tag that the release creates is not signed");
        }
        github.skip("sign");
        LOST.stream()
                .filter(lost ->
                        github.text(lost.getKey()).filter("false"::equals).isEmpty())
                .forEach(lost -> found.left(github, lost.getKey(), lost.getValue()));
    }

    /** Whether JReleaser creates a release at all: it may only publish packages. */
    boolean releases() {
        return !github.flag("skipRelease");
    }

    /** Whether a kind of files is uploaded. */
    boolean uploads(String kind) {
        boolean all = github.text("uploadAssets")
                .filter(text -> text.toUpperCase(java.util.Locale.ROOT).matches("(.*\\.)?(NEVER|SNAPSHOT|FALSE)"))
                .isEmpty();
        return all && github.text(kind).filter("false"::equals).isEmpty();
    }

    /** Where it says that JReleaser creates the tag. */
    Optional<String> creating() {
        return releases() && !github.flag("skipTag")
                ? Optional.of(github.from(github.has("skipTag") ? "skipTag" : "tagName"))
                : Optional.empty();
    }

    private void elsewhere() {
        String owner = github.text("owner").or(around::owner).orElse("");
        String name = github.text("name").or(around::repository).orElse("");
        boolean other =
                around.owner().filter(one -> !one.equalsIgnoreCase(owner)).isPresent()
                        || around.repository()
                                .filter(one -> !one.equalsIgnoreCase(name))
                                .isPresent();
        if (other && !owner.contains("{{") && !name.contains("{{")) {
            found.left.add(new Left(
                    github.path(),
                    owner + "/" + name,
                    "JReleaser releases there; Slipway releases in 'repository'",
                    github.from(github.has("name") ? "name" : "owner")));
        }
    }

    private void tag() {
        Optional<String> written = github.text("tagName");
        written.filter(template -> !template.replace(" ", "").equals(USUAL_TAG)).ifPresent(template -> {
            Names.Filled filled = names.fill(template);
            String text = filled.text();
            if (filled.told() && text.endsWith(Symbols.VERSION) && text.matches("[A-Za-z0-9._/-]*+\\{version}")) {
                found.key("tag", text.replace(Symbols.VERSION, "*"), github.from("tagName"));
            } else {
                found.open.add(new Takeover.Open(
                        "tag",
                        "JReleaser's tags are '" + template + "'; write their pattern; from "
                                + github.from("tagName")));
            }
        });
    }

    private void title() {
        String template = github.text("releaseName").orElse(USUAL_TITLE);
        Names.Filled filled = names.fill(template);
        if (!filled.told()
                || filled.text().replaceAll("\\{(name|tag|version)}", "").contains("{")) {
            found.left.add(new Left(
                    github.path() + ".releaseName",
                    template,
                    "'" + String.join("', '", filled.unknown()) + "' is known only during a run",
                    github.from("releaseName")));
        } else if (!filled.text().equals(Symbols.TAG)) {
            found.key("release.title", filled.text(), github.from("releaseName"));
        }
    }

    private void notes() {
        Section changelog = github.section("changelog");
        boolean generated = github.section("releaseNotes").flag("enabled");
        github.skip("releaseNotes");
        Optional<String> external = changelog.text("external").map(path -> path.replaceFirst("^(\\./)++", ""));
        if (changelog.text("enabled").filter("false"::equals).isPresent()) {
            found.key("release.notes", "none", changelog.from("enabled"));
        } else if (external.isPresent()) {
            found.left(changelog, "external", "'release.notes: changelog' takes a section of CHANGELOG.md");
            if (external.get().equals("CHANGELOG.md")) {
                found.key("release.notes", "changelog", changelog.from("external"));
            }
        } else if (!generated) {
            found.left.add(new Left(
                    github.path() + ".changelog",
                    changelog.written() ? String.join(", ", changelog.names()) : "commits",
                    "JReleaser lists commits; 'release.notes: generate' lists merged pull requests, 'git-cliff' commits",
                    github.from("changelog")));
        }
        if (changelog.section("append").flag("enabled")) {
            found.left(changelog, "append", "a release no longer adds to this file; " + UNLIKE);
        }
        changelog.skipAll();
    }
}
