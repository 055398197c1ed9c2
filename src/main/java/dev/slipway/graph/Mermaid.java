package dev.slipway.graph;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A graph of jobs for Markdown.
 *
 * @see <a href="https://mermaid.js.org/syntax/flowchart.html">Mermaid flowcharts</a>
 */
final class Mermaid {
    /** Ids that Mermaid takes for a keyword at their beginning, or for an arrow in their middle. */
    private static final Pattern MISREAD = Pattern.compile(
            "(?i)(end|graph|flowchart|subgraph|style|linkstyle|class|classdef|click|href|call|default|direction"
                    + "|interpolate|_(self|blank|parent|top)|[ox]|tb|bt|lr|rl|td|br)(?![A-Za-z0-9_]).*|.*--.*|.*-");

    private Mermaid() {}

    static String of(JobGraph graph) {
        StringBuilder text = new StringBuilder("flowchart LR\n");
        Map<String, String> ids = new HashMap<>();
        for (JobGraph.Node node : graph.nodes()) {
            boolean misread = MISREAD.matcher(node.id()).matches();
            // no id of a job begins with two underscores, so none of these is taken
            String id = misread ? "__" + ids.size() : node.id();
            ids.put(node.id(), id);
            text.append("    ")
                    .append(id)
                    .append(misread ? "[\"" + node.id() + "\"]" : "")
                    .append('\n');
        }
        for (JobGraph.Node node : graph.nodes()) {
            for (String need : node.needs()) {
                text.append("    ")
                        .append(ids.get(need))
                        .append(" --> ")
                        .append(ids.get(node.id()))
                        .append('\n');
            }
        }
        return text.toString();
    }
}
