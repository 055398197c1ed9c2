package dev.slipway.detect.goreleaser;

import dev.slipway.detect.goreleaser.GoReleaser.Said;
import dev.slipway.source.InvalidSource;
import dev.slipway.source.SourceText;
import dev.slipway.source.YamlReader;
import java.util.List;
import java.util.Optional;

/**
 * What a JReleaser config in YAML or JSON says, in the words of a Slipway config if it has some.
 *
 * @param keys what is said for keys of a Slipway config
 * @param assets every file of a release whose name is known
 * @param left everything that has no key
 * @param open what somebody has to decide
 */
public record JReleaser(List<Key> keys, List<Said<String>> assets, List<Left> left, List<Said<String>> open) {
    /** Where JReleaser looks for a config that can be read here. */
    public static final List<String> FILES = List.of("jreleaser.yml", "jreleaser.yaml", "jreleaser.json");

    private static final List<String> DISTRIBUTION =
            List.of("active", "type", "executable", "java", "platform", "tags", "extraProperties", "stereotype");

    public JReleaser {
        keys = List.copyOf(keys);
        assets = List.copyOf(assets);
        left = List.copyOf(left);
        open = List.copyOf(open);
    }

    /**
     * Reads a config.
     *
     * @throws InvalidSource if it is no YAML
     */
    public static JReleaser read(SourceText source) {
        return new Reader(Section.root(source.name(), YamlReader.readMerging(source)), new Notes()).read();
    }

    /** Reads the parts in the order of the config. */
    private record Reader(Section root, Notes notes) {
        JReleaser read() {
            Section project = root.section("project");
            project.text("name");
            project.text("version");
            project.text("description")
                    .ifPresent(text -> notes.text("description", text.strip(), project.from("description")));
            project.text("license").ifPresent(text -> notes.text("license", text, project.from("license")));
            release(root.section("release").section("github"));
            Section checksum = root.section("checksum");
            name(checksum, "name").ifPresent(text -> notes.text("checksum-file", text, checksum.from("name")));
            files(root.section("files"), "");
            Section distributions = root.section("distributions");
            distributions.names().forEach(name -> {
                Section distribution = distributions.section(name);
                DISTRIBUTION.forEach(distribution::skip);
                files(distribution, name);
                packagers(distribution);
            });
            packagers(root.section("packagers"));
            notes.left.addAll(root.unread());
            return new JReleaser(notes.keys, notes.assets, notes.left, notes.open);
        }

        /** The same with the gaps of a Slipway config; nothing for what only a run knows. */
        private Optional<String> filled(String text) {
            String name = root.section("project").text("name").orElse("{{projectName}}");
            String filled = text.replaceAll("\\{\\{\\s*+(tagName)\\s*+}}", "{tag}")
                    .replaceAll("\\{\\{\\s*+(projectVersion|projectEffectiveVersion)\\s*+}}", "{version}")
                    .replaceAll("\\{\\{\\s*+projectName\\s*+}}", "{{projectName}}")
                    .replace("{{projectName}}", name);
            return Optional.of(filled).filter(known -> !known.contains("{{") && !known.contains("*"));
        }

        private Optional<String> name(Section section, String key) {
            Optional<String> written = section.text(key);
            Optional<String> filled = written.flatMap(this::filled);
            if (written.isPresent() && filled.isEmpty()) {
                notes.left(section, key, "the name is known only during a run");
            }
            return filled;
        }

        private void release(Section github) {
            github.text("owner");
            github.text("name");
            if (github.flag("draft")) {
                notes.text("release.draft", "keep", github.from("draft"));
            }
            name(github, "releaseName")
                    .filter(text -> !text.equals("{tag}"))
                    .ifPresent(text -> notes.text("release.title", text, github.from("releaseName")));
            github.text("tagName");
            if (!github.flag("skipTag") && github.written()) {
                notes.open.add(new Said<>(
                        "JReleaser creates the tag; from now on, somebody pushes it, or enters a version with 'trigger: dispatch'; from "
                                + github.from("tagName").replace("GoReleaser's", "JReleaser's"),
                        "release.trigger"));
            }
        }

        private void files(Section section, String distribution) {
            for (Section glob : section.sections("globs")) {
                notes.whole(
                        glob,
                        glob.text("pattern").orElse(""),
                        "files of the release; their names are known only during a run");
            }
            for (Section artifact : section.sections("artifacts")) {
                artifact.skip("platform");
                artifact.skip("active");
                String path = artifact.text("transform")
                        .or(() -> artifact.text("path"))
                        .orElse("");
                artifact.skip("path");
                Optional<String> name = filled(path.replace("{{distributionName}}", distribution))
                        .map(text -> text.replaceFirst("^.*/", ""));
                name.ifPresentOrElse(
                        text -> asset(text, artifact.from()),
                        () -> notes.left.add(
                                new Left("assets", path, "the name is known only during a run", artifact.from())));
            }
        }

        /** Several distributions may have one file. */
        private void asset(String name, String from) {
            if (notes.assets.stream().noneMatch(asset -> asset.value().equals(name))) {
                notes.assets.add(new Said<>(name, from));
            }
        }

        private void packagers(Section section) {
            Section brew = section.section("brew");
            Section tap = brew.has("tap") ? brew.section("tap") : brew.section("repository");
            Optional<String> owner = tap.text("owner");
            if (owner.isPresent() && active(brew) && !notes.has("packages.homebrew")) {
                String name = tap.text("name").orElse("homebrew-tap");
                notes.text("packages.homebrew", owner.get() + "/" + name, tap.from());
            }
            Section winget = section.section("winget");
            Optional<String> identifier = winget.section("package").text("identifier");
            if (identifier.isPresent() && active(winget) && !notes.has("packages.winget")) {
                notes.text("packages.winget", identifier.get(), winget.from());
            }
        }

        private static boolean active(Section packager) {
            return packager.text("active").filter("NEVER"::equalsIgnoreCase).isEmpty();
        }
    }
}
