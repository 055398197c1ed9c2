package dev.slipway.detect.goreleaser;

import dev.slipway.detect.tool.Left;
import dev.slipway.detect.tool.LicenseNames;
import dev.slipway.detect.tool.Section;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads what a release is packaged as: packages for Linux, formulae and casks of Homebrew, manifests of winget. */
record PackageKeys(Section root, Fields fields, Surroundings around, Notes notes) {
    private static final String USUAL_NAME =
            "{{ .PackageName }}_{{ .Version }}_{{ .Os }}_{{ .Arch }}{{ with .Arm }}v{{ . }}{{ end }}"
                    + "{{ with .Mips }}_{{ . }}{{ end }}{{ if not (eq .Amd64 \"v1\") }}{{ .Amd64 }}{{ end }}";

    private static final int LONGEST_DESCRIPTION = 200;

    void add(List<Program> programs) {
        Map<Section, List<Program>> all = new LinkedHashMap<>();
        root.sections("nfpms").forEach(section -> all.put(section, programs));
        root.sections("nfpm").forEach(section -> all.put(section, programs));
        all.keySet().forEach(section -> linux(section, programs));
        for (String key : List.of("brews", "brew", "homebrew_casks")) {
            root.sections(key).forEach(section -> homebrew(section, key));
        }
        root.sections("winget").forEach(this::winget);
    }

    private void linux(Section section, List<Program> programs) {
        section.text("id");
        List<String> ids = new java.util.ArrayList<>(section.texts("ids"));
        ids.addAll(section.texts("builds"));
        String name = section.text("package_name").flatMap(fields::known).orElse(fields.project());
        List<String> formats = section.texts("formats");
        String template = section.text("file_name_template")
                .or(() -> section.text("name_template"))
                .orElse(USUAL_NAME);
        PackageNames names = PackageNames.of(section, name);
        List<String> levels = section.texts("goamd64");
        Stream<Machine> machines = section.flag("meta")
                ? Stream.of("linux", "android").map(Machine::everywhere)
                : programs.stream()
                        .filter(program -> ids.isEmpty() || ids.contains(program.id()))
                        .flatMap(program -> program.machines().stream())
                        .filter(machine -> levels.isEmpty()
                                || levels.contains(machine.variants().getOrDefault("Amd64", levels.get(0))))
                        .distinct();
        machines.forEach(machine -> formats.stream()
                .filter(format -> PackageNames.packs(format, machine))
                .forEach(format -> file(
                        section,
                        section.section("overrides")
                                .section(format)
                                .text("file_name_template")
                                .orElse(template),
                        machine,
                        names,
                        format,
                        replacements(section, format))));
        about(section);
        for (String key : List.of("epoch", "release", "prerelease", "version_metadata")) {
            if (section.has(key)) {
                notes.left(
                        section,
                        key,
                        "the version of a package is that of the release"
                                + (key.equals("epoch")
                                        ? ": package managers take a version without an epoch for older than any with one"
                                        : ""));
            }
        }
        if (section.flag("meta")) {
            notes.left(section, "meta", "a package without a program");
        }
        if (!levels.isEmpty()) {
            notes.left(section, "goamd64", "each target has its packages");
        }
        if (formats.isEmpty()) {
            notes.left.add(new Left(section.path(), name, "no 'formats', so nothing is packaged", section.from()));
        }
        List<String> depends = section.texts("dependencies");
        if (formats.contains("deb")) {
            group(section, "packages.deb", name, depends, true);
        }
        if (formats.contains("rpm")) {
            group(section, "packages.rpm", name, depends, false);
        }
        formats.stream()
                .filter(format -> !format.equals("deb") && !format.equals("rpm"))
                .forEach(format -> notes.part(section, "formats", format, "no config key for this kind of package"));
        Optional<String> folder = section.text("bindir").filter(path -> !path.equals("/usr/bin"));
        folder.ifPresent(path -> notes.left(section, "bindir", "programs are installed in /usr/bin"));
    }

    /** The words for systems and processors, of which a kind of package may have its own. */
    private static Map<String, String> replacements(Section section, String format) {
        Map<String, String> words = new LinkedHashMap<>(section.pairs("replacements"));
        words.putAll(section.section("overrides").section(format).pairs("replacements"));
        return words;
    }

    private void file(
            Section section,
            String template,
            Machine machine,
            PackageNames names,
            String format,
            Map<String, String> replacements) {
        String ending = PackageNames.ending(format);
        Value conventional = names.conventional(format, machine)
                .<Value>map(text -> new Value.Text(text, true))
                .orElse(new Value.Unknown("what kind '" + format + "' makes of a version is not evaluated"));
        Fields here = fields.of(machine, names.name())
                .with("PackageName", names.name())
                .with("Format", format)
                .with("Release", names.release())
                .with("Epoch", section.text("epoch").orElse(""))
                .with("ConventionalExtension", ending)
                .with(Map.of("ConventionalFileName", conventional))
                .with("Os", replacements.getOrDefault(machine.os(), machine.os()))
                .with("Arch", replacements.getOrDefault(machine.arch(), machine.arch()));
        Evaluation.Result result = here.fill(template);
        notes.asset(
                new Asset(
                        "",
                        Asset.Kind.PACKAGE,
                        section.text("id").orElse("default"),
                        fields.of(machine, fields.project())),
                result,
                result.text().endsWith(ending) ? "" : ending,
                section.from());
    }

    /** What the config says of the project itself, which Slipway has at its top. */
    private void about(Section section) {
        section.text("license")
                .flatMap(fields::known)
                .ifPresent(text -> once("license", LicenseNames.standard(text), section));
        section.text("description")
                .flatMap(fields::known)
                .map(text -> text.strip().replaceAll("\\s+", " "))
                .ifPresent(text -> described("description", text, section));
        section.text("homepage")
                .filter(address -> !isRepository(address))
                .ifPresent(address -> notes.left(section, "homepage", "packages link to the repository"));
    }

    /** Whether an address is that of the repository itself, however it ends and is written. */
    private boolean isRepository(String address) {
        String page = fields.known(address).orElse(address).toLowerCase(Locale.ROOT);
        return around.slug()
                .map(slug -> "https://github.com/" + slug.toLowerCase(Locale.ROOT))
                .filter(own -> page.replaceFirst("(?:\\.git)?/?$", "").equals(own))
                .isPresent();
    }

    /** A shorter text may follow one that no config can have. */
    private void described(String key, String text, Section section) {
        if (text.length() > LONGEST_DESCRIPTION) {
            notes.left(section, key, "a description has at most " + LONGEST_DESCRIPTION + " characters");
        } else if (!notes.has("description")) {
            notes.text("description", text, section.from(key));
        }
    }

    private void once(String key, String text, Section section) {
        if (!notes.has(key)) {
            notes.text(key, text, section.from(key));
        }
    }

    private void group(Section section, String path, String name, List<String> depends, boolean debian) {
        if (notes.keys.stream().anyMatch(key -> key.path().startsWith(path))) {
            notes.left.add(new Left(section.path(), name, "one package of each kind is created", section.from()));
            return;
        }
        boolean own = !name.equals(fields.project().toLowerCase(Locale.ROOT));
        Optional<String> maintainer = debian ? section.text("maintainer").flatMap(fields::known) : Optional.empty();
        Optional<String> part =
                debian ? section.text("section").filter(text -> !text.equals("utils")) : Optional.empty();
        if (own) {
            notes.text(path + ".package", name, section.from());
        }
        maintainer
                .filter(text -> text.contains("<"))
                .ifPresent(text -> notes.text(path + ".maintainer", text, section.from("maintainer")));
        maintainer
                .filter(text -> !text.contains("<"))
                .ifPresent(text -> notes.part(
                        section,
                        "maintainer",
                        text,
                        "a Debian package needs a name and an address, such as 'Name <name@example.org>': write it in '"
                                + path + ".maintainer'"));
        part.ifPresent(text -> notes.text(path + ".section", text, section.from("section")));
        if (!depends.isEmpty()) {
            notes.texts(path + ".depends", depends, section.from("dependencies"));
        }
        if (!own && maintainer.filter(text -> text.contains("<")).isEmpty() && part.isEmpty() && depends.isEmpty()) {
            notes.flag(path, true, section.from());
        }
    }

    private void homebrew(Section section, String key) {
        section.text("id");
        section.texts("ids");
        Section tap = List.of("repository", "tap", "github").stream()
                .filter(section::has)
                .map(section::section)
                .findFirst()
                .orElse(section.absent("repository"));
        String owner =
                tap.text("owner").flatMap(fields::known).or(around::owner).orElse("");
        String name = tap.text("name").flatMap(fields::known).orElse("");
        about(section);
        if (withheld(section) || hidden(section, owner + "/" + name)) {
            section.skipAll();
            return;
        }
        tap.text("token")
                .ifPresent(token -> notes.left(tap, "token", "the secret must have the name HOMEBREW_TAP_TOKEN"));
        if (name.isEmpty() || notes.has("packages.homebrew")) {
            notes.left.add(new Left(
                    section.path(),
                    owner + "/" + name,
                    name.isEmpty() ? "found no tap" : "one formula is pushed to one tap",
                    section.from()));
            return;
        }
        notes.text("packages.homebrew", owner + "/" + name, section.from());
        section.text("name")
                .or(() -> Optional.of(fields.project()))
                .filter(formula -> !formula.equals(fields.project()))
                .ifPresent(formula -> notes.left(section, "name", "the formula has the name of the project"));
        if (key.equals("homebrew_casks")) {
            notes.left.add(new Left(
                    section.path(),
                    owner + "/" + name,
                    "Slipway pushes a formula, not a cask: people who installed the cask must install the formula once",
                    section.from()));
        }
    }

    /** Whether GoReleaser only writes a file for a package manager, and somebody else hands it in. */
    private boolean withheld(Section section) {
        boolean withheld = section.flag("skip_upload");
        if (withheld) {
            notes.left(
                    section,
                    "skip_upload",
                    "GoReleaser does not push it, so nothing is pushed; use 'packages' to let Slipway do it");
        }
        return withheld;
    }

    /** Whether a manifest would name files that nobody can download, because a person publishes the release later. */
    private boolean hidden(Section section, String target) {
        boolean hidden = root.section("release").flag("draft") && !around.shown() && !around.onlyBuilds();
        if (hidden) {
            notes.left.add(new Left(
                    section.path(),
                    target,
                    "no longer updated: the release stays a draft until somebody publishes it, so its files cannot be "
                            + "downloaded before; with 'release.draft: until-complete', 'packages' can do it",
                    section.from()));
        }
        return hidden;
    }

    private void winget(Section section) {
        if (withheld(section) || hidden(section, "winget")) {
            section.skipAll();
            return;
        }
        String name = section.text("name").flatMap(fields::known).orElse(fields.project());
        String publisher =
                section.text("publisher").flatMap(fields::known).orElse("").replace(" ", "");
        String id = section.text("package_identifier")
                .flatMap(fields::known)
                .orElse(publisher.isEmpty() ? "" : publisher + "." + name);
        about(section);
        section.text("short_description")
                .flatMap(fields::known)
                .ifPresent(text -> described("short_description", text, section));
        if (!id.isEmpty() && !notes.has("packages.winget")) {
            notes.text("packages.winget", id, section.from());
        } else {
            notes.left.add(new Left(section.path(), name, "found no package identifier", section.from()));
        }
        section.section("repository")
                .text("token")
                .ifPresent(token -> notes.left.add(new Left(
                        section.path() + ".repository.token",
                        token,
                        "the secret must have the name WINGET_TOKEN",
                        section.from("repository"))));
    }
}
