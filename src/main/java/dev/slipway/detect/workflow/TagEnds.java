package dev.slipway.detect.workflow;

import dev.slipway.detect.fact.Takeover;
import dev.slipway.run.dry.DryStep;
import dev.slipway.shell.Symbols;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Finds releases whose tags have a word after the version, such as {@code v1.2.3-cli}: to a config, that is a prerelease. */
public final class TagEnds {
    private static final List<String> INPUTS = List.of("tag_name", "tag", "tagName", "tag-name");
    private static final String END = "[A-Za-z0-9._+-]{1,40}";

    private TagEnds() {}

    /** What to say of each such tag. */
    public static Takeover of(List<ExistingWorkflow> workflows) {
        Map<String, Takeover.Left> found = new LinkedHashMap<>();
        workflows.stream()
                .flatMap(workflow -> workflow.jobs().stream())
                .flatMap(job -> job.steps().stream())
                .filter(step -> ReleaseStep.of(step).isPresent())
                .forEach(step -> tags(step).forEach(tag -> {
                    String end = tag.substring(tag.lastIndexOf('}') + 1);
                    if (tag.indexOf('{') == tag.lastIndexOf('{') && tag.contains(Symbols.VERSION) && end.matches(END)) {
                        found.putIfAbsent(
                                tag,
                                new Takeover.Left(
                                        "tag",
                                        tag,
                                        "no config puts a word after the version: tags that end with '"
                                                + end
                                                + "' create prereleases, and a release that creates its tag leaves it out",
                                        step.place()));
                    }
                }));
        return new Takeover(Map.of(), List.copyOf(found.values()), List.of());
    }

    private static Stream<String> tags(DryStep step) {
        Stream<String> created = step.commands().stream()
                .filter(command -> command.toString().startsWith("gh release create "))
                .flatMap(command -> command.arguments().stream().skip(2).limit(1));
        return Stream.concat(
                        INPUTS.stream()
                                .flatMap(name -> Stream.ofNullable(step.with().get(name))),
                        created)
                .map(tag -> Symbols.settled(tag.strip()).replaceFirst("^refs/tags/", ""));
    }
}
