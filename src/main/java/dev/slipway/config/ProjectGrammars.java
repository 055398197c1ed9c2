package dev.slipway.config;

import dev.slipway.migrate.ConfigVersion;
import java.util.List;

/** The texts that say what a project says of itself, and of the actions that it uses. */
public final class ProjectGrammars {
    public static final Grammar NAME = new Grammar(
            "name",
            "names",
            64,
            "[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9_])?",
            "letters, digits, '.', '_' and '-', beginning with a letter or digit",
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
            "(?!.*" + Grammar.HOLE + ")[^\"\\\\`$" + Grammar.CONTROL + "]*[^ \"\\\\`$" + Grammar.CONTROL + "][^\"\\\\`$"
                    + Grammar.CONTROL + "]*",
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

    public static final Grammar PAGE = new Grammar(
            "path",
            "paths",
            200,
            Grammar.PATH_PART + "(/" + Grammar.PATH_PART + ")*(?<=[^/]\\.md)",
            "the path of a '.md' file below the repository, with '/' and without '..'",
            "docs/releasing.md");

    /** A file that a config extends: relative to the file that names it, so it may lead upward. */
    public static final Grammar BASE = new Grammar(
            "path",
            "paths",
            200,
            "(\\./)?(\\.\\./)*" + Grammar.PATH_PART + "(/" + Grammar.PATH_PART + ")*(?<=[^/]\\.ya?ml)",
            "the path of a '.yml' or '.yaml' file of this repository, with '/' and relative to this file",
            "./shared/slipway.base.yml");

    public static final Grammar VERSION = new Grammar(
            "version of Slipway",
            "versions of Slipway",
            16,
            ConfigVersion.PATTERN,
            "the version that the config was written for",
            "0.1");

    public static final Grammar ACTION = new Grammar(
            "action",
            "actions",
            200,
            REPOSITORY.pattern().replace("$", "(/|$)") + "(/" + Grammar.PATH_PART + ")*",
            "owner/name, without '@'",
            "actions/checkout");

    public static final Grammar ACTION_REF = new Grammar(
            "version of an action",
            "versions of actions",
            100,
            "[A-Za-z0-9](?!.*(\\.\\.|//))[A-Za-z0-9._/-]*(?<![/.])",
            "a commit of 40 digits, or a tag",
            "v6.0.2");

    /** All of them, in the order of this file. */
    static final List<Grammar> ALL = List.of(NAME, REPOSITORY, PROSE, LICENSE, PAGE, BASE, VERSION, ACTION, ACTION_REF);

    private ProjectGrammars() {}
}
