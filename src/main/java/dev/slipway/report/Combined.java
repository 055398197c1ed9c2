package dev.slipway.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The answers about several projects of a repository in one. */
public final class Combined {
    private Combined() {}

    /**
     * One object with the answer about each project, if there is one.
     *
     * @param answers objects by the configs of the projects
     */
    public static String json(Map<String, String> answers) {
        return Json.of(json -> json.put("version", 1)
                .list(
                        "projects",
                        answers.entrySet().stream()
                                .filter(answer -> !answer.getValue().isBlank())
                                .toList(),
                        answer -> json.put("config", answer.getKey()).copy("report", answer.getValue())));
    }

    /**
     * One line with the answer about a repository.
     *
     * @param answer an object; blank if there is none, and then the problem says why
     */
    public static String line(String directory, int exit, String answer, String problem) {
        return Json.line(json -> {
            json.put("directory", directory).put("exit", exit);
            if (answer.isBlank()) {
                json.put("error", problem);
            } else {
                json.copy(answer);
            }
        });
    }

    /** One run with what is wrong with the files of each project, and with the configs that say nothing. */
    public static String sarif(Tool tool, List<DriftReport> drifts, List<FindingReport> invalid) {
        List<Sarif.Result> results = new ArrayList<>();
        drifts.forEach(report -> results.addAll(report.results()));
        invalid.forEach(report -> results.addAll(report.results()));
        List<RuleInfo> rules = drifts.stream()
                .flatMap(report -> report.allRules().stream())
                .distinct()
                .toList();
        return Sarif.of(new Tool(tool.version(), rules.isEmpty() ? DriftReport.rules() : rules), results);
    }
}
