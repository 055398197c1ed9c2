package dev.slipway.config;

import java.util.List;

/** The texts that say what is built, where and how. */
public final class BuildGrammars {
    public static final Grammar TARGET = new Grammar(
            "target", "targets", 64, "[A-Za-z0-9][A-Za-z0-9._-]*", "a system and an architecture", "linux-amd64");

    public static final Grammar RUNNER = new Grammar(
            "runner label",
            "runner labels",
            100,
            "[A-Za-z0-9][A-Za-z0-9._-]*",
            "one label of letters, digits, '.', '_' and '-'",
            "ubuntu-latest");

    /** A package name of <a href="https://www.debian.org/doc/debian-policy/ch-controlfields.html#source">Debian</a>. */
    public static final Grammar DEBIAN_PACKAGE = new Grammar(
            "package",
            "packages",
            100,
            "[a-z0-9][a-z0-9+.-]+(:[a-z0-9]+)?",
            "lower-case letters, digits, '+', '.' and '-'",
            "libssl-dev");

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

    /** How to build; {@code cross} with a version or a commit after it. */
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
            "value",
            "values",
            1000,
            "[^\"'`" + Grammar.CONTROL + "]*",
            "one line of text without quotes",
            "-C debuginfo=0");

    /** A line of shell: the one kind of text that is there to be run, so it is taken as it is. */
    public static final Grammar COMMAND = new Grammar(
            "command",
            "commands",
            1000,
            "[^" + Grammar.CONTROL + "]*[^ " + Grammar.CONTROL + "][^" + Grammar.CONTROL + "]*",
            "one line of shell",
            "make smoke");

    /** All of them but the commands, in the order of this file. */
    static final List<Grammar> ALL = List.of(
            TARGET, RUNNER, DEBIAN_PACKAGE, FORMULA, PACKAGE, METHOD, TOOLCHAIN, FEATURE, GLIBC, VARIABLE, VALUE);

    private BuildGrammars() {}
}
