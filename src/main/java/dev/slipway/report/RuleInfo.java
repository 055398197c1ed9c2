package dev.slipway.report;

import java.util.Map;

/**
 * What a reader of findings may want to know of the rule that found them.
 *
 * @param id its name in findings
 * @param summary what it is about, in one sentence
 * @param page the address of the documentation
 */
public record RuleInfo(String id, String summary, String page) {
    private static final String CONFIG = Tool.page("config.md");

    /** The rules for configs, which have no section on the page of all rules. */
    private static final Map<String, RuleInfo> FOR_CONFIGS = Map.of(
            "config", new RuleInfo("config", "configs contain only what Slipway can generate", CONFIG),
            "yaml", new RuleInfo("yaml", "configs are YAML documents", CONFIG),
            "runner", new RuleInfo("runner", "GitHub hosts the runners in the config", CONFIG),
            "container", new RuleInfo("container", "builds can run in the containers in the config", CONFIG));

    /**
     * What is known of a rule.
     *
     * @param summary what a rule with a section on the page of all rules is about
     */
    public static RuleInfo of(String id, String summary) {
        return FOR_CONFIGS.getOrDefault(id, new RuleInfo(id, summary, Tool.page("rules.md") + "#" + id));
    }
}
