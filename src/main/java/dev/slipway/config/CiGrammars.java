package dev.slipway.config;

import java.util.List;

/** The texts that say when checks run, and what they are called. */
public final class CiGrammars {
    private static final String PATH_FILTER_PART =
            "(\\*\\*(?=/|$)|(?!\\.{1,2}(/|$))(?!-)(?![^/]*\\*\\*)[A-Za-z0-9._@*-]+)";

    public static final Grammar BRANCH =
            new Grammar("branch pattern", "branch patterns", 100, Grammar.REF, Grammar.REF_WORDS, "release/**");

    /** The id of a job, and the name of a command that is one. */
    public static final Grammar JOB = new Grammar(
            "job",
            "jobs",
            64,
            "[A-Za-z_][A-Za-z0-9_-]*",
            "letters, digits, '-' and '_', beginning with a letter",
            "test");

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

    /** All of them, in the order of this file. */
    static final List<Grammar> ALL = List.of(BRANCH, JOB, CRON, PATH_FILTER, SCOPE);

    private CiGrammars() {}
}
