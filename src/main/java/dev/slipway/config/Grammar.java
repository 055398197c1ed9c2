package dev.slipway.config;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Which texts are taken for a value: only such as mean the same in YAML, in a shell, in a Dockerfile and in a file
 * system, so that nothing that is generated needs to think about escaping.
 *
 * @param noun what the text is, such as {@code name}
 * @param plural what several of them are
 * @param longest how many characters it may have
 * @param pattern what it must match as a whole
 * @param words the same for people: completes "write …"
 * @param example a good one
 */
public record Grammar(String noun, String plural, int longest, String pattern, String words, String example) {
    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;
    private static final String NO_GIT = "(?!\\.[gG][iI][tT](/|$))";
    private static final String PATH_PART = NO_GIT + "(?!-)[A-Za-z0-9._@+-]+(?<!\\.)";
    private static final String GLOB_PART = NO_GIT + "(?!\\.{1,2}(/|$))(?!-)(?![^/]*\\*\\*)[A-Za-z0-9._@+*?\\[\\]-]+";
    private static final String PATH_FILTER_PART =
            "(\\*\\*(?=/|$)|(?!\\.{1,2}(/|$))(?!-)(?![^/]*\\*\\*)[A-Za-z0-9._@*-]+)";
    /** What a release fills in. */
    private static final String HOLE = "@(TAG@|VERSION@|SHA256:)";

    private static final String IMAGE_HOST =
            "((localhost|[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+)(:[0-9]{1,5})?|[A-Za-z0-9-]+:[0-9]{1,5})/";
    private static final String IMAGE_PART = "[a-z0-9]+((\\.|__?|-+)[a-z0-9]+)*";
    private static final String IMAGE_PATH = "(" + IMAGE_HOST + ")?" + IMAGE_PART + "(/" + IMAGE_PART + ")*";
    private static final String IMAGE_TAG_PART = "\\{(version|tag|major|minor|patch|sha)\\}";
    private static final String SECRET = "(?!(?i:GITHUB_))[A-Za-z_][A-Za-z0-9_]*";
    private static final String DEPENDED = "[a-z0-9][a-z0-9+.-]+( \\((<<|<=|=|>=|>>) [0-9][A-Za-z0-9.+:~-]*\\))?";
    private static final String REF_PATTERN = "([A-Za-z0-9._/-]|\\[[A-Za-z0-9._-]+\\]|(?<=[A-Za-z0-9._\\]-])[?+]|\\*)+";
    private static final String REF_WORDS =
            "letters, digits, '.', '_', '-', '/' and the wildcards '*', '?', '+', '[a-z]'";
    private static final String REF = "(?![/.])(?!.*(\\.\\.|//))" + REF_PATTERN + "(?<![/.])";

    public static final Grammar NAME = new Grammar(
            "name",
            "names",
            64,
            "[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9_])?",
            "letters, digits, '.', '_' and '-', with a letter or a digit first",
            "otto");

    /** {@code owner/name}, as in the address of a repository. */
    public static final Grammar REPOSITORY = new Grammar(
            "repository",
            "repositories",
            140,
            "[A-Za-z0-9]([A-Za-z0-9_-]{0,37}[A-Za-z0-9])?/(?!\\.{1,2}$)[A-Za-z0-9._-]{1,100}",
            "the owner, a '/' and the name",
            "otto-rs/otto");

    public static final Grammar PROSE = new Grammar(
            "description",
            "descriptions",
            200,
            "(?!.*" + HOLE + ")[^\"\\\\`$\\p{Cntrl}]*[^\"\\\\`$\\p{Cntrl}\\s][^\"\\\\`$\\p{Cntrl}]*",
            "one line of text without '\"', '\\', '`', '$' and marks such as '@TAG@'",
            "runs tasks");

    /** An <a href="https://spdx.github.io/spdx-spec/v2.3/SPDX-license-expressions/">SPDX expression</a>. */
    public static final Grammar LICENSE = new Grammar(
            "license",
            "licenses",
            100,
            "[A-Za-z0-9(][A-Za-z0-9.+() -]*",
            "an SPDX expression, without '/'",
            "MIT OR Apache-2.0");

    /**
     * A <a href="https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#filter-pattern-cheat-sheet">filter
     * pattern</a>.
     */
    public static final Grammar TAG = new Grammar(
            "tag pattern", "tag patterns", 100, "!?" + REF, REF_WORDS + ", behind a '!' to exclude tags", "v*");

    public static final Grammar BRANCH =
            new Grammar("branch pattern", "branch patterns", 100, REF, REF_WORDS, "release/**");

    public static final Grammar TARGET = new Grammar(
            "target", "targets", 64, "[A-Za-z0-9][A-Za-z0-9._-]*", "a system and an architecture", "linux-amd64");

    public static final Grammar TITLE = new Grammar(
            "title",
            "titles",
            120,
            "([^\"\\\\`$!{}\\p{Cntrl}]|\\{(name|tag|version)\\})+",
            "one line of text with {name}, {tag} and {version}, without '\"', '\\', '`', '$' and '!'",
            "{name} {version}");

    /** The name of a <a href="https://docs.github.com/en/actions/concepts/workflows-and-actions/deployment-environments">deployment
     * environment</a>. */
    public static final Grammar ENVIRONMENT = new Grammar(
            "environment",
            "environments",
            100,
            "[A-Za-z0-9]([A-Za-z0-9._/-]*[A-Za-z0-9])?",
            "letters, digits, '.', '_', '-' and '/'",
            "release");

    public static final Grammar RUNNER = new Grammar(
            "runner label",
            "runner labels",
            100,
            "[A-Za-z0-9][A-Za-z0-9._-]*",
            "one label of letters, digits, '.', '_' and '-'",
            "ubuntu-latest");

    /**
     * An image of a registry.
     *
     * @see <a href="https://github.com/distribution/reference">the grammar of references</a>
     */
    public static final Grammar IMAGE = new Grammar(
            "image",
            "images",
            255,
            IMAGE_PATH + "(:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(@sha256:[0-9a-f]{64})?",
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
            "the host that the image's name begins with",
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
            "{major}.{minor}");

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
            "[^\"'`\\\\${}\\p{Cntrl}]*",
            "one line of text without quotes, '\\', '$', '{' and '}'",
            "the makers of Otto");

    public static final Grammar IMAGE_VALUE = new Grammar(
            "value",
            "values",
            1000,
            "[^\"'`\\\\$\\p{Cntrl}]*",
            "one line of text without quotes, '\\' and '$'",
            "info");

    public static final Grammar FILE = new Grammar(
            "path",
            "paths",
            200,
            PATH_PART + "(/" + PATH_PART + ")*",
            "a path below the repository, without '..', wildcards and spaces",
            "etc/otto.toml");

    /** A file of the repository that people can download, and what it is called there. */
    public static final Grammar RELEASE_FILE = new Grammar(
            "file",
            "files",
            200,
            "(?!\\.git(/|$))" + PATH_PART + "(/" + PATH_PART + ")*( => " + PATH_PART + ")?",
            "a path below the repository, without '..', wildcards and spaces, and ' => name' behind it for another name",
            "CHANGELOG.md");

    public static final Grammar IMAGE_FILE = new Grammar(
            "path in an image",
            "paths in an image",
            200,
            "(/" + PATH_PART + ")+",
            "a path with '/' first, without '..' and spaces",
            "/etc/otto.toml");

    public static final Grammar IMAGE_FOLDER = new Grammar(
            "folder in an image",
            "folders in an image",
            200,
            "/|(/" + PATH_PART + ")+",
            "a path with '/' first, without '..' and spaces",
            "/usr/bin");

    public static final Grammar PORT = new Grammar(
            "port", "ports", 10, "[1-9][0-9]{0,4}(/(tcp|udp))?", "a number, and '/udp' if it is not TCP", "8080");

    public static final Grammar ARGUMENT = new Grammar(
            "argument", "arguments", 500, "[^\"'`\\p{Cntrl}]+", "text on one line, without quotes", "--help");

    public static final Grammar WORD = new Grammar(
            "argument",
            "arguments",
            100,
            "[A-Za-z0-9._/=:@%+,-]+",
            "letters, digits, '-', '.', '_', '/', '=', ':', '@', '%', '+' and ','",
            "--version");

    /** A package name of <a href="https://www.debian.org/doc/debian-policy/ch-controlfields.html#source">Debian</a>. */
    public static final Grammar DEBIAN_PACKAGE = new Grammar(
            "package",
            "packages",
            100,
            "[a-z0-9][a-z0-9+.-]+(:[a-z0-9]+)?",
            "lower-case letters, digits, '+', '.' and '-'",
            "libssl-dev");

    /** The name of a <a href="https://www.debian.org/doc/debian-policy/ch-controlfields.html#package">Debian package</a>. */
    public static final Grammar DEBIAN_NAME = new Grammar(
            "name in Debian",
            "names in Debian",
            100,
            "[a-z0-9][a-z0-9+.-]+",
            "at least two lower-case letters, digits, '+', '.' and '-'",
            "otto");

    /** A Debian package, the version that it needs, and others that do as well. */
    public static final Grammar DEPENDENCY = new Grammar(
            "dependency",
            "dependencies",
            200,
            DEPENDED + "( \\| " + DEPENDED + ")*",
            "a Debian package, with its version behind it in brackets, or several with ' | ' between them",
            "libssl3 (>= 3.0)");

    public static final Grammar MAINTAINER = new Grammar(
            "maintainer",
            "maintainers",
            200,
            "[^\"\\\\`$<>,@\\p{Cntrl}\\s][^\"\\\\`$<>,@\\p{Cntrl}]* <[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+>",
            "a name and an address in angle brackets",
            "Otto Maker <otto@example.org>");

    /** How to show a registry who publishes. */
    public static final Grammar PUBLISHING =
            new Grammar("login", "logins", 16, "trusted|token", "trusted or token", "trusted");

    /** A <a href="https://docs.brew.sh/Taps">tap of Homebrew</a>. */
    public static final Grammar TAP = new Grammar(
            "tap",
            "taps",
            140,
            "[A-Za-z0-9]([A-Za-z0-9_-]{0,37}[A-Za-z0-9])?/homebrew-[A-Za-z0-9][A-Za-z0-9._-]*",
            "the owner, a '/' and a name that begins with 'homebrew-'",
            "otto-rs/homebrew-tap");

    /** An identifier of the <a href="https://learn.microsoft.com/windows/package-manager/package/manifest">Windows Package Manager</a>. */
    public static final Grammar WINGET = new Grammar(
            "package identifier",
            "package identifiers",
            128,
            "[A-Za-z0-9][A-Za-z0-9+_-]{0,31}(\\.[A-Za-z0-9][A-Za-z0-9+_-]{0,31}){1,7}",
            "the publisher, a '.' and the name",
            "OttoMakers.Otto");

    public static final Grammar FORMULA = new Grammar(
            "formula",
            "formulae",
            100,
            "[a-z0-9][a-z0-9+._-]*(/[a-z0-9+._-]+){0,2}(@[a-z0-9.]+)?",
            "the name of a Homebrew formula",
            "openssl@3");

    /** What some package manager knows: apt, Homebrew or Chocolatey. */
    public static final Grammar PACKAGE = new Grammar(
            "package name",
            "package names",
            100,
            "[A-Za-z0-9][A-Za-z0-9+._-]*(/[A-Za-z0-9+._-]+){0,2}([:@][A-Za-z0-9.]+)?",
            "letters, digits, '+', '.', '_' and '-'",
            "libssl-dev");

    /** How to build; {@code cross} with a version or a commit behind it. */
    public static final Grammar METHOD = new Grammar(
            "build method",
            "build methods",
            64,
            "native|gcc|zig|cross(@([0-9]+\\.[0-9]+\\.[0-9]+[0-9A-Za-z.-]*|[0-9a-f]{7,40}))?",
            "native, gcc, cross, cross@ and a version or commit, zig, or { image: … }",
            "cross@0.2.5");

    public static final Grammar TOOLCHAIN = new Grammar(
            "toolchain",
            "toolchains",
            64,
            "[A-Za-z0-9][A-Za-z0-9._-]*",
            "a version as the toolchain's own key takes it",
            "1.94.0");

    public static final Grammar FEATURE = new Grammar(
            "feature",
            "features",
            64,
            "[A-Za-z0-9_][A-Za-z0-9_+.-]*(/[A-Za-z0-9_][A-Za-z0-9_+.-]*)?",
            "the name of a feature",
            "vendored");

    /** Of the <a href="https://sourceware.org/glibc/wiki/Glibc%20Timeline">GNU C library</a>. */
    public static final Grammar GLIBC =
            new Grammar("version of glibc", "versions of glibc", 8, "2\\.[0-9]{1,2}", "2 and a number", "2.17");

    /** GitHub sets those that start with {@code GITHUB_} and {@code RUNNER_} itself. */
    public static final Grammar VARIABLE = new Grammar(
            "variable name",
            "variable names",
            100,
            "(?!GITHUB_|RUNNER_)[A-Za-z_][A-Za-z0-9_]*",
            "letters, digits and '_', not starting with 'GITHUB_' or 'RUNNER_'",
            "RUSTFLAGS");

    public static final Grammar VALUE = new Grammar(
            "value", "values", 1000, "[^\"'`\\p{Cntrl}]*", "one line of text without quotes", "-C debuginfo=0");

    /** Whether a placeholder is known is for the plan to say. */
    public static final Grammar ARCHIVE_NAME = new Grammar(
            "archive name",
            "archive names",
            200,
            "([A-Za-z0-9_]|\\{[a-z-]+\\})([A-Za-z0-9._-]|\\{[a-z-]+\\})*",
            "letters, digits, '.', '_', '-' and placeholders such as {name}, {tag} and {platform}",
            "{name}-{tag}-{platform}");

    /** Files, and the folder of the archive that they go to. */
    public static final Grammar INCLUDE = new Grammar(
            "file pattern",
            "file patterns",
            200,
            "(\\{out-dir\\}/)?" + GLOB_PART + "(/" + GLOB_PART + ")*/?( => " + PATH_PART + "(/" + PATH_PART + ")*/)?",
            "a path below the repository, without '..', '**' and spaces, and ' => folder/' behind it",
            "LICENSE*");

    /** A file that the program makes, as a path in the archive. */
    public static final Grammar GENERATED = new Grammar(
            "file",
            "files",
            200,
            "(?!.*" + HOLE + ")" + PATH_PART + "(/" + PATH_PART + ")*",
            "a path in the archive, without '..' and spaces",
            "complete/otto.bash");

    public static final Grammar PAGE = new Grammar(
            "path",
            "paths",
            200,
            PATH_PART + "(/" + PATH_PART + ")*(?<=[^/]\\.md)",
            "the path of a '.md' file below the repository, with '/' and without '..'",
            "docs/releasing.md");

    public static final Grammar ACTION = new Grammar(
            "action",
            "actions",
            200,
            REPOSITORY.pattern().replace("$", "(/|$)") + "(/" + PATH_PART + ")*",
            "owner/name, without '@'",
            "actions/checkout");

    public static final Grammar ACTION_REF = new Grammar(
            "version of an action",
            "versions of actions",
            100,
            "[A-Za-z0-9](?!.*(\\.\\.|//))[A-Za-z0-9._/-]*(?<![/.])",
            "a commit of 40 digits, or a tag",
            "v6.0.2");

    /** The id of a job, and the name of a command that is one. */
    public static final Grammar JOB = new Grammar(
            "job", "jobs", 64, "[A-Za-z_][A-Za-z0-9_-]*", "letters, digits, '-' and '_', with a letter first", "test");

    /** Fields of <a href="https://pubs.opengroup.org/onlinepubs/9799919799/utilities/crontab.html">cron</a>; the plan reads them. */
    public static final Grammar CRON = new Grammar(
            "schedule",
            "schedules",
            100,
            "[A-Za-z0-9*/,-]+( [A-Za-z0-9*/,-]+)*",
            "minute, hour, day of the month, month and day of the week, in UTC",
            "0 6 * * 1");

    /** A pattern that GitHub's path filters and Git's {@code :(glob)} read alike. */
    public static final Grammar PATH_FILTER = new Grammar(
            "path pattern",
            "path patterns",
            200,
            PATH_FILTER_PART + "(/" + PATH_FILTER_PART + ")*",
            "a path below the repository, with '*' in a name and '**' for folders",
            "docs/**");

    /** A scope of the token of a job. */
    public static final Grammar SCOPE =
            new Grammar("permission", "permissions", 40, "[a-z]+(-[a-z]+)*", "the name of a permission", "checks");

    /** A line of shell: the one kind of text that is there to be run, so it is taken as it is. */
    public static final Grammar COMMAND = new Grammar(
            "command", "commands", 1000, "\\P{Cntrl}*[^\\s\\p{Cntrl}]\\P{Cntrl}*", "one line of shell", "make smoke");

    /** All of them but the commands, in the order of this file. */
    static final List<Grammar> ALL = List.of(
            NAME,
            REPOSITORY,
            PROSE,
            LICENSE,
            TAG,
            BRANCH,
            TARGET,
            RUNNER,
            IMAGE,
            IMAGE_NAME,
            TITLE,
            ENVIRONMENT,
            PLATFORM,
            USER,
            DEBIAN_PACKAGE,
            DEBIAN_NAME,
            DEPENDENCY,
            MAINTAINER,
            PUBLISHING,
            TAP,
            WINGET,
            FORMULA,
            PACKAGE,
            METHOD,
            TOOLCHAIN,
            FEATURE,
            GLIBC,
            VARIABLE,
            VALUE,
            ARCHIVE_NAME,
            INCLUDE,
            GENERATED,
            PAGE,
            ACTION,
            ACTION_REF,
            JOB,
            CRON,
            PATH_FILTER,
            SCOPE);

    /** Why a text is not one; nothing if it is. The length comes first, for a pattern takes its time with a long text. */
    String fault(String text) {
        if (text.length() > longest) {
            return "has more than " + longest + " characters";
        }
        if (text.contains("${{")) {
            return "contains an expression '${{'";
        }
        if (text.contains("\n") || text.contains("\r")) {
            return "contains a line break";
        }
        if (text.codePoints().anyMatch(Character::isISOControl)) {
            return "contains a control character";
        }
        if (text.codePoints().anyMatch(Grammar::isUnseen)) {
            return "contains a character that nobody sees";
        }
        return Pattern.matches(pattern, text) ? "" : text.isEmpty() ? "is empty" : "is not one";
    }

    /** Whether it ends lines, turns the direction of text, or is no character; emoji are joined by one that does not. */
    private static boolean isUnseen(int c) {
        return switch (Character.getType(c)) {
            case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE, Character.UNASSIGNED ->
                true;
            case Character.FORMAT -> c != ZERO_WIDTH_JOINER && c != ZERO_WIDTH_NON_JOINER;
            default -> false;
        };
    }

    String advice() {
        return "write " + words + ", such as '" + example + "'";
    }
}
