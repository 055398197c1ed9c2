package dev.slipway.scripts.macos;

import dev.slipway.Examples;
import dev.slipway.model.workflow.Expr;
import dev.slipway.model.workflow.Matrix;
import dev.slipway.model.workflow.Run;
import dev.slipway.model.workflow.StepsJob;
import dev.slipway.model.workflow.Strategy;
import dev.slipway.model.workflow.Text;
import dev.slipway.model.workflow.Workflow;
import dev.slipway.read.WorkflowReader;
import dev.slipway.source.SourceText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The scripts that are generated, and those of them that run on macOS. */
final class MacScripts {
    private static final Pattern FILE = Pattern.compile("(?:bash|sh) (?:repository/)?(\\.slipway/\\S+\\.sh)");

    private MacScripts() {}

    /** Every workflow of this repository and of its examples, by its path. */
    static Map<Path, Workflow> workflows() {
        Map<Path, Workflow> workflows = new LinkedHashMap<>();
        Stream.concat(Stream.of(Path.of("")), Examples.folders().stream())
                .flatMap(folder -> files(folder.resolve(".github/workflows"), "ya?ml"))
                .forEach(file -> workflows.put(file, workflow(file.toString(), Examples.read(file))));
        return workflows;
    }

    static Workflow workflow(String name, String yaml) {
        return WorkflowReader.read(new SourceText(name, yaml));
    }

    /** All files of a folder whose names end so; none if there is no such folder. */
    static Stream<Path> files(Path folder, String ending) {
        if (!Files.isDirectory(folder)) {
            return Stream.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().matches(".*\\." + ending)).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What bash runs in a workflow, by job and step. */
    static Map<String, String> scripts(Path file, Workflow workflow, boolean onlyMacos) {
        Map<String, String> scripts = new LinkedHashMap<>();
        for (StepsJob job : workflow.jobs().stream()
                .filter(StepsJob.class::isInstance)
                .map(StepsJob.class::cast)
                .toList()) {
            if (onlyMacos && !onMacos(job)) {
                continue;
            }
            List<Run> runs = job.steps().stream()
                    .filter(Run.class::isInstance)
                    .map(Run.class::cast)
                    .filter(run -> run.shell().map(Text::source).orElse("bash").matches("(ba)?sh\\b.*"))
                    .filter(run -> !onlyMacos || !elsewhere(run))
                    .toList();
            for (int i = 0; i < runs.size(); i++) {
                String script = runs.get(i).script().source();
                String place = file + ", job " + job.id() + ", script " + (i + 1);
                scripts.put(place, script.replaceAll("\\$\\{\\{.*?}}", "VALUE"));
                Matcher started = FILE.matcher(script);
                while (started.find()) {
                    Optional.ofNullable(file.getParent())
                            .map(folder -> folder.resolve("../..")
                                    .resolve(started.group(1))
                                    .normalize())
                            .ifPresent(path -> scripts.put(path.toString(), Examples.read(path)));
                }
            }
        }
        return scripts;
    }

    private static boolean elsewhere(Run run) {
        return run.common()
                .condition()
                .map(Expr::source)
                .filter(condition -> condition.matches(".*runner\\.os == '(Linux|Windows)'.*"))
                .isPresent();
    }

    private static boolean onMacos(StepsJob job) {
        List<String> labels = job.runsOn().labels().stream().map(Text::source).toList();
        Optional<Matrix> matrix = job.strategy().flatMap(Strategy::matrix);
        return labels.stream().anyMatch(label -> label.contains("macos"))
                || labels.stream().anyMatch(label -> label.contains("matrix."))
                        && matrix.filter(it -> it.toString().contains("macos-")
                                        || it.dynamic().isPresent()
                                        || !it.computed().isEmpty())
                                .isPresent();
    }
}
