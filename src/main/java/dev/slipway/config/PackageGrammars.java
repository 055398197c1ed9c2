package dev.slipway.config;

import java.util.List;

/** The texts that say what packages are called, and who makes them. */
public final class PackageGrammars {
    private static final String DEPENDED = "[a-z0-9][a-z0-9+.-]+( \\((<<|<=|=|>=|>>) [0-9][A-Za-z0-9.+:~-]*\\))?";

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
            "a Debian package, with a version in parentheses after it, or several with ' | ' between them",
            "libssl3 (>= 3.0)");

    /** The name of a <a href="https://rpm-software-management.github.io/rpm/manual/spec.html">package for RPM</a>. */
    public static final Grammar RPM_NAME = new Grammar(
            "name in RPM",
            "names in RPM",
            100,
            "[A-Za-z0-9][A-Za-z0-9._+-]*",
            "letters, digits, '.', '_', '+' and '-', beginning with a letter or digit",
            "otto");

    /** What a package for RPM needs, and of which version. */
    public static final Grammar RPM_DEPENDENCY = new Grammar(
            "requirement",
            "requirements",
            200,
            "[A-Za-z0-9/][A-Za-z0-9._+/:()-]*( (<|<=|=|>=|>) [0-9][A-Za-z0-9.+:~^-]*)?",
            "a package, a library such as 'libfoo.so.1()(64bit)' or a path, with a version after it",
            "openssl-libs >= 3.0");

    /** The name of a file for Debian. */
    public static final Grammar DEBIAN_FILE = file("deb", "{package}_{version}_{platform}.deb");

    /** The name of a file for RPM. */
    public static final Grammar RPM_FILE = file("rpm", "{package}-{version}.{arch}.rpm");

    public static final Grammar MAINTAINER = new Grammar(
            "maintainer",
            "maintainers",
            200,
            "[^\"\\\\`$<>,@ " + Grammar.CONTROL + "][^\"\\\\`$<>,@" + Grammar.CONTROL
                    + "]* <[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+>",
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

    /** All of them, in the order of this file. */
    static final List<Grammar> ALL = List.of(
            DEBIAN_NAME,
            DEPENDENCY,
            RPM_NAME,
            RPM_DEPENDENCY,
            DEBIAN_FILE,
            RPM_FILE,
            MAINTAINER,
            PUBLISHING,
            TAP,
            WINGET);

    private PackageGrammars() {}

    private static Grammar file(String ending, String example) {
        String hole = "\\{(arch|name|package|platform|tag|version)\\}";
        return new Grammar(
                        "file of a package",
                        "files of a package",
                        200,
                        "([A-Za-z0-9_]|" + hole + ")([A-Za-z0-9._+-]|" + hole + ")*\\." + ending,
                        "letters, digits, '.', '_', '+', '-' and placeholders such as {package}, {version} and {arch}, with '."
                                + ending + "' at the end",
                        example)
                .filling("arch", "name", "package", "platform", "tag", "version");
    }
}
