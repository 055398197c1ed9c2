package dev.slipway.detect;

import dev.slipway.detect.cargo.CargoPackage;
import dev.slipway.detect.fact.Fact;
import dev.slipway.detect.files.RepositoryFiles;
import dev.slipway.detect.files.TomlFile;
import dev.slipway.detect.git.TagStyle;
import dev.slipway.detect.goreleaser.GoReleaser;
import dev.slipway.source.InvalidSource;
import dev.slipway.source.Node;
import dev.slipway.source.SourceText;
import dev.slipway.source.YamlReader;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads how the tools that create tags are configured to write them.
 *
 * @param crate the package that is released, if there is one
 */
record ToolTags(RepositoryFiles files, Optional<CargoPackage> crate) {
    private static final Pattern FIELD = Pattern.compile("(?:\\{\\{|\\$\\{)\\s*+([a-z_]++)\\s*+}{1,2}+");
    private static final String NAMESPACE = "tag-namespace";
    private static final String PREFIX = "[A-Za-z0-9@/_.-]*+";

    /**
     * What such tags have before the version, and where a tool is configured so.
     *
     * @param manifest the {@code package.json} of the program, if it is one of Node.js
     */
    static Optional<Fact<String>> prefix(
            RepositoryFiles files, Optional<CargoPackage> crate, Optional<String> manifest, List<String> tags) {
        ToolTags tool = new ToolTags(files, crate);
        return Stream.concat(
                        Stream.<Optional<Fact<String>>>of(
                                        tool.plz("release-plz.toml"),
                                        tool.plz(".release-plz.toml"),
                                        tool.cargo("release.toml"),
                                        tool.please("release-please-config.json"),
                                        tool.please(".release-please-config.json"),
                                        tool.please(".github/release-please-config.json"),
                                        tool.semantic(".releaserc"),
                                        tool.semantic(".releaserc.json"),
                                        tool.semantic(".releaserc.yaml"),
                                        tool.semantic(".releaserc.yml"))
                                .flatMap(Optional::stream),
                        Stream.concat(
                                tool.namespace().flatMap(start -> begun(start, tags).stream()),
                                manifest.filter(any -> tags.isEmpty()).flatMap(tool::changesets).stream()))
                .filter(prefix -> prefix.value().matches(PREFIX))
                .findFirst();
    }

    /** What tags of a repository with several projects begin with, which may not be all before the version. */
    private Stream<Fact<String>> namespace() {
        Stream<Fact<String>> goReleaser = GoReleaser.FILES.stream()
                .flatMap(file -> yaml(file)
                        .flatMap(top -> top.child("monorepo"))
                        .flatMap(monorepo -> monorepo.child("tag_prefix"))
                        .flatMap(node -> text(node).map(text -> new Fact<>(text, place(file, node) + " tag_prefix")))
                        .stream());
        Stream<Fact<String>> dist = Stream.of("dist-workspace.toml", "dist.toml", "Cargo.toml")
                .flatMap(file -> files
                        .read(file)
                        .map(source -> TomlFile.read(source).top())
                        .flatMap(top ->
                                file.equals("Cargo.toml") ? top.table("workspace", "metadata") : Optional.of(top))
                        .flatMap(table -> table.table("dist"))
                        .flatMap(table -> fact(table, file, NAMESPACE))
                        .stream());
        return Stream.concat(goReleaser, dist);
    }

    /** All of a prefix of which the start is known: what tags have, else the usual letter after a sign. */
    private static Optional<Fact<String>> begun(Fact<String> start, List<String> tags) {
        return tags.stream()
                .filter(tag -> tag.startsWith(start.value()))
                .flatMap(tag -> TagStyle.of(List.of(tag), Optional.empty(), List.of()).stream())
                .findFirst()
                .map(style -> new Fact<>(style.prefix(), start.from() + " and git tag " + style.example()))
                .or(() -> start.value().matches(".*[-_/@]")
                        ? Optional.of(new Fact<>(start.value() + "v", start.from() + ", with the usual 'v' after it"))
                        : start.value().matches(".*[-_/@]v") ? Optional.of(start) : signed(start));
    }

    /** The start of the tags that dist makes of a package has no sign at its end: the usual one comes after it. */
    private static Optional<Fact<String>> signed(Fact<String> start) {
        return start.from().contains(NAMESPACE)
                ? Optional.of(new Fact<>(start.value() + "-v", start.from() + ", with the usual '-v' after it"))
                : Optional.empty();
    }

    /** In a workspace, changesets writes the name of the package before an at sign. */
    private Optional<Fact<String>> changesets(String manifest) {
        String config = ".changeset/config.json";
        return Optional.of(manifest)
                .filter(file -> file.contains("/") && files.has(config))
                .flatMap(this::yaml)
                .flatMap(top -> top.child("name"))
                .flatMap(ToolTags::text)
                .map(name -> new Fact<>(name + "@", config + " and 'name' in " + manifest));
    }

    private String name() {
        return crate.map(one -> one.name().value()).orElse("");
    }

    private Optional<Fact<String>> plz(String file) {
        Optional<TomlFile.Table> top =
                files.read(file).map(source -> TomlFile.read(source).top());
        Optional<Fact<String>> own = top.stream()
                .flatMap(table -> table.tables("package").stream())
                .filter(one -> one.text("name").equals(Optional.of(name())))
                .flatMap(one -> fact(one, file, "git_tag_name").stream())
                .findFirst();
        return own.or(() -> top.flatMap(table -> table.table("workspace"))
                        .flatMap(workspace -> fact(workspace, file, "git_tag_name")))
                .flatMap(this::prefix);
    }

    private Optional<Fact<String>> cargo(String file) {
        return files.read(file)
                .flatMap(source -> fact(TomlFile.read(source).top(), file, "tag-name"))
                .filter(fact -> !fact.value().contains("prefix"))
                .flatMap(this::prefix);
    }

    private static Optional<Fact<String>> fact(TomlFile.Table table, String file, String key) {
        return table.text(key).map(text -> new Fact<>(text, table.place(file, key, key)));
    }

    private Optional<Fact<String>> semantic(String file) {
        Optional<Node> top = yaml(file);
        return top.flatMap(node -> node.child("tagFormat"))
                .flatMap(node -> text(node).map(format -> new Fact<>(format, place(file, node))))
                .flatMap(this::prefix);
    }

    /** What is before the version, if that ends the text. */
    private Optional<Fact<String>> prefix(Fact<String> template) {
        StringBuilder prefix = new StringBuilder();
        Matcher field = FIELD.matcher(template.value());
        int at = 0;
        while (field.find()) {
            prefix.append(template.value(), at, field.start());
            at = field.end();
            switch (field.group(1)) {
                case "package", "crate_name", "name" -> prefix.append(name());
                case "version" -> {
                    return at == template.value().length()
                            ? Optional.of(template.map(any -> prefix.toString()))
                            : Optional.empty();
                }
                default -> {
                    return Optional.empty();
                }
            }
        }
        return Optional.empty();
    }

    /** A component before the version, unless the tool is configured otherwise; a crate is one by its name. */
    private Optional<Fact<String>> please(String file) {
        return yaml(file).flatMap(top -> {
            Optional<Node> packages = top.child("packages");
            String directory = crate.map(CargoPackage::directory).orElse("");
            Optional<Node> own = packages.flatMap(
                    all -> all.child(directory.isEmpty() ? "." : directory).or(() -> only(all)));
            return own.map(one -> {
                Function<String, Optional<String>> said =
                        key -> one.child(key).or(() -> top.child(key)).flatMap(ToolTags::text);
                boolean crates =
                        said.apply("release-type").filter("rust"::equals).isPresent();
                String component = one.child("component")
                        .or(() -> one.child("package-name"))
                        .flatMap(ToolTags::text)
                        .orElse(crates ? name() : "");
                boolean with =
                        !said.apply("include-component-in-tag").equals(Optional.of("false")) && !component.isEmpty();
                String v = said.apply("include-v-in-tag").equals(Optional.of("false")) ? "" : "v";
                String prefix = (with ? component + said.apply("tag-separator").orElse("-") : "") + v;
                return new Fact<>(prefix, place(file, one));
            });
        });
    }

    private Optional<Node> only(Node packages) {
        List<Node> all = packages.fold(
                mapping -> mapping.entries().values().stream()
                        .map(Node.Entry::value)
                        .toList(),
                sequence -> List.of(),
                scalar -> List.of());
        return crate.isEmpty() && all.size() == 1 ? Optional.of(all.get(0)) : Optional.empty();
    }

    private Optional<Node> yaml(String file) {
        return files.read(file).flatMap(ToolTags::yaml);
    }

    /** JSON is YAML except for the tabs that it may be indented with. */
    private static Optional<Node> yaml(SourceText source) {
        try {
            return Optional.of(
                    YamlReader.read(new SourceText(source.name(), source.text().replace('\t', ' '))));
        } catch (InvalidSource unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<String> text(Node node) {
        return node.fold(
                mapping -> Optional.empty(), sequence -> Optional.empty(), scalar -> Optional.of(scalar.text()));
    }

    private static String place(String file, Node node) {
        return file + ":" + node.span().start().line();
    }
}
