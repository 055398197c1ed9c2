package dev.slipway.config;

import dev.slipway.source.Node;
import dev.slipway.source.Pointer;
import dev.slipway.source.Problem;
import dev.slipway.source.Rejected;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    private static final Map<String, ArchiveLayout> LAYOUTS =
            Stream.of(ArchiveLayout.values()).collect(Collectors.toMap(ArchiveLayout::word, Function.identity()));
    private static final Map<String, ArchiveFormat> FORMATS =
            Stream.of(ArchiveFormat.values()).collect(Collectors.toMap(ArchiveFormat::word, Function.identity()));
    private static final List<String> SYSTEMS = List.of("linux", "macos", "windows", "freebsd");

    private static final Map<String, String> PERMISSIONS = Map.of("read", "read", "write", "write");

    private static final Map<String, String> SUBMODULES = Map.of("false", "", "true", "true", "recursive", "recursive");
    /** The jobs whose permissions a config may widen. */
    private static final List<String> PERMITTED = List.of("build", "release", "docker");

    private static final Map<String, ReleaseConfig.Trigger> TRIGGERS = Map.of(
            "tag", ReleaseConfig.Trigger.TAG,
            "published", ReleaseConfig.Trigger.PUBLISHED,
            "dispatch", ReleaseConfig.Trigger.DISPATCH);

    private static final Map<String, ReleaseConfig.Draft> DRAFTS = Map.of(
            "never", ReleaseConfig.Draft.NEVER,
            "false", ReleaseConfig.Draft.NEVER,
            "keep", ReleaseConfig.Draft.KEEP,
            "true", ReleaseConfig.Draft.KEEP,
            "until-complete", ReleaseConfig.Draft.UNTIL_COMPLETE);

    private static final Map<String, ReleaseConfig.Notes> NOTES = Map.of(
            "generate", ReleaseConfig.Notes.GENERATE,
            "changelog", ReleaseConfig.Notes.CHANGELOG,
            "git-cliff", ReleaseConfig.Notes.GIT_CLIFF,
            "none", ReleaseConfig.Notes.NONE);

    private static final Map<String, ReleaseConfig.Latest> LATEST =
            Map.of("every", ReleaseConfig.Latest.EVERY, "newest", ReleaseConfig.Latest.NEWEST);

    private static final Map<String, ProofConfig.Sbom> SBOMS =
            Map.of("spdx", ProofConfig.Sbom.SPDX, "cyclonedx", ProofConfig.Sbom.CYCLONEDX);

    private ConfigReader() {}

    /**
     * Reads all that can be understood.
     *
     * @param toolchains by the key that each one's settings stand under; in the order messages name them
     * @throws Rejected where the document is no mapping, so that there is nothing to read
     */
    public static Reading read(Node document, Map<String, SettingsReader> toolchains) {
        List<Problem> problems = new ArrayList<>();
        Node.Mapping root = document.fold(mapping -> mapping, ConfigReader::reject, ConfigReader::reject);
        Config config = Fields.read(root, Pointer.ROOT, problems, fields -> config(fields, toolchains));
        return new Reading(config, problems);
    }

    private static Node.Mapping reject(Node document) {
        boolean empty = document.kind().equals("nothing");
        throw new Rejected(
                List.of(
                        Problem.at(
                                Pointer.ROOT,
                                empty ? "the config is empty" : "expected a mapping, found " + document.kind(),
                                "write at least 'repository: owner/name' and a toolchain such as 'rust: {}', each on a line of its own")));
    }

    private static Config config(Fields fields, Map<String, SettingsReader> toolchains) {
        return new Config(
                fields.text("name", Grammar.NAME),
                fields.required("repository", Grammar.REPOSITORY).orElse(UNREADABLE),
                fields.text("description", Grammar.PROSE),
                fields.text("license", Grammar.LICENSE),
                fields.texts("tag", Grammar.TAG),
                fields.oneOf("submodules", SUBMODULES).filter(value -> !value.isEmpty()),
                toolchain(fields, toolchains),
                fields.items("targets", Grammar.TARGET, TargetConfig::word, BuildSettingsReader::target),
                BuildSettingsReader.systems(fields),
                fields.nested("archive", "name", ConfigReader::archive),
                fields.oneOf("checksums", CHECKSUMS),
                fields.wanted("docker", ConfigReader::docker),
                fields.nested("release", ConfigReader::release),
                new ProofConfig(fields.flag("attest"), fields.oneOf("sbom", SBOMS), fields.flag("sign")),
                fields.unlessFalse("ci", ConfigReader::ci),
                fields.nested("docs", ConfigReader::docs),
                fields.nested("permissions", ConfigReader::permissions),
                fields.foreign("jobs"),
                fields.texts("actions", Grammar.ACTION, Grammar.ACTION_REF));
    }

    private static ToolchainSettings toolchain(Fields fields, Map<String, SettingsReader> toolchains) {
        List<String> present = new ArrayList<>();
        ToolchainSettings settings = ToolchainSettings.UNREADABLE;
        for (Map.Entry<String, SettingsReader> toolchain : toolchains.entrySet()) {
            if (fields.has(toolchain.getKey())) {
                present.add(toolchain.getKey());
                settings = fields.nested(toolchain.getKey(), toolchain.getValue()::read);
            }
        }
        if (present.isEmpty() && toolchains.keySet().stream().noneMatch(fields::isMisspelt)) {
            String all =
                    toolchains.keySet().stream().map(key -> "'" + key + "'").collect(Collectors.joining(", "));
            String first = toolchains.keySet().stream().findFirst().orElse("");
            fields.report(
                    Pointer.ROOT, "no toolchain, expected one of " + all, "add a line such as '" + first + ": {}'");
        }
        for (String second : present.subList(Math.min(1, present.size()), present.size())) {
            fields.report(
                    fields.at(second).key(),
                    "a second toolchain '" + second + "' beside '" + present.get(0) + "'",
                    "keep one of them");
        }
        return settings;
    }

    private static ArchiveConfig archive(Fields fields) {
        return new ArchiveConfig(
                fields.text("name", Grammar.ARCHIVE_NAME),
                fields.oneOf("layout", LAYOUTS),
                fields.oneOfEach("format", FORMATS, SYSTEMS),
                fields.anyTexts("include", Grammar.INCLUDE),
                fields.texts("generate", Grammar.GENERATED, Grammar.COMMAND));
    }

    private static DockerConfig docker(Fields fields) {
        return new DockerConfig(
                fields.texts("image", Grammar.IMAGE_NAME),
                fields.texts("login", Grammar.REGISTRY, Grammar.LOGIN),
                fields.text("base", Grammar.IMAGE),
                fields.named("variants", Grammar.VARIANT, Grammar.IMAGE),
                fields.text("user", Grammar.USER),
                fields.texts("platforms", Grammar.PLATFORM),
                fields.texts("tags", Grammar.IMAGE_TAG),
                contents(fields),
                fields.unlessFalse("smoke", ConfigReader::smoke));
    }

    private static DockerConfig.Contents contents(Fields fields) {
        return new DockerConfig.Contents(
                fields.texts("labels", Grammar.LABEL, Grammar.LABEL_VALUE),
                fields.texts("env", Grammar.VARIABLE, Grammar.IMAGE_VALUE),
                fields.texts("files", Grammar.FILE, Grammar.IMAGE_FILE),
                fields.texts("expose", Grammar.PORT),
                fields.anyTexts("entrypoint", Grammar.ARGUMENT),
                fields.anyTexts("cmd", Grammar.ARGUMENT));
    }

    private static DockerConfig.Smoke smoke(Fields fields) {
        return new DockerConfig.Smoke(fields.texts("args", Grammar.WORD), fields.flag("before-tags"));
    }

    private static ReleaseConfig release(Fields fields) {
        return new ReleaseConfig(
                fields.someOf("trigger", TRIGGERS),
                fields.oneOf("draft", DRAFTS),
                fields.oneOf("notes", NOTES),
                fields.text("title", Grammar.TITLE),
                fields.text("environment", Grammar.ENVIRONMENT),
                fields.oneOf("latest", LATEST),
                fields.flag("version-check"));
    }

    private static CiConfig ci(Fields fields) {
        return new CiConfig(
                fields.texts("branches", Grammar.BRANCH),
                fields.texts("os", Grammar.RUNNER),
                fields.anyTexts("jobs", Grammar.JOB),
                fields.each("commands", Grammar.JOB, "run", ConfigReader::command),
                fields.texts("schedule", Grammar.CRON),
                fields.flag("merge-queue"),
                fields.texts("paths", Grammar.PATH_FILTER),
                fields.texts("paths-ignore", Grammar.PATH_FILTER),
                fields.anyTexts("packages", Grammar.DEBIAN_PACKAGE).orElse(List.of()),
                fields.lines("setup", Grammar.COMMAND),
                fields.texts("env", Grammar.VARIABLE, Grammar.VALUE));
    }

    private static CiConfig.Command command(Fields fields) {
        if (!fields.has("run")) {
            fields.report(fields.at("run"), "a job without a command", "add 'run: " + Grammar.COMMAND.example() + "'");
        }
        return new CiConfig.Command(
                fields.lines("run", Grammar.COMMAND),
                fields.texts("os", Grammar.RUNNER),
                fields.oneOfEach("permissions", Grammar.SCOPE, PERMISSIONS));
    }

    private static Map<String, Map<String, String>> permissions(Fields fields) {
        Map<String, Map<String, String>> permissions = new LinkedHashMap<>();
        for (String job : PERMITTED) {
            Map<String, String> levels = fields.oneOfEach(job, Grammar.SCOPE, PERMISSIONS);
            if (!levels.isEmpty()) {
                permissions.put(job, levels);
            }
        }
        return permissions;
    }

    private static DocsConfig docs(Fields fields) {
        return new DocsConfig(fields.text("release", Grammar.PAGE));
    }
}
