package dev.slipway.blueprint;

import dev.slipway.model.workflow.Expr;
import dev.slipway.model.workflow.Text;
import dev.slipway.plan.Build;
import dev.slipway.plan.BuildGroup;
import dev.slipway.plan.Packing;
import dev.slipway.plan.ReleasePlan;
import dev.slipway.plan.RepositoryFile;
import dev.slipway.toolchain.Shipped;
import dev.slipway.toolchain.TagName;
import dev.slipway.toolchain.Variant;
import dev.slipway.toolchain.VariantMethods;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the builds of a job hand over: for each build an artifact with its programs, and with the files for its archive that
 * only the build has. An artifact keeps the paths below the deepest folder that all its files share.
 *
 * @see <a href="https://github.com/actions/upload-artifact#upload-using-multiple-paths-and-exclusions">multiple paths</a>
 */
record BuildArtifacts(ReleasePlan plan, BuildGroup group) {
    private static final String OUT_DIR = "{out-dir}/";
    private static final String TREE = "{build}/";

    /** What follows the first program in the name of the tar with what a build leaves. */
    static final String WRAPPED = ".files.tar";

    /** The folder of the artifact's contents in the script that packs. */
    static final String BUILT = "\"$built\"/";

    /** The paths to upload, as the variant of the job at hand has them. */
    List<Text> paths(Variant variant) {
        List<Text> paths = new ArrayList<>(programs(variant));
        made().stream()
                .filter(pattern -> pattern.startsWith(OUT_DIR))
                .forEach(pattern -> paths.add(inOutDir(variant, pattern)));
        wrapped(variant).ifPresent(paths::add);
        return paths;
    }

    /** The path of what the build ships; a folder is uploaded as a tar file, because an artifact keeps neither modes nor links. */
    private List<Text> programs(Variant variant) {
        List<Text> outputs = plan.toolchain().outputs(variant);
        List<Shipped> shipped = plan.shipped();
        List<Text> programs = new ArrayList<>();
        for (int i = 0; i < outputs.size(); i++) {
            programs.add(shipped.get(i).folder() ? outputs.get(i).plus(Text.of(".tar")) : outputs.get(i));
        }
        return programs;
    }

    /** The programs of a build as paths in its artifact, in the order of what is shipped. */
    List<String> programs(Build build) {
        Variant variant = variant(build);
        String root = root(variant);
        return programs(variant).stream()
                .map(program -> program.source().substring(root.length()))
                .toList();
    }

    /** What goes into the archive of a build, each pattern with the folder that it names. */
    List<String> include(Build build) {
        Packing packing = plan.packing().of(group.os());
        if (packing.include().stream().noneMatch(BuildArtifacts::isMade)) {
            return packing.include();
        }
        Variant variant = variant(build);
        String root = root(variant);
        return packing.include().stream()
                .map(line -> isMade(line)
                        ? BUILT
                                + inArtifact(variant, root, pattern(line))
                                + line.substring(pattern(line).length())
                        : line)
                .toList();
    }

    private String inArtifact(Variant variant, String root, String pattern) {
        return pattern.startsWith(TREE)
                ? pattern.substring(TREE.length())
                : inOutDir(variant, pattern).source().substring(root.length());
    }

    /** The patterns of what builds leave in the work tree, for archives and for the release. */
    List<String> left() {
        Stream<String> released = plan.giver().filter(group.builds()::contains).stream()
                .flatMap(any -> plan.left().stream())
                .map(RepositoryFile::path);
        return Stream.concat(packed().stream(), released).distinct().toList();
    }

    /** Those for archives. */
    List<String> packed() {
        return made().stream()
                .filter(pattern -> pattern.startsWith(TREE))
                .map(pattern -> pattern.substring(TREE.length()))
                .toList();
    }

    /** The tar of {@link #left} as a path in the artifact of a build. */
    String wrapped(Build build) {
        return programs(build).get(0) + WRAPPED;
    }

    /** The tar that contains that, next to the first program; nothing if there is none. */
    Optional<Text> wrapped(Variant variant) {
        return left().isEmpty()
                ? Optional.empty()
                : Optional.of(programs(variant).get(0).plus(Text.of(WRAPPED)));
    }

    /** The patterns of files that only the build has. */
    private List<String> made() {
        return plan.packing().of(group.os()).include().stream()
                .filter(BuildArtifacts::isMade)
                .map(BuildArtifacts::pattern)
                .toList();
    }

    private static boolean isMade(String line) {
        return line.startsWith(OUT_DIR) || line.startsWith(TREE);
    }

    private static String pattern(String line) {
        int into = line.indexOf(Packing.INTO);
        return into < 0 ? line : line.substring(0, into);
    }

    private Text inOutDir(Variant variant, String pattern) {
        String file = pattern.substring(OUT_DIR.length());
        return plan.toolchain()
                .outDir(variant)
                .map(folder -> folder.plus(Text.of("/" + file)))
                .orElseGet(() -> Text.of(file));
    }

    /** The folder that an artifact does not have: what all paths share before the first that is a pattern. */
    private String root(Variant variant) {
        List<String> shared = null;
        for (Text path : paths(variant)) {
            List<String> folders = folders(path.source());
            shared = shared == null ? folders : common(shared, folders);
        }
        return shared == null || shared.isEmpty() ? "" : String.join("/", shared) + "/";
    }

    private static List<String> folders(String path) {
        List<String> parts = Arrays.asList(path.split("/"));
        List<String> folders = new ArrayList<>();
        for (String part : parts.subList(0, parts.size() - 1)) {
            if (part.indexOf('*') >= 0 || part.indexOf('?') >= 0 || part.indexOf('[') >= 0) {
                break;
            }
            folders.add(part);
        }
        return folders;
    }

    private static List<String> common(List<String> one, List<String> other) {
        int same = 0;
        while (same < Math.min(one.size(), other.size()) && one.get(same).equals(other.get(same))) {
            same++;
        }
        return one.subList(0, same);
    }

    /** A build as its own variant of a job, with its own values in the place of those of a matrix. */
    private Variant variant(Build build) {
        return variant(plan, group, build, Text.of(""));
    }

    /** A build by itself, with its own values in the place of those of a matrix. */
    static Variant variant(ReleasePlan plan, BuildGroup group, Build build, Text tag) {
        return new Variant(
                Text.of(build.platform()),
                group.os(),
                Text.of(build.recipe().target()),
                group.container().isPresent(),
                new VariantMethods(List.of(build.recipe().way()), Expr.text("")),
                build.own().features().map(features -> Text.of(String.join(",", features))),
                build.own().glibc().map(Expr::text),
                List.copyOf(group.env().keySet()),
                plan.project().name(),
                new TagName(tag, plan.tags().prefix()),
                plan.actions());
    }
}
