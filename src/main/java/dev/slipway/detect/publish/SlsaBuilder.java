package dev.slipway.detect.publish;

import dev.slipway.detect.asset.ReleasedFile;
import dev.slipway.detect.fact.Fact;
import dev.slipway.detect.fact.Takeover;
import dev.slipway.detect.files.RepositoryFiles;
import dev.slipway.detect.workflow.ExistingWorkflow;
import dev.slipway.model.workflow.CallJob;
import dev.slipway.shell.Symbols;
import dev.slipway.source.InvalidSource;
import dev.slipway.source.Node;
import dev.slipway.source.SourceText;
import dev.slipway.source.Wildcard;
import dev.slipway.source.YamlReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds the programs that a workflow of GitHub's builds in Go and releases, each with a proof, by a config for each platform.
 *
 * @see <a href="https://github.com/slsa-framework/slsa-github-generator/tree/main/internal/builders/go">builder of Go</a>
 */
public final class SlsaBuilder {
    /** The workflow of GitHub's that is called; it uploads what it builds unless an input says otherwise. */
    public static final String BUILDER = "slsa-framework/slsa-github-generator/.github/workflows/builder_go_slsa3.yml";

    private static final String USUAL = ".slsa-goreleaser.yml";
    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{\\{[^}]{0,200}}}");
    private static final Pattern FIELD =
            Pattern.compile("\\{\\{-?\\s{0,5}\\.([A-Za-z_]\\w{0,40})(?:\\.(\\w{1,60}))?\\s{0,5}-?}}");

    /** More platforms than Go has. */
    private static final int MOST = 60;

    private SlsaBuilder() {}

    /** The names of its files, as far as the configs show them. */
    public static List<Fact<ReleasedFile>> of(ExistingWorkflow workflow, RepositoryFiles files) {
        return calls(workflow)
                .flatMap(call -> configs(
                                Provenance.said(call.inputs(), "config-file").orElse(USUAL), files)
                        .flatMap(file -> files.read(file).stream())
                        .flatMap(config -> program(config).stream())
                        .flatMap(name -> Stream.of(name, name + ".intoto.jsonl"))
                        .map(name -> new Fact<>(
                                new ReleasedFile(Symbols.settled(name), Optional.empty(), Symbols.guessed(name)),
                                place(workflow, call))))
                .toList();
    }

    /** That it builds as its configs say, of which nothing else is read. */
    public static Takeover takeover(ExistingWorkflow workflow, RepositoryFiles files) {
        return new Takeover(
                Map.of(),
                calls(workflow)
                        .flatMap(call -> configs(call, files)
                                .limit(1)
                                .map(config -> new Takeover.Left(
                                        "go",
                                        config.name(),
                                        "programs are built with its 'env', 'flags' and 'ldflags': compare them with 'go.cgo', "
                                                + "'go.flags', 'go.tags' and 'go.ldflags'",
                                        place(workflow, call))))
                        .toList(),
                List.of());
    }

    private static Stream<CallJob> calls(ExistingWorkflow workflow) {
        return workflow.run().workflow().jobs().stream()
                .flatMap(job ->
                        job instanceof CallJob call && call.workflow().name().equals(BUILDER)
                                ? Stream.of(call)
                                : Stream.of())
                .filter(call -> !Provenance.said(call.inputs(), "upload-assets")
                        .orElse("true")
                        .equals("false"));
    }

    private static String place(ExistingWorkflow workflow, CallJob call) {
        return workflow.run().places().getOrDefault(call.id(), workflow.file()) + " jobs." + call.id();
    }

    private static Stream<SourceText> configs(CallJob call, RepositoryFiles files) {
        return configs(Provenance.said(call.inputs(), "config-file").orElse(USUAL), files)
                .flatMap(file -> files.read(file).stream());
    }

    /** The files that an input names; a matrix may fill in a part of it. */
    private static Stream<String> configs(String input, RepositoryFiles files) {
        String pattern = EXPRESSION.matcher(input.strip()).replaceAll("*").replaceFirst("^\\./", "");
        int slash = pattern.lastIndexOf('/');
        String folder = slash < 0 ? "." : pattern.substring(0, slash);
        if (folder.contains("*")) {
            return Stream.empty();
        }
        Wildcard wildcard = Wildcard.of(pattern.substring(slash + 1), Wildcard.Dialect.SHELL);
        return files.list(folder).stream()
                .filter(name -> name.matches(".*\\.ya?ml") && wildcard.matches(name))
                .map(name -> slash < 0 ? name : folder + "/" + name)
                .filter(files::has)
                .limit(MOST);
    }

    /** What the program of a config is called. */
    private static Optional<String> program(SourceText config) {
        try {
            Node read = YamlReader.read(config);
            return text(read, "binary")
                    .map(name -> FIELD.matcher(name).replaceAll(field -> switch (field.group(1)) {
                        case "Os" -> text(read, "goos").orElse(Symbols.UNKNOWN);
                        case "Arch" -> text(read, "goarch").orElse(Symbols.UNKNOWN);
                        case "Tag" -> Symbols.TAG;
                        case "Env" -> field.group(2) == null ? Symbols.UNKNOWN : Symbols.byName(field.group(2));
                        default -> Symbols.UNKNOWN;
                    }));
        } catch (InvalidSource unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<String> text(Node mapping, String key) {
        return mapping.child(key)
                .map(value ->
                        value.fold(some -> "", list -> "", text -> text.text().strip()))
                .filter(value -> value.matches("[\\w.{} -]{1,200}"));
    }
}
