package dev.slipway.lint;

import dev.slipway.source.Finding;
import dev.slipway.source.InvalidSource;
import dev.slipway.source.Node;
import dev.slipway.source.Problem;
import dev.slipway.source.Severity;
import dev.slipway.source.SourceText;
import dev.slipway.source.Span;
import dev.slipway.source.YamlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds everything that is wrong with a set of files that belong together. */
public final class Linter {
    /** The id under which the first layer, the shape of a workflow, reports. */
    static final String SYNTAX = "syntax";

    private static final int MANY = 8;

    private final LintOptions options;

    public Linter(LintOptions options) {
        this.options = options;
    }

    /** Whether a file of this name is of a kind that can be checked. */
    public static boolean knows(String name) {
        return FileKind.of(name) != FileKind.OTHER;
    }

    /**
     * Checks workflows, their lockfile, Dockerfiles and ignore files, told apart by their names, each alone and all
     * together; where they are many, on all processors. The findings are the same, and in the same order.
     */
    public List<Finding> check(List<SourceText> files) {
        Map<Boolean, List<SourceText>> kinds = files.stream()
                .collect(Collectors.partitioningBy(file -> FileKind.of(file.name()) == FileKind.WORKFLOW));
        List<SourceText> workflows = kinds.getOrDefault(true, List.of());
        List<ReadFile> others =
                kinds.getOrDefault(false, List.of()).stream().map(ReadFile::of).toList();
        LintContext context = new LintContext(workflows, others, BuildContexts.NONE, options);
        List<Checked> checked =
                eachOf(workflows).map(file -> Checked.of(file, context)).toList();
        BuildContexts builds =
                BuildContexts.all(checked.stream().map(Checked::builds).toList());
        LintContext complete = new LintContext(workflows, others, builds, options);
        return Stream.concat(
                        checked.stream().flatMap(file -> file.findings().stream()),
                        others.stream().flatMap(file -> check(file, complete)))
                .sorted()
                .distinct()
                .toList();
    }

    /**
     * A workflow that was looked at, of which no more is kept.
     *
     * @param builds what it tells the rules for Dockerfiles
     */
    private record Checked(List<Finding> findings, BuildContexts builds) {
        static Checked of(SourceText text, LintContext context) {
            try {
                WorkflowFile file = new WorkflowFile(text, YamlReader.read(text));
                return new Checked(checkWorkflow(file, context), BuildContexts.of(ImageBuild.in(file)));
            } catch (InvalidSource invalid) {
                return new Checked(invalid.findings(), BuildContexts.NONE);
            }
        }
    }

    /** A few files are done before a second thread has started. */
    private static <T> Stream<T> eachOf(List<T> items) {
        return items.size() < MANY ? items.stream() : items.parallelStream();
    }

    private static Stream<Finding> check(ReadFile file, LintContext context) {
        return Stream.of(
                        file.faults().stream(),
                        file.lock().stream().flatMap(it -> run(Rules.LOCK, it, context)),
                        file.dockerfile().stream().flatMap(it -> run(Rules.DOCKERFILE, it, context)))
                .flatMap(it -> it);
    }

    /**
     * What is wrong between workflows and their lockfile, and nothing else; nothing where there is no lockfile.
     *
     * @param tree which files the repository has or will have, by their paths
     */
    public static List<Finding> checkLock(List<SourceText> files, Predicate<String> tree) {
        List<Finding> findings = new ArrayList<>();
        LintOptions options = new LintOptions(Optional.empty(), Optional.of(tree));
        List<SourceText> texts = files.stream()
                .filter(file -> FileKind.of(file.name()) == FileKind.LOCK)
                .toList();
        for (SourceText text : texts) {
            ReadFile read = ReadFile.of(text);
            LintContext context = new LintContext(List.of(), List.of(read), BuildContexts.NONE, options);
            check(read, context).forEach(findings::add);
            List<Rule<WorkflowFile>> rules = List.of(new LockedActions());
            files.stream()
                    .filter(file -> read.lock().isPresent() && FileKind.of(file.name()) == FileKind.WORKFLOW)
                    .forEach(file -> read(file, findings)
                            .ifPresent(root -> findings.addAll(run(rules, new WorkflowFile(file, root), context)
                                    .toList())));
        }
        return findings.stream().sorted().distinct().toList();
    }

    private static Optional<Node> read(SourceText file, List<Finding> findings) {
        try {
            return Optional.of(YamlReader.read(file));
        } catch (InvalidSource invalid) {
            findings.addAll(invalid.findings());
            return Optional.empty();
        }
    }

    /** A place of the wrong shape is told of once, not by every rule that cannot make sense of it. */
    private static List<Finding> checkWorkflow(WorkflowFile file, LintContext context) {
        List<Problem> shape = WorkflowSchema.standard().check(file.root());
        Set<List<String>> told =
                shape.stream().map(problem -> problem.where().tokens()).collect(Collectors.toSet());
        Stream<Finding> misshapen = shape.stream().map(problem -> finding(SYNTAX, Severity.ERROR, problem, file));
        Stream<Finding> others = Rules.WORKFLOW.stream()
                .flatMap(rule -> rule.check(file, context).stream()
                        .filter(problem -> !told.contains(problem.where().tokens()))
                        .map(problem -> finding(rule.id(), rule.severity(), problem, file)));
        return Stream.concat(misshapen, others).toList();
    }

    private static <F extends LintedFile> Stream<Finding> run(List<Rule<F>> rules, F file, LintContext context) {
        return rules.stream()
                .flatMap(rule -> rule.check(file, context).stream()
                        .map(problem -> finding(rule.id(), rule.severity(), problem, file)));
    }

    private static Finding finding(String rule, Severity severity, Problem problem, LintedFile file) {
        Span span = file.root().locate(problem.where());
        return new Finding(rule, severity, file.source().name(), span, problem.message(), problem.help());
    }
}
