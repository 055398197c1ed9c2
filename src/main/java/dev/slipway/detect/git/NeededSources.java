package dev.slipway.detect.git;

import dev.slipway.detect.fact.Fact;
import dev.slipway.detect.files.RepositoryFiles;
import dev.slipway.source.SourceText;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What the sources consist of beyond the files that git keeps itself: a plain checkout on GitHub leaves it out.
 *
 * @param submodules {@code true}, or {@code recursive} if a submodule has submodules
 * @param lfs a pattern of files that are in Git LFS
 * @param guarded the address of a crate that Git fetches with a key of SSH
 * @param registry the registry that Cargo fetches crates from, if it is one of the project's own
 * @param module the module that Go fetches and that the repository calls private
 */
public record NeededSources(
        Optional<Fact<String>> submodules,
        Optional<Fact<String>> lfs,
        Optional<Fact<String>> guarded,
        Optional<Fact<OwnRegistry>> registry,
        Optional<Fact<String>> module) {
    /**
     * A registry of a project's own.
     *
     * @param name as a dependency or the lock names it, be it a word or an address
     * @param token the line that sets up a token for it; empty if none does, as for a registry that asks for none
     */
    public record OwnRegistry(String name, Optional<String> token) {}

    /** What Cargo's configuration says of tokens, which hold for each registry of the project. */
    private static final Pattern TOKEN =
            Pattern.compile("^\\s{0,8}+(?:credential-provider|global-credential-providers|token)\\s{0,4}+=");

    private static final String ATTRIBUTES = ".gitattributes";
    private static final String MODULES = ".gitmodules";
    private static final Pattern REGISTRY =
            Pattern.compile("(?:(?<![\\w-])registry(?:-index)?\\s{0,4}=\\s{0,4}|^source = )\"(?:registry\\+|sparse\\+)?"
                    + "(https?://[^\"\\s]{1,300}|[\\w-]{1,100})\"");

    public static NeededSources of(Git git, RepositoryFiles files) {
        // a copy in the repository needs neither a key nor a token
        boolean copied = Stream.of(".cargo/config.toml", ".cargo/config")
                .flatMap(file -> files.read(file).stream())
                .anyMatch(source -> source.text().contains("replace-with"));
        return new NeededSources(
                submodules(git.submodules(), files),
                lfs(git, files),
                copied ? Optional.empty() : cargo(files, NeededSources::address),
                copied
                        ? Optional.empty()
                        : cargo(files, NeededSources::registry)
                                .map(name -> name.map(word -> new OwnRegistry(word, token(files, word)))),
                PrivateModules.first(files));
    }

    /** The first line of Cargo's files that says it. */
    private static Optional<Fact<String>> cargo(RepositoryFiles files, Function<String, Optional<String>> reading) {
        return Stream.of("Cargo.toml", "Cargo.lock")
                .flatMap(file -> files.read(file).stream())
                .flatMap(source -> {
                    List<String> lines = source.lines();
                    return Stream.iterate(0, line -> line < lines.size(), line -> line + 1)
                            .filter(line -> !lines.get(line).strip().startsWith("#"))
                            .flatMap(line -> reading
                                    .apply(lines.get(line))
                                    .map(found -> new Fact<>(found, source.name() + ":" + (line + 1)))
                                    .stream());
                })
                .findFirst();
    }

    /** What a dependency names as its registry, or the lock as its source; crates.io is everybody's. */
    private static Optional<String> registry(String line) {
        Matcher found = REGISTRY.matcher(line);
        return found.find()
                ? Optional.of(found.group(1)).filter(name -> !name.equals("crates-io") && !name.contains("crates.io"))
                : Optional.empty();
    }

    private static Optional<String> token(RepositoryFiles files, String registry) {
        String variable = "CARGO_REGISTRIES_"
                + (registry.contains(":")
                        ? ""
                        : registry.toUpperCase(Locale.ROOT).replace('-', '_') + "_");
        Stream<SourceText> config =
                Stream.of(".cargo/config.toml", ".cargo/config").flatMap(file -> files.read(file).stream());
        Stream<SourceText> workflows = files.list(".github/workflows").stream()
                .flatMap(file -> files.read(".github/workflows/" + file).stream());
        return Stream.concat(
                        config.flatMap(source ->
                                first(source, line -> TOKEN.matcher(line).find()).stream()),
                        workflows.flatMap(source -> first(
                                source,
                                line -> line.contains(variable)
                                        && (line.contains("_TOKEN") || line.contains("_CREDENTIAL_PROVIDER")))
                                .stream()))
                .findFirst();
    }

    private static Optional<String> first(SourceText source, Predicate<String> wanted) {
        List<String> lines = source.lines();
        return IntStream.range(0, lines.size())
                .filter(line -> !lines.get(line).strip().startsWith("#") && wanted.test(lines.get(line)))
                .mapToObj(line -> source.name() + ":" + (line + 1))
                .findFirst();
    }

    private static Optional<String> address(String line) {
        int start = line.indexOf("ssh://");
        String after = line.contains("\"ssh://") || line.contains("\"git+ssh://") ? line.substring(start) : "";
        int end = (int) after.chars()
                .takeWhile(letter -> letter != '"' && letter != '?' && letter != '#')
                .count();
        return end == 0 ? Optional.empty() : Optional.of(after.substring(0, end));
    }

    /** What a submodule that is not checked out has in turn cannot be seen. */
    private static Optional<Fact<String>> submodules(List<String> paths, RepositoryFiles files) {
        String depth = paths.stream().anyMatch(path -> files.has(path + "/" + MODULES)) ? "recursive" : "true";
        return paths.stream().findFirst().map(first -> new Fact<>(depth, "git submodule " + first));
    }

    private static Optional<Fact<String>> lfs(Git git, RepositoryFiles files) {
        return Stream.concat(
                        Stream.of(ATTRIBUTES),
                        git.tracked().stream()
                                .flatMap(paths -> paths.stream().filter(path -> path.endsWith("/" + ATTRIBUTES)))
                                .sorted())
                .flatMap(path -> files.read(path).stream())
                .flatMap(source -> {
                    List<String> lines = source.lines();
                    return Stream.iterate(0, line -> line < lines.size(), line -> line + 1)
                            .filter(line -> isLfs(lines.get(line)))
                            .map(line -> new Fact<>(
                                    lines.get(line).strip().split("\\s", 2)[0], source.name() + ":" + (line + 1)));
                })
                .findFirst();
    }

    private static boolean isLfs(String line) {
        return !line.strip().startsWith("#")
                && List.of(line.strip().split("\\s+")).contains("filter=lfs");
    }
}
