package dev.slipway.lint;

import dev.slipway.source.Problem;
import dev.slipway.source.Severity;
import java.util.List;

/** One thing that can be wrong with a kind of file. */
interface Rule<F extends LintedFile> {
    /** The name of the rule: its class name in kebab case. */
    String id();

    /** What it finds, in one sentence. */
    String summary();

    Severity severity();

    /**
     * Finds every place at which a file breaks the rule, some of them perhaps twice.
     *
     * @throws Comparison.TooMuch if the file has too much to compare; nothing else, whatever the file contains
     */
    List<Problem> check(F file, LintContext context);
}
