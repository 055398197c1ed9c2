package dev.slipway.config;

import java.util.List;

/** The texts that say what an image is called, and what is in it. */
public final class ImageGrammars {
    private static final String IMAGE_HOST =
            "((localhost|[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+)(:[0-9]{1,5})?|[A-Za-z0-9-]+:[0-9]{1,5})/";
    private static final String IMAGE_PART = "[a-z0-9]+((\\.|__?|-+)[a-z0-9]+)*";
    private static final String IMAGE_PATH = "(" + IMAGE_HOST + ")?" + IMAGE_PART + "(/" + IMAGE_PART + ")*";
    private static final String NO_WORD_OF_YAML = "(?!(true|false|null)$)";
    private static final String IMAGE_TAG_PART = "\\{(version|tag|major|minor|patch|sha)\\}";
    private static final String SECRET = "(?![gG][iI][tT][hH][uU][bB]_)[A-Za-z_][A-Za-z0-9_]*";

    /**
     * An image of a registry.
     *
     * @see <a href="https://github.com/distribution/reference">the grammar of references</a>
     */
    public static final Grammar IMAGE = new Grammar(
            "image",
            "images",
            255,
            NO_WORD_OF_YAML + IMAGE_PATH + "(:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(@sha256:[0-9a-f]{64})?",
            "a lower-case name with an optional tag",
            "debian:bookworm-slim");

    /** An image that Slipway gives tags to. */
    public static final Grammar IMAGE_NAME = new Grammar(
            "image name", "image names", 255, IMAGE_PATH, "a lower-case name without a tag", "ghcr.io/otto-rs/otto");

    public static final Grammar PLATFORM = new Grammar(
            "platform",
            "platforms",
            32,
            "linux/[a-z0-9]+(/v[0-9]+)?",
            "'linux/' and an architecture as Docker calls it",
            "linux/amd64");

    public static final Grammar USER = new Grammar(
            "user",
            "users",
            32,
            "[a-z_][a-z0-9_-]*|[0-9]{1,10}(:[0-9]{1,10})?",
            "a name in lower case, or a number",
            "otto");

    /** The host of a registry, as it stands at the beginning of an image's name. */
    public static final Grammar REGISTRY = new Grammar(
            "registry",
            "registries",
            200,
            "[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*(:[0-9]{1,5})?",
            "the host that the name of the image begins with",
            "docker.io");

    /** The <a href="https://docs.github.com/en/actions/reference/security/secrets#naming-your-secrets">names of two secrets</a>. */
    public static final Grammar LOGIN = new Grammar(
            "login",
            "logins",
            200,
            SECRET + ":" + SECRET,
            "the names of two secrets with ':' between them, the user first",
            "DOCKERHUB_USERNAME:DOCKERHUB_TOKEN");

    public static final Grammar VARIANT = new Grammar(
            "variant",
            "variants",
            32,
            "(?!dockerignore$)[a-z0-9]([a-z0-9.-]*[a-z0-9])?",
            "lower-case letters, digits, '.' and '-', but not 'dockerignore'",
            "alpine");

    /** A tag of an image, with placeholders; what it becomes has at most 128 characters. */
    public static final Grammar IMAGE_TAG = new Grammar(
                    "image tag",
                    "image tags",
                    80,
                    "([A-Za-z0-9_]|" + IMAGE_TAG_PART + ")([A-Za-z0-9_.-]|" + IMAGE_TAG_PART + ")*",
                    "letters, digits, '.', '_', '-', {version}, {tag}, {major}, {minor}, {patch} and {sha}",
                    "{major}.{minor}")
            .filling("major", "minor", "patch", "sha", "tag", "version");

    public static final Grammar LABEL = new Grammar(
            "label",
            "labels",
            100,
            "[a-z0-9]+([._/-][a-z0-9]+)*",
            "lower-case words with '.', '-', '_' or '/' between them",
            "org.opencontainers.image.vendor");

    public static final Grammar LABEL_VALUE = new Grammar(
            "value",
            "values",
            500,
            "[^\"'`\\\\${}" + Grammar.CONTROL + "]*",
            "one line of text without quotes, '\\', '$', '{' and '}'",
            "the makers of Otto");

    public static final Grammar IMAGE_VALUE = new Grammar(
            "value",
            "values",
            1000,
            "[^\"'`\\\\$" + Grammar.CONTROL + "]*",
            "one line of text without quotes, '\\' and '$'",
            "info");

    public static final Grammar FILE = new Grammar(
            "path",
            "paths",
            200,
            Grammar.PATH_PART + "(/" + Grammar.PATH_PART + ")*",
            "a path below the repository, without '..', wildcards and spaces",
            "etc/otto.toml");

    public static final Grammar DOCKERFILE = new Grammar(
            "path of a Dockerfile",
            "paths of Dockerfiles",
            200,
            "(" + Grammar.PATH_PART + "/)*Dockerfile(?!.*\\.dockerignore)(\\.[A-Za-z0-9_-]+)*",
            "a path below the repository whose last part is 'Dockerfile', or begins with 'Dockerfile.'",
            "Dockerfile.release");

    public static final Grammar IMAGE_FILE = new Grammar(
            "path in an image",
            "paths in an image",
            200,
            "(/" + Grammar.PATH_PART + ")+",
            "a path beginning with '/', without '..' and spaces",
            "/etc/otto.toml");

    public static final Grammar IMAGE_FOLDER = new Grammar(
            "folder in an image",
            "folders in an image",
            200,
            "/|(/" + Grammar.PATH_PART + ")+",
            "a path beginning with '/', without '..' and spaces",
            "/usr/bin");

    public static final Grammar PORT = new Grammar(
            "port",
            "ports",
            10,
            "([1-9][0-9]{0,3}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5])(/(tcp|udp))?",
            "a number from 1 to 65535, and '/udp' if it is not TCP",
            "8080");

    public static final Grammar ARGUMENT = new Grammar(
            "argument",
            "arguments",
            500,
            "[^\"'`" + Grammar.CONTROL + "]+",
            "text on one line, without quotes",
            "--help");

    public static final Grammar WORD = new Grammar(
            "argument",
            "arguments",
            100,
            "[A-Za-z0-9._/=:@%+,-]+",
            "letters, digits, '-', '.', '_', '/', '=', ':', '@', '%', '+' and ','",
            "--version");

    /** All of them, in the order of this file. */
    static final List<Grammar> ALL = List.of(
            IMAGE,
            IMAGE_NAME,
            PLATFORM,
            USER,
            REGISTRY,
            LOGIN,
            VARIANT,
            IMAGE_TAG,
            LABEL,
            LABEL_VALUE,
            IMAGE_VALUE,
            FILE,
            DOCKERFILE,
            IMAGE_FILE,
            IMAGE_FOLDER,
            PORT,
            ARGUMENT,
            WORD);

    private ImageGrammars() {}
}
