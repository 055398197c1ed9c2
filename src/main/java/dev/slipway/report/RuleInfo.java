package dev.slipway.report;

/**
 * What a reader of findings may want to know of the rule that found them.
 *
 * @param id its name in findings
 * @param summary what it is about, in one sentence
 * @param page the address where more is said
 */
public record RuleInfo(String id, String summary, String page) {
    /** A rule with a section on the page of all rules. */
    public static RuleInfo of(String id, String summary) {
        return new RuleInfo(id, summary, Tool.page("rules.md") + "#" + id);
    }
}
