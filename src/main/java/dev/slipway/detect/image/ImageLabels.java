package dev.slipway.detect.image;

import dev.slipway.detect.files.RepositoryFiles;
import dev.slipway.run.dry.DryRow;
import dev.slipway.run.dry.DryStep;
import dev.slipway.shell.Symbols;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The labels that jobs give to the images that they push, in addition to those of a Dockerfile. */
public final class ImageLabels {
    /** Stands for the usual labels of an action, which replace those of a Dockerfile. */
    private static final String USUAL = "LABELS";

    private ImageLabels() {}

    /** Whether only a run knows some of the labels, as if an action makes the usual ones. */
    public static boolean areOpen(List<DockerInstruction> labels) {
        return labels.stream().anyMatch(one -> one.word().equals(USUAL));
    }

    /** Each as a Dockerfile writes it, by its first step; after them, whether there are others. */
    public static List<DockerInstruction> of(List<DryRow> jobs, RepositoryFiles files) {
        Map<String, DockerInstruction> found = jobs.stream()
                .filter(job -> ImageNames.pushing(job, files).findAny().isPresent())
                .flatMap(job -> job.steps().stream())
                .flatMap(step -> lines(step, files)
                        .filter(line -> line.matches("[^\\s=\"']++=[^\"]*+"))
                        .map(line -> new DockerInstruction("LABEL", quoted(line), step.place())))
                .collect(Collectors.toMap(
                        DockerInstruction::text, one -> one, (first, second) -> first, LinkedHashMap::new));
        List<DockerInstruction> all = new ArrayList<>(found.values());
        jobs.stream()
                .flatMap(job -> job.steps().stream())
                .filter(step -> !step.action().equals("docker/metadata-action"))
                .filter(step -> lines(step, files).anyMatch(line -> line.equals(Symbols.UNKNOWN)))
                .limit(1)
                .forEach(step -> all.add(new DockerInstruction(USUAL, "", step.place())));
        return List.copyOf(all);
    }

    private static Stream<String> lines(DryStep step, RepositoryFiles files) {
        return step.action().equals("docker/metadata-action")
                ? step.with().getOrDefault("labels", "").lines().map(String::strip)
                : new ImageBuilds(files)
                        .of(step).stream().filter(ImageBuild::pushed).flatMap(build -> build.labels().stream());
    }

    private static String quoted(String line) {
        int sign = line.indexOf('=');
        return line.substring(0, sign + 1) + "\"" + line.substring(sign + 1) + "\"";
    }
}
