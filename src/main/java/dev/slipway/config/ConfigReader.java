package dev.slipway.config;

import dev.slipway.migrate.Migrated;
import dev.slipway.source.Document;
import dev.slipway.source.Node;
import dev.slipway.source.Pointer;
import dev.slipway.source.Problem;
import dev.slipway.source.Rejected;
import dev.slipway.source.SourceText;
import dev.slipway.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads a {@code slipway.yml}: the list of its keys, in the order of {@code docs/config.md}. */
public final class ConfigReader {
    /** Stands for a repository that could not be read; such a reading has problems. */
    private static final String UNREADABLE = "owner/name";

    private static final Map<String, Checksums> CHECKSUMS = Map.of(
            "per-file",
            Checksums.PER_FILE,
            "combined",
            Checksums.COMBINED,
            "both",
            Checksums.BOTH,
            "none",
            Checksums.NONE);
    private static final Map<String, Hash> HASHES =
            Map.of("sha256", Hash.SHA256, "sha512", Hash.SHA512, "blake2", Hash.BLAKE2, "blake3", Hash.BLAKE3);
    private static final Map<String, ArchiveLayout> LAYOUTS =
            Stream.of(ArchiveLayout.values()).collect(Collectors.toMap(ArchiveLayout::word, Function.identity()));
    private static final Map<String, ArchiveFormat> FORMATS =
            Stream.of(ArchiveFormat.values()).collect(Collectors.toMap(ArchiveFormat::word, Function.identity()));
    private static final Map<String, TagScheme> TAG_SCHEMES =
            Stream.of(TagScheme.values()).collect(Collectors.toMap(TagScheme::word, Function.identity()));
    private static final List<String> SYSTEMS = List.of("linux", "macos", "windows", "freebsd");

    private static final Map<String, String> PERMISSIONS = Map.of("read", "read", "write", "write");

    private static final Map<String, String> SUBMODULES = Map.of("false", "", "true", "true", "recursive", "recursive");
    /** The jobs whose permissions a config may widen. */
    private static final List<String> PERMITTED = List.of("build", "release", "docker");

    private static final Map<String, ProofConfig.Sbom> SBOMS =
            Map.of("spdx", ProofConfig.Sbom.SPDX, "cyclonedx", ProofConfig.Sbom.CYCLONEDX);

    /** Keys of a {@code .goreleaser.yml} that this config does not have. */
    private static final Set<String> GORELEASER = Set.of(
            "version",
            "project_name",
            "before",
            "builds",
            "archives",
            "nfpms",
            "brews",
            "homebrew_casks",
            "dockers",
            "dockers_v2",
            "docker_manifests",
            "snapshot",
            "changelog",
            "checksum",
            "sboms",
            "signs",
            "scoops",
            "winget",
            "aurs",
            "announce",
            "universal_binaries",
            "report_sizes",
            "gomod",
            "includes");

    private ConfigReader() {}

    /**
     * Reads all that can be understood.
     *
     * @param toolchains by the key that each one's settings are under; in the order messages name them
     * @throws Rejected if the document is no mapping, so that there is nothing to read
     */
    public static Reading read(Document document, Map<String, SettingsReader> toolchains) {
        List<Problem> problems = new ArrayList<>(Bases.problems(document));
        if (document.root().child(Migrated.KEY).isPresent()) { // else nothing of migrations is loaded
            problems.addAll(Migrated.problems(document));
        }
        Node.Mapping root = document.root().fold(mapping -> mapping, ConfigReader::reject, ConfigReader::reject);
        refuseOthers(root);
        List<String> chosen =
                toolchains.keySet().stream().filter(root.entries()::containsKey).toList();
        KeyAdvice advice = new KeyAdvice(toolchains, chosen);
        Config config = WrittenFields.read(root, problems, advice, fields -> config(fields, toolchains, document));
        return new Reading(config, problems);
    }

    /** Every key of a config, in the order of {@code docs/config.md}, and what it takes. */
    public static Shape.Keys shape(Map<String, SettingsReader> toolchains) {
        Document empty = Document.of(new SourceText("", ""), new Node.Mapping(Map.of(), Span.START));
        return Outline.of(fields -> config(fields, toolchains, empty));
    }

    /** A config of another program is one mistake, and not as many as it has keys. */
    private static void refuseOthers(Node.Mapping root) {
        Set<String> keys = root.entries().keySet();
        boolean own = keys.contains("repository") || keys.contains("targets");
        if (!own && keys.stream().filter(GORELEASER::contains).count() > 1) {
            throw new Rejected(List.of(Problem.at(
                    Pointer.ROOT,
                    "this is the config of GoReleaser",
                    "run 'slipway init' in its repository: it reads this file and writes a slipway.yml")));
        }
        if (!own && keys.contains("on") && keys.contains("jobs")) {
            throw new Rejected(List.of(Problem.at(
                    Pointer.ROOT,
                    "this is a workflow of GitHub Actions",
                    "write a slipway.yml; 'slipway init --from-workflow' creates one from a release workflow")));
        }
    }

    private static Node.Mapping reject(Node document) {
        boolean empty = document.kind().equals("nothing");
        throw new Rejected(List.of(Problem.at(
                Pointer.ROOT,
                empty ? "the config is empty" : "expected a mapping, found " + document.kind(),
                "write at least 'repository: owner/name' and a toolchain such as 'rust: {}', each on its own line")));
    }

    private static Config config(Fields fields, Map<String, SettingsReader> toolchains, Document document) {
        fields.text(Migrated.KEY, ProjectGrammars.VERSION);
        fields.texts(Bases.KEY, ProjectGrammars.BASE); // read before: this is what they came to
        return new Config(
                fields.text("name", ProjectGrammars.NAME),
                repository(fields),
                fields.text("description", ProjectGrammars.PROSE),
                fields.text("license", ProjectGrammars.LICENSE),
                fields.texts("tag", ReleaseGrammars.TAG),
                fields.oneOf("tag-scheme", TAG_SCHEMES),
                new SourcesConfig(fields.oneOf("submodules", SUBMODULES), fields.flag("lfs")),
                toolchain(fields, toolchains),
                fields.items("targets", BuildGrammars.TARGET, TargetConfig::word, BuildSettingsReader::target),
                BuildSettingsReader.systems(fields),
                fields.nested("archive", "name", ConfigReader::archive),
                fields.oneOf("checksums", CHECKSUMS),
                fields.text("checksum-file", ReleaseGrammars.CHECKSUM_FILE),
                fields.someOf("hashes", HASHES),
                fields.wanted("docker", DockerReader::read),
                fields.nested("release", ReleaseReader::read),
                new ProofConfig(fields.flag("attest"), fields.oneOf("sbom", SBOMS), fields.flag("sign")),
                fields.nested("packages", PackagesReader::read),
                fields.unlessFalse("ci", ConfigReader::ci),
                fields.nested("docs", ConfigReader::docs),
                fields.nested("permissions", ConfigReader::permissions),
                fields.foreign("jobs"),
                ActionPin.read(fields.texts("actions", ProjectGrammars.ACTION, ProjectGrammars.ACTION_REF), document),
                fields.texts("retired-runners", BuildGrammars.RUNNER));
    }

    /** An example would be the repository of somebody else. */
    private static String repository(Fields fields) {
        fields.require(
                "repository", "add 'repository: owner/name' with the owner and the name of the repository on GitHub");
        return fields.text("repository", ProjectGrammars.REPOSITORY).orElse(UNREADABLE);
    }

    private static ToolchainSettings toolchain(Fields fields, Map<String, SettingsReader> toolchains) {
        List<String> present = new ArrayList<>();
        ToolchainSettings settings = ToolchainSettings.UNREADABLE;
        for (Map.Entry<String, SettingsReader> toolchain : toolchains.entrySet()) {
            Optional<ToolchainSettings> found = fields.ifThere(toolchain.getKey(), toolchain.getValue()::read);
            if (found.isPresent()) {
                present.add(toolchain.getKey());
                settings = found.get();
            }
        }
        if (present.isEmpty() && toolchains.keySet().stream().noneMatch(fields::isMisspelt)) {
            fields.report(
                    Pointer.ROOT,
                    "no toolchain",
                    "add one of " + any(toolchains) + ", such as '"
                            + List.copyOf(toolchains.keySet()).get(0) + ": {}'");
        }
        if (present.size() > 1) {
            fields.report(
                    fields.at(present.get(1)).key(),
                    "only one toolchain is allowed, found '" + String.join("', '", present) + "'",
                    "keep the one that builds the programs");
        }
        return settings;
    }

    private static String any(Map<String, SettingsReader> toolchains) {
        List<String> keys = List.copyOf(toolchains.keySet());
        return String.join(", ", keys.subList(0, keys.size() - 1)) + " or " + keys.get(keys.size() - 1);
    }

    private static ArchiveConfig archive(Fields fields) {
        return new ArchiveConfig(
                fields.text("name", ReleaseGrammars.ARCHIVE_NAME),
                fields.oneOfEach("layout", LAYOUTS, SYSTEMS),
                fields.oneOfEach("format", FORMATS, SYSTEMS),
                fields.anyTexts("include", ReleaseGrammars.INCLUDE),
                fields.texts("generate", ReleaseGrammars.GENERATED, BuildGrammars.COMMAND));
    }

    private static CiConfig ci(Fields fields) {
        return new CiConfig(
                fields.texts("branches", CiGrammars.BRANCH),
                fields.texts("os", BuildGrammars.RUNNER),
                fields.anyTexts("jobs", CiGrammars.JOB),
                fields.each("commands", CiGrammars.JOB, "run", ConfigReader::command),
                fields.texts("schedule", CiGrammars.CRON),
                fields.flag("merge-queue"),
                fields.texts("paths", CiGrammars.PATH_FILTER),
                fields.texts("paths-ignore", CiGrammars.PATH_FILTER),
                fields.anyTexts("packages", BuildGrammars.DEBIAN_PACKAGE).orElse(List.of()),
                fields.lines("setup", BuildGrammars.COMMAND),
                fields.texts("env", BuildGrammars.VARIABLE, BuildGrammars.VALUE));
    }

    private static CiConfig.Command command(Fields fields) {
        fields.require("run", BuildGrammars.COMMAND);
        return new CiConfig.Command(
                fields.lines("run", BuildGrammars.COMMAND),
                fields.texts("os", BuildGrammars.RUNNER),
                fields.oneOfEach("permissions", CiGrammars.SCOPE, PERMISSIONS));
    }

    private static Map<String, Map<String, String>> permissions(Fields fields) {
        Map<String, Map<String, String>> permissions = new LinkedHashMap<>();
        for (String job : PERMITTED) {
            Map<String, String> levels = fields.oneOfEach(job, CiGrammars.SCOPE, PERMISSIONS);
            if (!levels.isEmpty()) {
                permissions.put(job, levels);
            }
        }
        return permissions;
    }

    private static DocsConfig docs(Fields fields) {
        return new DocsConfig(fields.text("release", ProjectGrammars.PAGE), fields.text("intro", ProjectGrammars.PAGE));
    }
}
