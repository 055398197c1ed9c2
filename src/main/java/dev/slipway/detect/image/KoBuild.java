package dev.slipway.detect.image;

import dev.slipway.detect.fact.Fact;
import dev.slipway.detect.files.RepositoryFiles;
import dev.slipway.shell.Command;
import dev.slipway.source.InvalidSource;
import dev.slipway.source.Node;
import dev.slipway.source.SourceText;
import dev.slipway.source.YamlReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An image that ko builds of a program, without a Dockerfile.
 *
 * @see <a href="https://ko.build/configuration/">Configuration of ko</a>
 */
record KoBuild(Command command, RepositoryFiles files) {
    private static final Pattern MODULE = Pattern.compile("(?m)^module[ \\t]++\"?([\\w./~-]{1,300})");
    private static final String USUAL_BASE = "cgr.dev/chainguard/static:latest";

    /** What the command pushes; empty if it pushes nothing, or is none of ko. */
    Optional<ImageBuild> build() {
        Options options = new Options(command.arguments());
        String repository = command.env().getOrDefault("KO_DOCKER_REPO", "");
        boolean builds = command.program().equals("ko") && options.says("build", "publish", "resolve", "apply");
        boolean local = repository.isEmpty() || repository.matches("(?:ko|kind)\\.local.*");
        if (!builds || local || options.says("--push=false", "--local", "-L")) {
            return Optional.empty();
        }
        List<String> tags = options.lists("--tags", "-t");
        List<String> platforms = options.lists("--platform");
        return Optional.of(new ImageBuild(
                Optional.empty(),
                "",
                "",
                name(options, repository).stream()
                        .flatMap(image -> (tags.isEmpty() ? List.of("latest") : tags)
                                .stream().map(tag -> image + ":" + tag))
                        .toList(),
                platforms.isEmpty() ? texts("defaultPlatforms") : platforms,
                options.values("--image-label"),
                List.of(),
                true));
    }

    /** The name that ko makes of a repository and of the path of a program. */
    private Optional<String> name(Options options, String repository) {
        if (options.has("--bare")) {
            return Optional.of(repository);
        }
        String program = options.plain(1).stream()
                .reduce((first, second) -> second)
                .orElse("")
                .replaceFirst("^ko://", "")
                .replaceFirst("/$", "");
        if (options.says("-B", "--base-import-paths")) {
            return Optional.of(last(program))
                    .filter(last -> last.matches("[a-z0-9._-]*[a-z0-9]"))
                    .map(last -> repository + "/" + last);
        }
        return imported(program)
                .map(path -> repository + "/"
                        + (options.says("-P", "--preserve-import-paths") ? path : last(path) + "-" + md5(path)));
    }

    private static String md5(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException none) {
            throw new IllegalStateException(none);
        }
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The path by which Go imports a program: that of its module, and the folder below it. */
    private Optional<String> imported(String program) {
        if (!program.matches("\\.(?:/.*)?")) {
            return Optional.of(program)
                    .filter(path -> path.indexOf('.') > 0 && path.matches("[\\w-][\\w.-]*+/[\\w./-]++"));
        }
        return files.read(RepositoryFiles.plain(command.folder() + "/go.mod"))
                .map(source -> MODULE.matcher(source.text()))
                .filter(Matcher::find)
                .map(module -> module.group(1) + program.substring(1));
    }

    /** What the image is based on. */
    Fact<String> base() {
        String said = command.env().getOrDefault("KO_DEFAULTBASEIMAGE", "");
        return !said.isEmpty()
                ? new Fact<>(said, "KO_DEFAULTBASEIMAGE")
                : texts("defaultBaseImage").stream()
                        .findFirst()
                        .map(base -> new Fact<>(base, config() + " defaultBaseImage"))
                        .orElse(new Fact<>(USUAL_BASE, "ko, whose default it is"));
    }

    private String config() {
        return RepositoryFiles.plain(command.folder() + "/"
                + command.env().getOrDefault("KO_CONFIG_PATH", ".").replaceFirst("(?:^|/)\\.ko\\.yaml$", "")
                + "/.ko.yaml");
    }

    private List<String> texts(String key) {
        return files.has(config())
                ? files.read(config()).flatMap(KoBuild::root).flatMap(root -> root.child(key)).stream()
                        .flatMap(value -> value.<Stream<Node>>fold(
                                mapping -> Stream.of(), sequence -> sequence.items().stream(), Stream::of))
                        .flatMap(item -> item instanceof Node.Scalar scalar ? Stream.of(scalar.text()) : Stream.of())
                        .toList()
                : List.of();
    }

    private static Optional<Node> root(SourceText source) {
        try {
            return Optional.of(YamlReader.read(source));
        } catch (InvalidSource unreadable) {
            return Optional.empty();
        }
    }
}
