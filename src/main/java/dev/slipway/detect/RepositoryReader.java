package dev.slipway.detect;

import dev.slipway.detect.cargo.CargoConfig;
import dev.slipway.detect.cargo.CargoPackage;
import dev.slipway.detect.cargo.CargoWorkspace;
import dev.slipway.detect.cargo.Rust;
import dev.slipway.detect.cargo.RustReader;
import dev.slipway.detect.cargo.ShippedPackage;
import dev.slipway.detect.fact.Fact;
import dev.slipway.detect.files.RepositoryFiles;
import dev.slipway.detect.git.Git;
import dev.slipway.detect.git.GitHubAddress;
import dev.slipway.detect.git.GitProcess;
import dev.slipway.detect.git.GitReader;
import dev.slipway.detect.git.NeededSources;
import dev.slipway.detect.git.TagStyle;
import dev.slipway.detect.golang.Go;
import dev.slipway.detect.golang.GoHint;
import dev.slipway.detect.golang.GoReader;
import dev.slipway.detect.jreleaser.Surroundings;
import dev.slipway.detect.jvm.BoundGoals;
import dev.slipway.detect.jvm.BuiltModules;
import dev.slipway.detect.jvm.Gradle;
import dev.slipway.detect.jvm.GradleReader;
import dev.slipway.detect.jvm.JdkHint;
import dev.slipway.detect.jvm.Maven;
import dev.slipway.detect.jvm.MavenReader;
import dev.slipway.detect.other.OtherBuild;
import dev.slipway.detect.other.OtherBuilds;
import dev.slipway.detect.publish.HiddenRelease;
import dev.slipway.detect.release.DefaultFeatures;
import dev.slipway.detect.release.DistImport;
import dev.slipway.detect.release.FolderTags;
import dev.slipway.detect.release.GoReleaserImport;
import dev.slipway.detect.release.JReleaserImport;
import dev.slipway.detect.release.ReleaseSetup;
import dev.slipway.detect.release.ReleaseSetupReader;
import dev.slipway.detect.release.SemanticReleaseImport;
import dev.slipway.detect.workflow.ExistingWorkflow;
import dev.slipway.detect.workflow.Follower;
import dev.slipway.detect.workflow.ImagePush;
import dev.slipway.detect.workflow.ProjectTags;
import dev.slipway.detect.workflow.ReleasedTags;
import dev.slipway.detect.workflow.Releaser;
import dev.slipway.model.workflow.FilterPattern;
import dev.slipway.run.dry.DryRun;
import dev.slipway.run.dry.ProjectNames;
import dev.slipway.source.Finding;
import dev.slipway.source.InvalidSource;
import dev.slipway.source.SourceText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads everything that a repository tells, each part on its own: one that is broken does not hide the others. */
public final class RepositoryReader {
    private static final String WORKFLOWS = ".github/workflows";
    private static final String LICENSES = "(?i)(?!.*third[-_.]?party)(licen[cs]e|copying|unlicense|notice)([-._].*)?";

    private static final Set<String> DOWNLOADERS = Set.of("install", "get");
    private static final Pattern DOWNLOADS = Pattern.compile("install|update|upgrade|download");
    /** A script without an ending, or one of a short name. */
    private static final Pattern INSTALLER =
            Pattern.compile("(?:install|download|get)[-_][a-z0-9_-]++|get\\.(?:sh|bash|ps1)");

    private static final Pattern SCRIPT = Pattern.compile("\\.(sh|bash|ps1|rs|go|py|js|mjs|ts|rb)$");
    private static final Pattern TEXT = Pattern.compile("\\.(md|rst|adoc|txt)$");
    private static final Pattern RECIPE = Pattern.compile("(?i)(^|/)(formula|casks|bucket)/[^/]+\\.(rb|json)$");
    private static final String ASIDE =
            "(?i)(.*/)?(tests?|fixtures?|testdata|snapshots|vendor|third_party|node_modules|\\.github)/.*";

    private final RepositoryFiles files;
    private final GitProcess git;
    private final List<Finding> findings = new ArrayList<>();

    public RepositoryReader(Path directory, Set<String> hidden, String gitProgram) {
        Path root = directory.toAbsolutePath().normalize();
        this.files = new RepositoryFiles(root, hidden);
        this.git = new GitProcess(root, gitProgram);
    }

    /**
     * Reads all.
     *
     * @param wanted the workflow that releases, if somebody named it
     * @param crate the Cargo package to release, likewise
     */
    public Repository read(Optional<SourceText> wanted, Optional<String> crate) {
        Git known = GitReader.read(git);
        Optional<CargoWorkspace> cargo = CargoWorkspace.read(files);
        Optional<Maven> maven = MavenReader.read(files, findings::add);
        Optional<Gradle> gradle = GradleReader.read(files);
        Optional<Go> go = GoReader.read(files);
        boolean alien = cargo.isEmpty() && maven.isEmpty() && gradle.isEmpty() && go.isEmpty();
        Optional<ShippedPackage> shipped =
                cargo.map(workspace -> ShippedPackage.of(files, known, workspace, List.of(), crate));
        Optional<Fact<String>> name = name(known, shipped, maven, go);
        Function<SourceText, ExistingWorkflow> reader = reader(
                name.map(Fact::value),
                WrittenVersion.of(known.tags()),
                shipped.flatMap(ShippedPackage::one)
                        .map(CargoPackage::names)
                        .orElseGet(() -> new ProjectNames(Optional.empty())));
        List<ExistingWorkflow> workflows = new ArrayList<>(workflows(reader));
        Optional<ExistingWorkflow> chosen = wanted.map(reader);
        chosen.ifPresent(workflow -> {
            findings.addAll(workflow.run().unread());
            workflows.removeIf(other -> other.file().equals(workflow.file()) || other.releases());
            workflows.add(0, workflow);
        });
        List<SourceText> downloaders = downloaders(known);
        Optional<Fact<Integer>> jdk = new JdkHint(files, workflows).found();
        BuiltModules modules = BuiltModules.of(workflows);
        Optional<Rust> read = cargo.map(workspace -> rust(known, workspace, workflows, crate));
        boolean alone = crate.isEmpty() && maven.isEmpty() && gradle.isEmpty() && go.isEmpty();
        List<OtherBuild> others =
                alien ? new OtherBuilds(files).found() : alone ? besides(read) : List.<OtherBuild>of();
        boolean program = go.filter(module -> !module.programs().isEmpty()).isPresent()
                || maven.isPresent()
                || gradle.isPresent();
        Optional<Rust> rust = (alien || others.isEmpty() ? read : Optional.<Rust>empty())
                .filter(top ->
                        !program || crate.isPresent() || !top.candidates().isEmpty());
        String project = name.map(slug -> slug.value().replaceFirst("^.*/", "")).orElse("");
        Optional<Fact<String>> tool = ToolTags.prefix(
                        files,
                        rust.flatMap(Rust::shipped),
                        others.stream()
                                .limit(1)
                                .map(build -> build.file().from())
                                .filter(file -> file.endsWith("package.json"))
                                .findFirst(),
                        known.tags())
                .or(() -> ProjectTags.prefix(workflows, project));
        Optional<Fact<TagStyle>> style = tool.flatMap(prefix -> TagStyle.begun(known.tags(), prefix.value()))
                .map(RepositoryReader::fact)
                .or(() -> tagStyle(ReleasedTags.of(known.tags(), workflows), rust, maven))
                .or(() -> known.tags().isEmpty() ? linked(name, shipped, downloaders) : Optional.empty());
        return new Repository(
                known,
                name,
                rust,
                CargoConfig.read(files),
                maven.map(build -> build.builtWith(jdk).released(modules)),
                gradle.map(build -> build.builtWith(jdk).released(modules)),
                go.map(module -> module.builtWith(new GoHint(files, workflows))),
                NeededSources.of(known, files),
                others,
                style,
                release(
                        name.map(Fact::value),
                        workflows,
                        chosen,
                        style.map(fact -> fact.value().prefix())
                                .or(() -> tool.map(Fact::value))
                                .orElse("v"),
                        rust,
                        tool,
                        Surroundings.of(
                                name.map(Fact::value),
                                maven.flatMap(Maven::artifactId).map(Fact::value),
                                maven.map(any -> "maven").or(() -> gradle.map(any -> "gradle")))),
                releasers(workflows),
                workflows.stream()
                        .flatMap(workflow -> ImagePush.of(workflow, files))
                        .toList(),
                Follower.of(workflows),
                workflows.stream().flatMap(ExistingWorkflow::calls).collect(Collectors.toSet()),
                licenseFiles(),
                license(),
                files.has("CHANGELOG.md"),
                downloaders,
                findings());
    }

    /** What else Cargo builds, if the workspace at the top has no program. */
    private List<OtherBuild> besides(Optional<Rust> rust) {
        return rust.filter(top -> top.packages().stream()
                        .allMatch(member -> member.binaries().isEmpty()))
                .map(top -> new OtherBuilds(files)
                        .besides(top.packages().stream()
                                .map(CargoPackage::directory)
                                .toList()))
                .orElse(List.of());
    }

    private List<Finding> findings() {
        return Stream.concat(findings.stream(), files.refused().stream())
                .sorted()
                .distinct()
                .toList();
    }

    private Function<SourceText, ExistingWorkflow> reader(
            Optional<String> name, WrittenVersion version, ProjectNames names) {
        BoundGoals bound = BoundGoals.of(files);
        return source -> ExistingWorkflow.of(
                        DryRun.each(source, path -> files.read(path).map(version::in), name, names)
                                .map(bound::in))
                .ofRepository(name);
    }

    private List<ExistingWorkflow> workflows(Function<SourceText, ExistingWorkflow> reader) {
        return files.list(WORKFLOWS).stream()
                .filter(file -> file.endsWith(".yml") || file.endsWith(".yaml"))
                .flatMap(file -> files.read(WORKFLOWS + "/" + file).stream())
                .flatMap(source -> workflow(source, reader).stream())
                .toList();
    }

    /** Whether a filter also lets other tags through than those with a prefix; none lets all through. */
    private static boolean opens(Optional<Fact<List<String>>> filter, String prefix) {
        return filter.map(Fact::value)
                .map(patterns -> FilterPattern.select(patterns, prefix + "1.2.3")
                        && !patterns.stream().allMatch(pattern -> pattern.startsWith(prefix)))
                .orElse(true);
    }

    private Optional<ExistingWorkflow> workflow(SourceText source, Function<SourceText, ExistingWorkflow> reader) {
        try {
            ExistingWorkflow workflow = reader.apply(source);
            findings.addAll(workflow.run().unread());
            return Optional.of(workflow);
        } catch (InvalidSource unreadable) {
            findings.addAll(unreadable.findings());
            return Optional.empty();
        }
    }

    private ReleaseSetup release(
            Optional<String> slug,
            List<ExistingWorkflow> workflows,
            Optional<ExistingWorkflow> chosen,
            String tagPrefix,
            Optional<Rust> rust,
            Optional<Fact<String>> tool,
            Surroundings around) {
        GoReleaserImport goreleaser = GoReleaserImport.of(files, slug, workflows);
        ReleaseSetup own = new FolderTags(tagPrefix)
                .in(ReleaseSetupReader.of(
                        files,
                        workflows.stream().map(goreleaser::uploading).toList(),
                        chosen.map(goreleaser::uploading),
                        tagPrefix,
                        goreleaser.drafts()));
        ReleaseSetup tagged = tool.filter(prefix -> opens(own.tags(), prefix.value()))
                .map(prefix -> own.tagged(Optional.of(prefix.map(text -> List.of(new TagStyle(text, "").pattern())))))
                .orElse(own);
        ReleaseSetup seen = JReleaserImport.of(files, around)
                .into(
                        DistImport.of(files, rust, workflows)
                                .into(SemanticReleaseImport.of(files).into(tagged)),
                        license());
        ReleaseSetup all = goreleaser.into(seen, license());
        ReleaseSetup setup = rust.flatMap(Rust::shipped)
                .map(crate -> DefaultFeatures.named(all, crate, files))
                .orElse(all);
        return rust.flatMap(Rust::shipped)
                .flatMap(crate -> crate.binstall().map(binstall -> setup.named(binstall, crate)))
                .orElse(setup);
    }

    private Rust rust(Git known, CargoWorkspace workspace, List<ExistingWorkflow> workflows, Optional<String> crate) {
        findings.addAll(workspace.findings());
        return new RustReader(files, known, workspace, crate).read(workflows);
    }

    /** The remote knows better than a manifest, which a fork or a move leaves behind. */
    private static Optional<Fact<String>> name(
            Git git, Optional<ShippedPackage> cargo, Optional<Maven> maven, Optional<Go> go) {
        Stream<Fact<String>> addresses = Stream.of(
                        cargo.stream()
                                .flatMap(RepositoryReader::preferred)
                                .flatMap(found -> found.repository().stream()),
                        maven.flatMap(Maven::repository).stream(),
                        go.flatMap(Go::repository).stream())
                .flatMap(found -> found);
        return git.repository()
                .or(() -> addresses
                        .flatMap(address -> GitHubAddress.repository(address.value()).stream()
                                .map(name -> new Fact<>(name, address.from())))
                        .findFirst());
    }

    private static Stream<CargoPackage> preferred(ShippedPackage shipped) {
        return Stream.concat(shipped.one().stream(), shipped.all().stream());
    }

    private static Optional<Fact<TagStyle>> tagStyle(List<String> tags, Optional<Rust> rust, Optional<Maven> maven) {
        Optional<CargoPackage> shipped = rust.flatMap(Rust::shipped);
        Optional<String> version = shipped.flatMap(CargoPackage::version)
                .or(() -> maven.flatMap(Maven::version))
                .map(Fact::value);
        List<String> names = Stream.concat(
                        shipped.stream()
                                .flatMap(found ->
                                        Stream.concat(Stream.of(found.name().value()), found.built().stream())),
                        maven.flatMap(Maven::artifactId).map(Fact::value).stream())
                .toList();
        return TagStyle.of(tags, version, names).map(RepositoryReader::fact);
    }

    /** How tags are written in addresses by which people get at a release. */
    private static Optional<Fact<TagStyle>> linked(
            Optional<Fact<String>> name, Optional<ShippedPackage> shipped, List<SourceText> texts) {
        return shipped.flatMap(ShippedPackage::one)
                .flatMap(RepositoryReader::binstalled)
                .or(() -> name.flatMap(slug -> new ReleaseLinks(texts, slug.value()).tags()));
    }

    private static Optional<Fact<TagStyle>> binstalled(CargoPackage crate) {
        return crate.binstall()
                .flatMap(binstall -> binstall.tag(crate.name().value()))
                .flatMap(tag -> TagStyle.of(List.of(tag), Optional.empty(), List.of()))
                .map(style -> new Fact<>(style, crate.name().file() + " [package.metadata.binstall]"));
    }

    private static Fact<TagStyle> fact(TagStyle style) {
        return new Fact<>(style, "git tag " + style.example());
    }

    /** Two texts may mean both or either of them, which nobody but the project knows. */
    private List<Releaser> releasers(List<ExistingWorkflow> workflows) {
        boolean alone = workflows.stream()
                .noneMatch(workflow -> workflow.releases()
                        && !workflow.file().endsWith("/release-and-publish.yml")); // ours is not theirs
        return workflows.stream()
                .flatMap(workflow -> {
                    List<Releaser> seen = Releaser.of(workflow).toList();
                    return seen.isEmpty() ? HiddenRelease.of(workflow, files, alone) : seen.stream();
                })
                .toList();
    }

    /** A notice lists what others have written. */
    private Optional<Fact<String>> license() {
        List<Fact<String>> known = licenseFiles().stream()
                .filter(file -> !file.value().matches("(?i)notice.*"))
                .flatMap(file -> files.read(file.value()).stream())
                .flatMap(source ->
                        LicenseText.identifier(source.text()).map(name -> new Fact<>(name, source.name())).stream())
                .toList();
        return known.size() == 1 ? Optional.of(known.get(0)) : Optional.empty();
    }

    private List<SourceText> downloaders(Git known) {
        return known.tracked().orElse(Set.of()).stream()
                .filter(path -> isDownloader(path) && !path.matches(ASIDE))
                .sorted()
                .limit(200)
                .flatMap(path -> files.read(path).stream())
                .toList();
    }

    private static boolean isDownloader(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        String stem = SCRIPT.matcher(name).replaceFirst("");
        return DOWNLOADERS.contains(name)
                || INSTALLER.matcher(name).matches()
                || name.startsWith("readme.")
                || TEXT.matcher(name).find()
                        && (path.startsWith("docs/") || DOWNLOADS.matcher(stem).find())
                || RECIPE.matcher(path).find()
                || stem.length() < name.length() && DOWNLOADS.matcher(stem).find();
    }

    private List<Fact<String>> licenseFiles() {
        return files.list(".").stream()
                .filter(name -> name.matches(LICENSES) && files.has(name))
                .map(name -> new Fact<>(name, "the files at the top"))
                .toList();
    }
}
