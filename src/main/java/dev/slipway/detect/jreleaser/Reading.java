package dev.slipway.detect.jreleaser;

import dev.slipway.detect.fact.Fact;
import dev.slipway.detect.fact.Takeover;
import dev.slipway.detect.tool.Left;
import dev.slipway.detect.tool.Section;
import dev.slipway.shell.Symbols;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a config part by part; what nobody has read then is said. */
record Reading(Section root, Surroundings around, Found found) {
    /** What a project says for the pages and packages of others. */
    private static final List<String> DESCRIBING = List.of(
            "longDescription",
            "links",
            "website",
            "docsUrl",
            "authors",
            "maintainers",
            "tags",
            "vendor",
            "copyright",
            "inceptionYear",
            "icons",
            "screenshots");

    private static final List<String> KNOWN =
            List.of("version", "versionPattern", "stereotype", "java", "languages", "extraProperties");

    /** How JReleaser runs, and what the names of files are filled with. */
    private static final List<String> RUNNING = List.of(
            "environment",
            "platform",
            "version",
            "gitRootSearch",
            "dryrun",
            "strict",
            "configFile",
            "skip",
            "dependsOnAssemble");

    JReleaser read() {
        Section github = root.section("release").section("github");
        Names names = names(github);
        project();
        Release release = new Release(github, names, around, found);
        release.read();
        if (release.releases()) {
            new Distributions(root, names, around, found).read(release.uploads("artifacts"));
            new Assemblers(root, names, around, found).read(release.uploads("artifacts"));
            new GlobalFiles(root.section("files"), names, found).read(release.uploads("files"));
        } else {
            List.of("distributions", "assemble", "files").forEach(root::skip);
        }
        new Packagers(root, names, around, found).read();
        new Elsewhere(root, names, found).read();
        Derived derived = new Derived(root, names, found);
        derived.read(release);
        called();
        RUNNING.forEach(root::skip);
        root.unread().forEach(found.left::add);
        return new JReleaser(
                found.assets.stream()
                        .map(asset -> new Fact<>(asset.name(), asset.from()))
                        .toList(),
                derived.sums(release),
                derived.each(release),
                release.creating(),
                List.copyOf(found.images),
                new Takeover(found.keys, found.left.stream().map(Reading::left).toList(), found.open));
    }

    /** The name of files before their version; other names are only shown to people. */
    private void called() {
        Section project = root.section("project");
        project.text("name")
                .filter(name -> name.matches("[A-Za-z0-9][A-Za-z0-9_-]{0,60}+"))
                .filter(name -> found.assets.stream()
                        .anyMatch(asset -> asset.name().startsWith(name + "-" + Symbols.VERSION)
                                || asset.name().startsWith(name + ".")))
                .ifPresent(name -> found.key("name", name, project.from("name")));
    }

    private static Takeover.Left left(Left left) {
        String from =
                left.from().contains("default") ? left.from() : left.from().replaceFirst(" .*$", "");
        return new Takeover.Left("jreleaser " + left.key(), left.value(), left.why(), from);
    }

    private void project() {
        Section project = root.section("project");
        project.text("description")
                .ifPresent(text -> found.key("description", text.strip(), project.from("description")));
        project.text("license").ifPresent(text -> found.key("license", text, project.from("license")));
        List<String> describing = DESCRIBING.stream().filter(project::has).toList();
        describing.forEach(project::skip);
        KNOWN.forEach(project::skip);
        if (!describing.isEmpty()) {
            found.left.add(new Left(
                    project.path(),
                    String.join(", ", describing),
                    "JReleaser's packages and announcements show it; no config key for it",
                    project.from(describing.get(0))));
        }
        found.left(project, "snapshot", "Slipway releases no snapshots; a workflow that does can stay");
    }

    /** What is the same in the whole config. */
    private Names names(Section github) {
        Section project = root.section("project");
        String name = project.text("name").or(around::project).orElse(Symbols.NAME);
        Map<String, String> known = new LinkedHashMap<>();
        known.putAll(root.section("environment").pairs("properties"));
        known.put("projectName", name);
        List<String> versions = List.of(
                "projectVersion", "projectEffectiveVersion", "projectVersionNumber", "Model.project.effectiveVersion");
        versions.forEach(version -> known.put(version, Symbols.VERSION));
        known.put("repoHost", "github.com");
        github.text("owner").or(around::owner).ifPresent(owner -> known.put("repoOwner", owner));
        github.text("name").or(around::repository).ifPresent(repository -> known.put("repoName", repository));
        extra(project, "project").forEach(known::put);
        known.put("tagName", Symbols.TAG);
        return new Names(known);
    }

    /** What a part adds to the names of its templates. */
    static Map<String, String> extra(Section part, String prefix) {
        Map<String, String> names = new LinkedHashMap<>();
        part.pairs("extraProperties")
                .forEach((key, value) -> names.put(
                        prefix
                                + key.substring(0, Math.min(1, key.length())).toUpperCase(java.util.Locale.ROOT)
                                + key.substring(Math.min(1, key.length())),
                        value));
        return names;
    }
}
