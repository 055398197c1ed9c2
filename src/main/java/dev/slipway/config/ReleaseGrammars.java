package dev.slipway.config;

import java.util.List;

/** The texts that say what a release is called, and what is in it. */
public final class ReleaseGrammars {
    private static final String ARCHIVE_HOLE = "\\{(arch|name|os|platform|tag|target|version)\\}";
    private static final String FILE_HOLE = "\\{(?:name|tag|version)\\}";
    private static final String CHECKSUM_HOLE = "\\{(hash|name|tag|version)\\}";
    private static final String GLOB_PART =
            Grammar.NO_GIT + "(?!\\.{1,2}(/|$))(?!-)(?![^/]*\\*\\*)[A-Za-z0-9._@+*?\\[\\]-]+";

    /**
     * A <a href="https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#filter-pattern-cheat-sheet">filter
     * pattern</a>.
     */
    public static final Grammar TAG = new Grammar(
            "tag pattern",
            "tag patterns",
            100,
            "!?" + Grammar.REF,
            Grammar.REF_WORDS + ", after a '!' to exclude tags",
            "v*");

    public static final Grammar TITLE = new Grammar(
                    "title",
                    "titles",
                    120,
                    "([^\"\\\\`$!{}" + Grammar.CONTROL + "]|\\{(name|tag|version)\\})+",
                    "one line of text with {name}, {tag} and {version}, without '\"', '\\', '`', '$' and '!'",
                    "{name} {version}")
            .filling("name", "tag", "version");

    /** The name of the file that has the checksums of all others. */
    public static final Grammar CHECKSUM_FILE = new Grammar(
                    "checksum file",
                    "checksum files",
                    120,
                    "([A-Za-z0-9_]|" + CHECKSUM_HOLE + ")([A-Za-z0-9._-]|" + CHECKSUM_HOLE + ")*",
                    "letters, digits, '.', '_', '-' and the placeholders {hash}, {name}, {tag} and {version}",
                    "{name}_{version}_checksums.txt")
            .filling("hash", "name", "tag", "version");

    /** The name of a <a href="https://docs.github.com/en/actions/concepts/workflows-and-actions/deployment-environments">deployment
     * environment</a>. */
    public static final Grammar ENVIRONMENT = new Grammar(
            "environment",
            "environments",
            100,
            "[A-Za-z0-9]([A-Za-z0-9._/-]*[A-Za-z0-9])?",
            "letters, digits, '.', '_', '-' and '/'",
            "release");

    /** A file of the repository that people can download, and what it is called there. */
    public static final Grammar RELEASE_FILE = new Grammar(
                    "file",
                    "files",
                    200,
                    "(?!\\.git(/|$))(?!(.*/|.* => )?\\.[^/]*$)(\\{(archive|build)\\}/)?" + Grammar.PATH_PART + "(/"
                            + Grammar.PATH_PART + ")*( => ([A-Za-z0-9_@+]|" + FILE_HOLE + ")([A-Za-z0-9._@+-]|"
                            + FILE_HOLE
                            + ")*(?<!\\.))?",
                    "a path below the repository, without '..', wildcards and spaces, and ' => name' after it for another "
                            + "name, which may have {name}, {tag} and {version}; GitHub keeps no name that begins with a dot",
                    "CHANGELOG.md")
            .filling("archive", "build", "name", "tag", "version");

    public static final Grammar ARCHIVE_NAME = new Grammar(
                    "archive name",
                    "archive names",
                    200,
                    "([A-Za-z0-9_]|" + ARCHIVE_HOLE + ")([A-Za-z0-9._-]|" + ARCHIVE_HOLE + ")*",
                    "letters, digits, '.', '_', '-' and placeholders such as {name}, {tag} and {platform}",
                    "{name}-{tag}-{platform}")
            .filling("arch", "name", "os", "platform", "tag", "target", "version");

    /** Files, and the folder of the archive that they go to. */
    public static final Grammar INCLUDE = new Grammar(
                    "file pattern",
                    "file patterns",
                    200,
                    "(\\{(out-dir|build)\\}/)?" + GLOB_PART + "(/" + GLOB_PART + ")*/?( => " + Grammar.PATH_PART + "(/"
                            + Grammar.PATH_PART + ")*/)?",
                    "a path below the repository, without '..', '**' and spaces, and ' => folder/' after it",
                    "LICENSE*")
            .filling("build", "out-dir");

    /** A file that the program makes, as a path in the archive. */
    public static final Grammar GENERATED = new Grammar(
            "file",
            "files",
            200,
            "(?!.*" + Grammar.HOLE + ")" + Grammar.PATH_PART + "(/" + Grammar.PATH_PART + ")*",
            "a path in the archive, without '..' and spaces",
            "complete/otto.bash");

    /** All of them, in the order of this file. */
    static final List<Grammar> ALL =
            List.of(TAG, TITLE, CHECKSUM_FILE, ENVIRONMENT, RELEASE_FILE, ARCHIVE_NAME, INCLUDE, GENERATED);

    private ReleaseGrammars() {}
}
