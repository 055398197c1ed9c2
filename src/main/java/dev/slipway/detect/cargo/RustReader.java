package dev.slipway.detect.cargo;

import dev.slipway.detect.fact.Fact;
import dev.slipway.detect.files.RepositoryFiles;
import dev.slipway.detect.files.TomlFile;
import dev.slipway.detect.git.Git;
import dev.slipway.detect.workflow.ExistingWorkflow;
import dev.slipway.run.dry.DryRow;
import dev.slipway.source.SourceText;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Reads what a Cargo project says about its release. */
public final class RustReader {
    private static final Pattern DESCRIBES = Pattern.compile("(?s)(?>.*?\"git\")(?>.*?\"describe\").*");
    private static final List<String> DESCRIBERS = List.of(
            "vergen",
            "vergen-git2",
            "vergen-gitcl",
            "vergen-gix",
            "shadow-rs",
            "built",
            "bosion",
            "git-version",
            "git-testament");
    private static final List<String> LIBRARIES = List.of(
            "aws-lc-sys",
            "bzip2-sys",
            "curl-sys",
            "libdbus-sys",
            "libgit2-sys",
            "libsqlite3-sys",
            "libssh2-sys",
            "libudev-sys",
            "libz-sys",
            "lzma-sys",
            "alsa-sys",
            "onig_sys",
            "pcre2-sys",
            "tikv-jemalloc-sys",
            "zstd-sys");
    /** What to look for if there is no lock file to know better. */
    private static final List<String> LIBRARY_USERS = List.of(
            "rusqlite", "git2", "zstd", "onig", "pcre2", "curl", "ssh2", "bzip2", "jemallocator", "tikv-jemallocator");

    private final RepositoryFiles files;
    private final Git git;
    private final CargoWorkspace workspace;
    private final Optional<String> wanted;

    /** @param wanted the name of the package to release, if somebody asked for one */
    public RustReader(RepositoryFiles files, Git git, CargoWorkspace workspace, Optional<String> wanted) {
        this.wanted = wanted;
        this.files = files;
        this.git = git;
        this.workspace = workspace;
    }

    public Rust read(List<ExistingWorkflow> workflows) {
        Optional<CargoLock> lock = files.read("Cargo.lock").map(CargoLock::read);
        ShippedPackage choice = ShippedPackage.of(files, git, workspace, released(workflows), wanted);
        Optional<Fact<String>> forced = ToolchainHint.forced(workflows);
        Optional<Fact<String>> toolchain = forced.or(this::toolchain).or(() -> ToolchainHint.of(workflows));
        boolean read = forced.isPresent() || toolchain().isEmpty();
        return new Rust(
                choice.one(),
                choice.companions(),
                choice.candidates(),
                choice.apart(),
                choice.all(),
                toolchain,
                toolchain
                        .filter(fact -> read)
                        .map(fact -> ToolchainHint.others(workflows, fact.value()))
                        .orElse(List.of()),
                git.tracks("Cargo.lock").map(tracked -> new Fact<>(tracked, tracked ? "git ls-files" : lockReason())),
                history(),
                strip(),
                choice.manifests().stream()
                        .flatMap(manifest -> libraries(manifest, lock).stream())
                        .distinct()
                        .toList(),
                (features, defaults) -> choice.manifests().stream()
                        .flatMap(manifest ->
                                new OpenSslSearch(manifest, members(), lock, features, defaults).find().stream())
                        .findFirst());
    }

    private Map<String, CargoManifest> members() {
        Map<String, CargoManifest> members = new LinkedHashMap<>();
        workspace
                .packages()
                .forEach(manifest ->
                        manifest.top().text("package", "name").ifPresent(name -> members.putIfAbsent(name, manifest)));
        return members;
    }

    /** The programs that the jobs of a release workflow copy, pack and upload. */
    private static List<Set<String>> released(List<ExistingWorkflow> workflows) {
        Optional<ExistingWorkflow> main = workflows.stream()
                .filter(ExistingWorkflow::releases)
                .min(Comparator.comparing(ExistingWorkflow::distance)
                        .thenComparing(workflow -> -workflow.jobs().size()));
        return main.stream()
                .flatMap(workflow -> workflow.jobs().stream())
                .map(RustReader::released)
                .distinct()
                .toList();
    }

    private static Set<String> released(DryRow job) {
        List<String> all =
                job.commands().flatMap(command -> command.words().stream()).toList();
        if (all.stream().anyMatch(word -> word.matches(".*/release/\\*\\.exe"))) {
            return Set.of(ShippedPackage.EVERY);
        }
        return all.stream()
                .filter(word -> word.matches("(\\./)?(.*/)?target/.*/[\\w-]+(\\.exe)?"))
                .map(word -> word.replaceFirst("^.*/", "").replaceFirst("\\.exe$", ""))
                .collect(Collectors.toSet());
    }

    private String lockReason() {
        return files.has("Cargo.lock") ? "git ls-files: Cargo.lock is not tracked" : "Cargo.lock is missing";
    }

    private Optional<Fact<String>> toolchain() {
        return files.read("rust-toolchain.toml")
                .or(() -> files.read("rust-toolchain"))
                .flatMap(RustReader::channel);
    }

    /** The older file holds the channel alone, or the same TOML as the newer. */
    private static Optional<Fact<String>> channel(SourceText source) {
        String text = source.text().strip();
        Optional<String> channel = source.name().endsWith(".toml") || text.contains("[")
                ? TomlFile.read(source).top().text("toolchain", "channel")
                : text.lines().findFirst().map(String::strip);
        List<String> lines = source.lines();
        return channel.filter(name -> !name.isEmpty())
                .map(name -> new Fact<>(
                        name,
                        source.name()
                                + IntStream.range(0, lines.size())
                                        .filter(line -> lines.get(line).contains(name))
                                        .mapToObj(line -> ":" + (line + 1))
                                        .findFirst()
                                        .orElse("")));
    }

    private Optional<Fact<String>> history() {
        return workspace.packages().stream()
                .filter(manifest -> ShippedPackage.mayShip(manifest) || manifest.publishable())
                .flatMap(manifest -> Stream.concat(describingScript(manifest), describingCrates(manifest)))
                .findFirst();
    }

    private Stream<Fact<String>> describingScript(CargoManifest manifest) {
        String script = manifest.path(manifest.top().text("package", "build").orElse("build.rs"));
        return files
                .read(script)
                .filter(source -> DESCRIBES.matcher(source.text()).matches())
                .map(source -> new Fact<>(source.name() + " runs 'git describe'", source.name()))
                .stream();
    }

    private static Stream<Fact<String>> describingCrates(CargoManifest manifest) {
        return manifest.dependencies().stream()
                .filter(dependency -> DESCRIBERS.contains(dependency.crate()))
                .map(dependency -> new Fact<>("'" + dependency.crate() + "' reads the git history", dependency.from()));
    }

    private Optional<Fact<String>> strip() {
        TomlFile.Table top = workspace.root().top();
        Optional<String> strip = top.text("profile", "release", "strip")
                .or(() -> top.flag("profile", "release", "strip").map(String::valueOf));
        return strip.map(value ->
                new Fact<>(value, top.place("Cargo.toml", "[profile.release] strip", "profile", "release", "strip")));
    }

    private static List<Fact<String>> libraries(CargoManifest manifest, Optional<CargoLock> lock) {
        String name = manifest.top().text("package", "name").orElse("");
        if (lock.isPresent()) {
            return LIBRARIES.stream()
                    .flatMap(library -> lock.get().chain(name, library).stream())
                    .map(chain -> new Fact<>(chain.get(chain.size() - 1), "Cargo.lock: " + String.join(" → ", chain)))
                    .toList();
        }
        return manifest.dependencies().stream()
                .filter(dependency ->
                        LIBRARY_USERS.contains(dependency.crate()) || LIBRARIES.contains(dependency.crate()))
                .map(dependency -> new Fact<>(dependency.crate(), dependency.from()))
                .toList();
    }
}
