package dev.slipway.detect.image;

import dev.slipway.detect.fact.Fact;
import dev.slipway.detect.files.RepositoryFiles;
import dev.slipway.run.dry.DryRow;
import dev.slipway.run.dry.DryStep;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What jobs give images beyond their names: bills of materials, provenance, annotations, signatures and build arguments. */
public final class ImageProofs {
    /** How an argument of a build begins. */
    public static final String ARGUMENT = "build-arg ";

    private static final Pattern BESIDE =
            Pattern.compile("(?i)version|base|image|tag|commit|sha|date|revision|arch|platform");

    private ImageProofs() {}

    /** Each as the workflow writes it, such as {@code sbom: true}. */
    public static List<Fact<String>> of(List<DryRow> jobs, RepositoryFiles files) {
        return jobs.stream()
                .flatMap(job -> job.steps().stream())
                .flatMap(step -> Stream.of(inputs(step), options(step), signatures(step), arguments(step, files))
                        .flatMap(texts -> texts)
                        .map(text -> new Fact<>(text, step.place())))
                .distinct()
                .toList();
    }

    /** Docker attaches provenance anyway, but not all of it. */
    private static Stream<String> inputs(DryStep step) {
        return ImageNames.pushes(step)
                ? attached(
                        step.with().getOrDefault("sbom", "false"),
                        step.with().getOrDefault("provenance", ""),
                        !step.with().getOrDefault("annotations", "").isBlank())
                : Stream.of();
    }

    /** The same by the options of commands. */
    private static Stream<String> options(DryStep step) {
        return step.commands().stream()
                .filter(command -> command.program().equals("docker"))
                .map(command -> new Options(command.arguments()))
                .filter(options -> options.has("--push"))
                .flatMap(options -> attached(
                        options.values("--sbom").stream().findFirst().orElse("false"),
                        options.values("--provenance").stream().findFirst().orElse(""),
                        !options.values("--annotation").isEmpty()));
    }

    /** What a Dockerfile compiles with: not what only names a version or an image to start from. */
    private static Stream<String> arguments(DryStep step, RepositoryFiles files) {
        return new ImageBuilds(files)
                .of(step).stream()
                        .flatMap(build -> build.arguments().stream())
                        .filter(argument -> argument.matches("\\w{1,60}+=[^{}$]++")
                                && !BESIDE.matcher(argument.replaceFirst("=.*", ""))
                                        .find())
                        .map(argument -> ARGUMENT + argument);
    }

    private static Stream<String> attached(String sbom, String provenance, boolean annotated) {
        return Stream.of(
                        sbom.equals("false") ? "" : "sbom: " + sbom,
                        provenance.contains("mode=max") ? "provenance: " + provenance : "",
                        annotated ? "annotations" : "")
                .filter(text -> !text.isEmpty());
    }

    private static Stream<String> signatures(DryStep step) {
        boolean attests = step.action().startsWith("actions/attest")
                && step.with().getOrDefault("push-to-registry", "").equals("true");
        Stream<String> commands = step.commands().stream()
                .filter(command -> command.program().equals("cosign"))
                .flatMap(command -> command.arguments().stream().limit(1))
                .filter(word -> word.matches("sign|attest"))
                .map(word -> "cosign " + word);
        return Stream.concat(attests ? Stream.of(step.action()) : Stream.of(), commands);
    }
}
