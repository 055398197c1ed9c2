package dev.slipway.report;

import java.util.List;

/**
 * Who speaks: what a report says of the program that made it.
 *
 * @param version the version of Slipway
 * @param rules the rules that may have found something
 */
public record Tool(String version, List<RuleInfo> rules) {
    /** Where Slipway lives. */
    public static final String HOME = "https://github.com/slipway-dev/slipway";

    public Tool {
        rules = List.copyOf(rules);
    }

    /** A page of the documentation. */
    static String page(String name) {
        return HOME + "/blob/main/docs/" + name;
    }
}
