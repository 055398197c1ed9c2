package dev.slipway.detect.jvm;

import dev.slipway.detect.files.RepositoryFiles;
import dev.slipway.detect.jvm.GradleScript.Block;
import dev.slipway.detect.jvm.GradleScript.Statement;
import dev.slipway.detect.jvm.GradleScript.Token;
import dev.slipway.source.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a build script says in a block of a plugin, without running it.
 *
 * @param file the script
 * @param project what Gradle calls the project
 * @param config the block; what a script computes is {@code ${…}}
 */
public record GradleConfig(String file, Optional<String> project, Node config) {
    private static final List<String> SCRIPTS = List.of("build.gradle.kts", "build.gradle");

    /** All blocks of this name in the scripts of the root and of the folders in it. */
    public static List<GradleConfig> of(RepositoryFiles files, String block) {
        Stream<String> folders = Stream.concat(
                Stream.of(""),
                files.list(".").stream().filter(files::hasDirectory).map(folder -> folder + "/"));
        return folders.flatMap(folder -> SCRIPTS.stream()
                        .map(folder::concat)
                        .filter(files::has)
                        .flatMap(file -> files.read(file).stream())
                        .filter(source -> source.text().contains(block))
                        .flatMap(source -> new Blocks(block, GradleScript.read(source))
                                .read().stream()
                                        .map(node -> new GradleConfig(source.name(), name(files, folder), node))))
                .toList();
    }

    /** A project in a folder is called like it. */
    private static Optional<String> name(RepositoryFiles files, String folder) {
        if (!folder.isEmpty()) {
            return Optional.of(folder.substring(0, folder.length() - 1));
        }
        return Stream.of("settings.gradle.kts", "settings.gradle")
                .filter(files::has)
                .flatMap(file -> files.read(file).stream())
                .flatMap(source -> GradleScript.read(source).statements().stream())
                .filter(statement -> statement.tokens().get(0).is("rootProject") && statement.has("name"))
                .flatMap(statement -> statement.literals().stream())
                .findFirst();
    }

    /** The statements of a script that are in a block. */
    private record Blocks(String name, GradleScript script) {
        /** Functions that make or find something by its name. */
        private static final Set<String> NAMING = Set.of("create", "register", "named", "maybeCreate", "getByName");

        /** Tasks, which {@code tasks} has by their names as well. */
        private static final Set<String> TASKS = Set.of("bootBuildImage");

        /** Blocks that each add one to a list, with the key of the list. */
        private static final Map<String, String> LISTS = Map.ofEntries(
                Map.entry("artifact", "artifacts"),
                Map.entry("glob", "globs"),
                Map.entry("targetJdk", "targetJdks"),
                Map.entry("graalJdk", "graalJdks"),
                Map.entry("registry", "registries"),
                Map.entry("fileSet", "fileSets"),
                Map.entry("labeler", "labelers"),
                Map.entry("category", "categories"),
                Map.entry("replacer", "replacers"),
                Map.entry("row", "rows"));

        /** In Kotlin, these are the ones of the whole config, wherever they stand. */
        private static final Set<String> OUTER =
                Set.of("release", "announce", "checksum", "deploy", "packagers", "assemble", "signing");

        Optional<Node> read() {
            Map<Block, GradleTree> trees = new IdentityHashMap<>();
            Set<String> versions = versions();
            Optional<GradleTree> root = Optional.empty();
            for (Statement statement : script.statements()) {
                int outer = outermost(statement);
                if (outer >= 0) {
                    GradleTree top = root.orElseGet(() -> new GradleTree(line(statement)));
                    root = Optional.of(top);
                    tree(statement, outer, top, trees)
                            .set(GradleSetting.of(statement.tokens(), versions), line(statement));
                }
            }
            return root.map(GradleTree::node);
        }

        private int outermost(Statement statement) {
            for (int i = 0; i < statement.blocks().size(); i++) {
                List<Token> head = statement.blocks().get(i).head();
                boolean task = TASKS.contains(name)
                        && !head.isEmpty()
                        && head.get(0).is("tasks")
                        && statement.blocks().get(i).named(name);
                if (task || head.size() == 1 && head.get(0).is(name)) {
                    return i;
                }
            }
            return -1;
        }

        private static int line(Statement statement) {
            String place = statement.place();
            return Integer.parseInt(place.substring(place.lastIndexOf(':') + 1));
        }

        /** What the script calls the version of the project. */
        private Set<String> versions() {
            Set<String> names = new HashSet<>(Set.of("version", "project.version", "rootProject.version"));
            for (Statement statement : script.statements()) {
                List<Token> tokens = statement.tokens();
                boolean version = tokens.size() > 2
                        && (tokens.get(0).is("version")
                                || tokens.get(0).is("project") && tokens.get(2).is("version"));
                if (version && (outermost(statement) >= 0 || statement.blocks().isEmpty())) {
                    tokens.stream()
                            .filter(token -> token.word()
                                    && !Set.of("set", "project", "toString").contains(token.text()))
                            .forEach(token -> names.add(token.text()));
                }
            }
            return names;
        }

        private static GradleTree tree(Statement statement, int outer, GradleTree root, Map<Block, GradleTree> trees) {
            GradleTree here = root;
            boolean distributions = false;
            for (Block block :
                    statement.blocks().subList(outer + 1, statement.blocks().size())) {
                List<String> path = path(block);
                boolean lifted = distributions && path.size() == 1 && OUTER.contains(path.get(0));
                GradleTree from = lifted ? root : here;
                distributions = distributions || path.contains("distributions");
                here = trees.computeIfAbsent(block, any -> from.below(path, LISTS, line(statement)));
            }
            return here;
        }

        /** The names of a block; nothing for one that only repeats or decides what is in it. */
        private static List<String> path(Block block) {
            List<Token> head = block.head();
            if (head.isEmpty() || block.conditional()) {
                return List.of();
            }
            if (NAMING.contains(head.get(0).text()) && head.size() > 2) {
                boolean literal = head.get(2).literal();
                return List.of(literal ? head.get(2).text() : "${" + head.get(2).text() + "}");
            }
            List<String> path = new ArrayList<>();
            for (Token token : head) {
                if (token.word() || token.literal()) {
                    path.add(token.text().equals("repoTap") ? "repository" : token.text());
                }
            }
            return path;
        }
    }

    /** The file that a setting names, as a path in the repository. */
    public Optional<String> path(String setting) {
        String folder = file.contains("/") ? file.substring(0, file.lastIndexOf('/') + 1) : "";
        return config.child(setting)
                .flatMap(PluginConfig::text)
                .filter(text -> !text.contains("${"))
                .map(text -> RepositoryFiles.plain(folder + text));
    }
}
