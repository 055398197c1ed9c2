package dev.slipway.detect;

import dev.slipway.source.Finding;
import dev.slipway.source.InvalidSource;
import dev.slipway.source.SourceText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads everything that a repository tells, each part on its own: one that is broken does not hide the others. */
final class RepositoryReader {
    private static final String WORKFLOWS = ".github/workflows";
    private static final String LICENSES = "(?i)(licen[cs]e|copying|unlicense|notice)([-._].*)?";

    private final Tree tree;
    private final GitProcess git;
    private final List<Finding> findings = new ArrayList<>();

    RepositoryReader(Path directory, String gitProgram) {
        Path root = directory.toAbsolutePath().normalize();
        this.tree = new Tree(root);
        this.git = new GitProcess(root, gitProgram);
    }

    Repository read() {
        Git known = GitReader.read(git);
        List<Workflow> workflows = workflows();
        Optional<Rust> rust = rust(known, workflows);
        Optional<Maven> maven = maven();
        Optional<Go> go = GoReader.read(tree);
        Optional<Fact<String>> name = name(known, rust, maven, go);
        return new Repository(
                known,
                name,
                rust,
                maven,
                go,
                tagStyle(known, rust, maven),
                new ReleaseSetupReader(tree, workflows, name.map(Fact::value)).read(),
                licenseFiles(),
                tree.has("CHANGELOG.md"),
                findings.stream().sorted().toList());
    }

    private List<Workflow> workflows() {
        return tree.list(WORKFLOWS).stream()
                .filter(file -> file.endsWith(".yml") || file.endsWith(".yaml"))
                .flatMap(file -> tree.read(WORKFLOWS + "/" + file).stream())
                .flatMap(source -> workflow(source).stream())
                .toList();
    }

    private Optional<Workflow> workflow(SourceText source) {
        try {
            return Optional.of(WorkflowReader.read(source));
        } catch (InvalidSource unreadable) {
            findings.addAll(unreadable.findings());
            return Optional.empty();
        }
    }

    private Optional<Rust> rust(Git known, List<Workflow> workflows) {
        return CargoWorkspace.read(tree).map(workspace -> {
            findings.addAll(workspace.findings());
            return new RustReader(tree, known, workspace).read(workflows);
        });
    }

    private Optional<Maven> maven() {
        return tree.read("pom.xml").flatMap(source -> {
            try {
                return Optional.of(new MavenReader(tree, Pom.read(source), source.name()).read());
            } catch (Pom.Broken broken) {
                findings.add(broken.finding());
                return Optional.empty();
            }
        });
    }

    /** The remote knows better than a manifest, which a fork or a move leaves behind. */
    private static Optional<Fact<String>> name(Git git, Optional<Rust> rust, Optional<Maven> maven, Optional<Go> go) {
        Stream<Fact<String>> addresses = Stream.of(
                        rust.stream()
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

    private static Stream<CargoPackage> preferred(Rust rust) {
        return Stream.concat(rust.shipped().stream(), rust.packages().stream());
    }

    private static Optional<Fact<TagStyle>> tagStyle(Git git, Optional<Rust> rust, Optional<Maven> maven) {
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
        return TagStyle.of(git.tags(), version, names).map(style -> new Fact<>(style, "git tag " + style.example()));
    }

    private List<Fact<String>> licenseFiles() {
        return tree.list(".").stream()
                .filter(name -> name.matches(LICENSES) && tree.has(name))
                .map(name -> new Fact<>(name, "the files at the top"))
                .toList();
    }
}
