package dev.slipway.detect.other;

import dev.slipway.detect.fact.Fact;
import dev.slipway.detect.files.RepositoryFiles;
import dev.slipway.source.Node;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Looks for a program of Node.js: the {@code bin} of the package, or of a package of its workspace. */
record NodeBuild(RepositoryFiles files) {
    private static final String FILE = "package.json";
    private static final String FOLDER = "[A-Za-z0-9_][A-Za-z0-9_./-]{0,99}";
    private static final int MOST = 100;
    private static final Pattern COMPILED =
            Pattern.compile("bun build (?=[^&|;]{0,300}--compile)[^&|;]{0,300}?--outfile[ =]([A-Za-z0-9_./-]{1,99})");

    Optional<OtherBuild> found() {
        return files.read(FILE)
                .flatMap(OtherBuilds::yaml)
                .flatMap(root -> members(root)
                        .flatMap(folder -> member(root, folder).stream())
                        .findFirst()
                        .or(() -> compiled(root)));
    }

    /** The package itself, then those of its workspace; each with the slash after it. */
    private Stream<String> members(Node root) {
        List<String> patterns = root.child("workspaces")
                .map(node -> node.child("packages").orElse(node))
                .map(NodeBuild::texts)
                .orElseGet(() -> files.read("pnpm-workspace.yaml")
                        .flatMap(OtherBuilds::yaml)
                        .flatMap(workspace -> workspace.child("packages"))
                        .map(NodeBuild::texts)
                        .orElse(List.of()));
        Stream<String> folders = patterns.stream()
                .map(pattern -> pattern.replaceFirst("^\\./", "").replaceFirst("(?<!/)/+$", ""))
                .flatMap(pattern -> pattern.endsWith("/*")
                                && pattern.substring(0, pattern.length() - 2).matches(FOLDER)
                        ? files.list(pattern.substring(0, pattern.length() - 2)).stream()
                                .map(name -> pattern.substring(0, pattern.length() - 1) + name)
                        : Stream.of(pattern))
                .filter(folder -> folder.matches(FOLDER));
        return Stream.concat(Stream.of(""), folders.map(folder -> folder + "/")).limit(MOST);
    }

    /** A program that a script of the package compiles with Bun. */
    private Optional<OtherBuild> compiled(Node root) {
        Node scripts = root.child("scripts").orElse(root);
        return keys(scripts).stream()
                .filter(name -> name.matches("[A-Za-z0-9_:-]{1,40}"))
                .flatMap(name -> scripts
                        .child(name)
                        .flatMap(NodeBuild::text)
                        .map(COMPILED::matcher)
                        .filter(Matcher::find)
                        .map(found -> compiled(name, found.group(1)))
                        .stream())
                .findFirst();
    }

    private static OtherBuild compiled(String script, String output) {
        String path = output.replaceFirst("^\\./", "");
        String name = path.substring(path.lastIndexOf('/') + 1);
        return OtherBuilds.build(
                "Bun",
                FILE,
                List.of(),
                List.of("bun install", "bun run " + script),
                path.substring(0, path.length() - name.length()) + "{name}",
                List.of(),
                List.of(new Fact<>(name, FILE)),
                "runners have no Bun: install it in 'command.setup'");
    }

    private Optional<OtherBuild> member(Node root, String folder) {
        String file = folder + FILE;
        Optional<Node> document =
                folder.isEmpty() ? Optional.of(root) : files.read(file).flatMap(OtherBuilds::yaml);
        Optional<Node> bin = document.flatMap(node -> node.child("bin"));
        Optional<String> whole = bin.flatMap(NodeBuild::text);
        List<String> names = whole.isPresent()
                ? document.flatMap(node -> node.child("name")).flatMap(NodeBuild::text).stream()
                        .map(text -> text.substring(text.lastIndexOf('/') + 1))
                        .toList()
                : bin.map(NodeBuild::keys).orElse(List.of());
        String called = document.flatMap(node -> node.child("name"))
                .flatMap(NodeBuild::text)
                .map(text -> text.substring(text.lastIndexOf('/') + 1))
                .orElse("");
        List<String> ownFirst = names.stream()
                .sorted(Comparator.comparing(name -> !name.equals(called)))
                .toList();
        Optional<String> script = whole.or(() -> ownFirst.stream()
                .findFirst()
                .flatMap(first -> bin.flatMap(node -> node.child(first)))
                .flatMap(NodeBuild::text));
        return script.filter(path -> path.matches("[A-Za-z0-9_./-]{1,100}"))
                .map(path -> build(root, document.orElse(root), folder, path.replaceFirst("^\\./", ""), ownFirst));
    }

    private OtherBuild build(Node root, Node document, String folder, String path, List<String> names) {
        String manager = files.has("pnpm-lock.yaml") ? "pnpm" : files.has("yarn.lock") ? "yarn" : "npm";
        boolean locked = files.has("package-lock.json") || files.has("npm-shrinkwrap.json");
        List<String> install = switch (manager) {
            case "pnpm" -> List.of("corepack enable", "pnpm install --frozen-lockfile");
            case "yarn" ->
                List.of(
                        "corepack enable",
                        "yarn install --" + (files.has(".yarnrc.yml") ? "immutable" : "frozen-lockfile"));
            default -> List.of(locked ? "npm ci" : "npm install");
        };
        List<String> build = new ArrayList<>(install);
        boolean compiled = !files.has(folder + path);
        Optional<Node> scripts = root.child("scripts");
        boolean builds =
                compiled && scripts.flatMap(node -> node.child("build")).isPresent();
        if (builds) {
            build.add(manager + " run build");
        }
        build.add("npx --yes bun build --compile --outfile out/{name} ./" + folder + path);
        List<String> test = new ArrayList<>(install);
        test.add(manager + " test");
        List<String> needs = new ArrayList<>();
        needs.add("Bun includes its own runtime instead of Node.js");
        if (compiled && !builds) {
            needs.add("'" + folder + path + "' is not committed: add the command that compiles it");
        }
        if (names.size() > 1) {
            needs.add("other programs of the package are not built: "
                    + String.join(", ", names.subList(1, names.size())));
        }
        if (document.child("pkg").isPresent()) {
            needs.add(
                    "the package configures 'pkg', which includes Node.js: a command that runs it keeps the current programs");
        }
        return OtherBuilds.build(
                "Node.js",
                folder + FILE,
                List.of(),
                build,
                "out/{name}",
                test,
                names.stream()
                        .limit(1)
                        .map(name -> new Fact<>(name, folder + FILE))
                        .toList(),
                String.join("; ", needs));
    }

    private static List<String> keys(Node node) {
        return node.fold(
                mapping -> List.copyOf(mapping.entries().keySet()), sequence -> List.of(), scalar -> List.of());
    }

    private static List<String> texts(Node node) {
        return node.fold(
                mapping -> List.of(),
                sequence -> sequence.items().stream()
                        .flatMap(item -> text(item).stream())
                        .toList(),
                scalar -> List.of());
    }

    private static Optional<String> text(Node node) {
        return node.fold(
                mapping -> Optional.empty(), sequence -> Optional.empty(), scalar -> Optional.of(scalar.text()));
    }
}
