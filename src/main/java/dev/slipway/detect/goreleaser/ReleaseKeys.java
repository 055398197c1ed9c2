package dev.slipway.detect.goreleaser;

import dev.slipway.detect.goreleaser.GoReleaser.Said;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads what a release has in addition to its archives and packages: its title and notes, checksums, signatures, lists of
 * components.
 *
 * @param archives the files that lists of components are made of
 */
record ReleaseKeys(Section root, Fields fields, Surroundings around, List<Said<String>> archives, Notes notes) {
    private static final String SUMS_FILE = "(?:[A-Za-z0-9._-]|\\{(?:name|tag|version)})++";
    private static final String TITLE = "\\{(name|tag|version)\\}";

    /** Adds all of it; the answer is which checksums there are. */
    Said<String> add() {
        release();
        changelog();
        source();
        boms();
        Said<String> sums = sums();
        signatures();
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
        return sums;
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
        if (release.flag("draft")) {
            notes.text("release.draft", "keep", release.from("draft"));
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
            Optional<String> name = file.text("name_template");
            String shown = name.orElse(glob.replaceFirst("^.*/", ""));
            if (!glob.isEmpty()
                    && around.tree().has(glob)
                    && name.flatMap(fields::known).isPresent() == name.isPresent()) {
                String called = name.flatMap(fields::known).orElse("");
                files.add(glob + (called.isEmpty() ? "" : " => " + called));
                notes.assets.add(new Said<>(called.isEmpty() ? shown : called, file.from()));
            } else if (name.isPresent()) {
                notes.asset(fields.fill(shown), "", file.from());
            } else {
                notes.left.add(new Left(file.path(), shown, "not a single file in the repository", file.from()));
            }
        }
        if (!files.isEmpty()) {
            notes.texts("release.files", files, release.from("extra_files"));
        }
    }

    private void changelog() {
        Section changelog = root.section("changelog");
        boolean off = changelog.flag("disable") | changelog.flag("skip");
        String use = changelog.text("use").orElse("git");
        if (off) {
            notes.text("release.notes", "none", changelog.from(changelog.has("disable") ? "disable" : "skip"));
        } else if (!use.equals("github-native")) {
            notes.left.add(new Left(
                    "changelog.use",
                    use,
                    "GoReleaser lists commits; 'release.notes: generate' lists merged pull requests, 'git-cliff' commits",
                    changelog.from("use")));
        }
    }

    private void source() {
        Section source = root.section("source");
        source.flag("enabled");
        if (!source.flag("enabled")) {
            return;
        }
        String format = source.text("format").orElse("tar.gz");
        Evaluation.Result name = fields.fill(source.text("name_template").orElse("{{ .ProjectName }}-{{ .Version }}"));
        notes.asset(name, "." + format, source.from());
        notes.whole(source, "enabled", "a source archive; GitHub offers one for each tag");
    }

    /** A list for each archive; Slipway makes one for the release. */
    private void boms() {
        List<Section> sections = root.sections("sboms");
        for (Section bom : sections) {
            bom.text("id");
            String artifacts = bom.text("artifacts").orElse("archive");
            String args = String.join(" ", bom.texts("args"));
            bom.text("cmd");
            bom.texts("ids");
            if (!notes.has("sbom")) {
                notes.text("sbom", args.contains("cyclonedx") ? "cyclonedx" : "spdx", bom.from());
            }
            List<String> documents = bom.texts("documents");
            if (artifacts.equals("archive")) {
                archives.forEach(archive -> document(bom, documents, archive.value()));
            } else {
                notes.left(bom, "artifacts", "one SBOM is created for the whole release");
            }
        }
    }

    private void document(Section bom, List<String> documents, String archive) {
        for (String template : documents.isEmpty() ? List.of("{{ .ArtifactName }}.sbom.json") : documents) {
            String text = template.replace("${artifact}", archive).replace("$artifact", archive);
            notes.asset(fields.with("ArtifactName", archive).fill(text), "", bom.from());
        }
    }

    private Said<String> sums() {
        Section checksum = root.section("checksum");
        String algorithm = checksum.text("algorithm").orElse("sha256").toLowerCase(Locale.ROOT);
        boolean split = checksum.flag("split");
        String from = checksum.from();
        if (checksum.flag("disable")) {
            checksum.skip("name_template");
            return new Said<>("none", checksum.from("disable"));
        }
        String hash = switch (algorithm) {
            case "sha256", "sha512", "blake3" -> algorithm;
            case "blake2b" -> "blake2";
            default -> "";
        };
        if (hash.isEmpty()) {
            notes.left(checksum, "algorithm", "Slipway supports sha256, sha512, blake2 and blake3");
        } else if (!hash.equals("sha256")) {
            notes.texts("hashes", List.of("sha256", hash), checksum.from("algorithm"));
        }
        String template = checksum.text("name_template")
                .orElse(
                        split
                                ? "{{ .ArtifactName }}.{{ .Algorithm }}"
                                : "{{ .ProjectName }}_{{ .Version }}_checksums.txt");
        Fields named = fields.with("Algorithm", algorithm);
        if (split) {
            for (Said<String> file : List.copyOf(notes.assets)) {
                notes.asset(named.with("ArtifactName", file.value()).fill(template), "", from);
            }
        } else {
            Evaluation.Result name = named.fill(template);
            notes.asset(name, "", checksum.from("name_template"));
            called(name, checksum.from("name_template"));
        }
        return new Said<>(split ? "per-file" : "combined", from);
    }

    /** GoReleaser makes one file, with one hash; Slipway makes one of SHA-256 as well. */
    private void called(Evaluation.Result name, String from) {
        String text = name.text().startsWith(fields.project())
                ? "{name}" + name.text().substring(fields.project().length())
                : name.text();
        if (name.told() && text.matches(SUMS_FILE)) {
            notes.text("checksum-file", notes.has("hashes") ? text + ".{hash}" : text, from);
        }
    }

    private void signatures() {
        for (Section sign : root.sections("docker_signs")) {
            String artifacts = sign.text("artifacts").orElse("none");
            if (sign.text("cmd").orElse("cosign").equals("cosign") && !artifacts.equals("none")) {
                notes.flag("sign", true, sign.from());
                notes.whole(sign, artifacts, "signed with the identity of the workflow, not with a key");
            } else {
                notes.whole(sign, artifacts, "'sign: true' signs the image with cosign");
            }
        }
        List<Said<String>> files = List.copyOf(notes.assets);
        for (Section sign : root.sections("signs")) {
            String artifacts = sign.text("artifacts").orElse("none");
            if (artifacts.equals("none")) {
                sign.skipAll();
                continue;
            }
            for (Said<String> file : files) {
                if (signed(artifacts, file.value())) {
                    signature(sign, sign.text("signature").orElse("${artifact}.sig"), file.value());
                    sign.text("certificate").ifPresent(text -> signature(sign, text, file.value()));
                }
            }
            notes.whole(
                    sign,
                    artifacts,
                    "no signatures are created; with 'attest: true', 'gh attestation verify' verifies the origin of "
                            + "each file");
        }
    }

    private static boolean signed(String artifacts, String file) {
        String kind = file.matches(".*(checksums?|SHA\\d+SUMS?|sha\\d+sums?)[^/]*(\\.txt)?|.*\\.sha\\d+")
                ? "checksum"
                : file.matches(".*\\.(deb|rpm|apk|ipk|pkg\\.tar\\.zst)")
                        ? "package"
                        : file.matches(".*\\.sbom(\\.json)?|.*\\.spdx\\.json|.*\\.cdx\\.json") ? "sbom" : "archive";
        return artifacts.equals("all") || artifacts.equals(kind);
    }

    private void signature(Section sign, String template, String file) {
        String text = template.replace("${artifact}", file).replace("$artifact", file);
        notes.asset(fields.with("ArtifactName", file).fill(text), "", sign.from());
    }
}
