package dev.slipway.lint;

import dev.slipway.source.Problem;
import dev.slipway.source.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Finds shells that the runner does not have. */
final class ShellName implements Rule<WorkflowFile> {
    private static final Set<String> EVERYWHERE = new TreeSet<>(List.of("bash", "sh", "pwsh", "python"));
    private static final Set<String> WINDOWS = Set.of("cmd", "powershell");

    @Override
    public String id() {
        return "shell-name";
    }

    @Override
    public String summary() {
        return "shells are known to GitHub, or are commands with '{0}' for the script";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public List<Problem> check(WorkflowFile file, LintContext context) {
        List<Problem> problems = new ArrayList<>();
        file.place()
                .at("defaults", "run", "shell")
                .flatMap(shell -> check(shell, Optional.empty()))
                .ifPresent(problems::add);
        for (JobView job : file.jobs()) {
            Optional<JobView> here = Optional.of(job);
            job.place()
                    .at("defaults", "run", "shell")
                    .flatMap(shell -> check(shell, here))
                    .ifPresent(problems::add);
            for (StepView step : job.steps()) {
                step.place().at("shell").flatMap(shell -> check(shell, here)).ifPresent(problems::add);
            }
        }
        return problems;
    }

    private static Optional<Problem> check(Place shell, Optional<JobView> job) {
        String name = shell.text();
        if (name.isEmpty()
                || name.contains("{0}")
                || name.contains("${{")
                || EVERYWHERE.contains(name.toLowerCase(Locale.ROOT))) {
            return Optional.empty();
        }
        if (!WINDOWS.contains(name.toLowerCase(Locale.ROOT))) {
            return Optional.of(shell.problem(
                    "unknown shell '" + name + "'",
                    "the shells are " + String.join(", ", EVERYWHERE)
                            + ", cmd and powershell, or a command with {0} for the script"));
        }
        String system = job.map(ShellName::system).orElse("");
        return system.isEmpty() || system.equals("windows")
                ? Optional.empty()
                : Optional.of(shell.problem(
                        "'" + name + "' exists only on Windows",
                        system.equals("macos") ? "this job runs on macOS" : "this job runs on Linux"));
    }

    /** The system that a job runs on, if its label shows it. */
    private static String system(JobView job) {
        return job.labels().stream()
                .map(label -> label.text().toLowerCase(Locale.ROOT))
                .flatMap(label -> Stream.of("ubuntu", "macos", "windows").filter(name -> label.startsWith(name + "-")))
                .findFirst()
                .orElse("");
    }
}
