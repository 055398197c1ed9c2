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
import java.util.HashSet;
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

    private static final Linted NOTHING = new Linted(List.of(), Optional.empty());

    private static final Node.Entry ON =
            new Node.Entry("on", Span.START, new Node.Scalar(Node.Scalar.Type.TEXT, "push", true, Span.START));

    private final LintOptions options;
    private final RuleSet rules;

    public Linter(LintOptions options) {
        this(options, new RuleSet(Rules.WORKFLOW, Rules.DOCKERFILE, Rules.LOCK));
    }

    Linter(LintOptions options, RuleSet rules) {
        this.options = options;
        this.rules = rules;
    }

    /** Whether a file of this name is of a kind that can be checked. */
    public static boolean knows(String name) {
        return FileKind.of(name) != FileKind.OTHER;
    }

    /** The findings of {@link #lint}, without the reasons why a rule failed. */
    public List<Finding> check(List<SourceText> files) {
        return lint(files).findings();
    }

    /**
     * Checks workflows, their lockfile, Dockerfiles and ignore files, told apart by their names, each alone and all
     * together; if there are many, on all processors. The findings are the same, and in the same order.
     */
    public Linted lint(List<SourceText> files) {
        Map<Boolean, List<SourceText>> kinds = files.stream()
                .collect(Collectors.partitioningBy(file -> FileKind.of(file.name()) == FileKind.WORKFLOW));
        List<SourceText> workflows = kinds.getOrDefault(true, List.of());
        List<ReadFile> others =
                kinds.getOrDefault(false, List.of()).stream().map(ReadFile::of).toList();
        LintContext context = new LintContext(workflows, others, BuildContexts.NONE, options);
        List<Checked> checked = Each.of(workflows, file -> checked(file, context));
        BuildContexts builds =
                BuildContexts.all(checked.stream().map(Checked::builds).toList());
        LintContext complete = new LintContext(workflows, others, builds, options);
        Linted all = Linted.all(Stream.concat(
                checked.stream().map(Checked::linted), others.stream().map(file -> check(file, complete))));
        return new Linted(all.findings().stream().sorted().distinct().toList(), all.fault());
    }

    /**
     * A workflow that was checked; nothing else of it is kept.
     *
     * @param builds what it tells the rules for Dockerfiles
     */
    private record Checked(Linted linted, BuildContexts builds) {}

    private Checked checked(SourceText text, LintContext context) {
        try {
            WorkflowFile file = new WorkflowFile(text, YamlReader.read(text));
            BuildContexts builds = BuildContexts.of(ImageBuild.in(file));
            return new Checked(checkWorkflow(file, context), builds);
        } catch (InvalidSource invalid) {
            return new Checked(new Linted(invalid.findings(), Optional.empty()), BuildContexts.NONE);
        } catch (RuntimeException | StackOverflowError thrown) {
            return new Checked(Linted.failed("reader of workflows", text.name(), thrown), BuildContexts.NONE);
        }
    }

    private Linted check(ReadFile file, LintContext context) {
        return Linted.all(Stream.of(
                        Stream.of(file.faults()),
                        file.lock().stream().flatMap(it -> run(rules.lock(), it, context)),
                        file.dockerfile().stream().flatMap(it -> run(rules.dockerfile(), it, context)))
                .flatMap(it -> it));
    }

    /**
     * What is wrong between workflows and their lockfile, and nothing else; nothing if there is no lockfile.
     *
     * @param tree which files the repository has or will have, by their paths
     */
    public static Linted checkLock(List<SourceText> files, Predicate<String> tree) {
        RuleSet rules = new RuleSet(List.of(new LockedActions()), List.of(), List.of(new LockEntries()));
        return checkLock(files, tree, rules);
    }

    static Linted checkLock(List<SourceText> files, Predicate<String> tree, RuleSet rules) {
        List<Linted> parts = new ArrayList<>();
        LintOptions options = new LintOptions(Optional.empty(), Optional.of(tree));
        for (SourceText text : ofKind(files, FileKind.LOCK)) {
            ReadFile read = ReadFile.of(text);
            LintContext context = new LintContext(List.of(), List.of(read), BuildContexts.NONE, options);
            parts.add(read.faults());
            read.lock().ifPresent(lock -> {
                run(rules.lock(), lock, context).forEach(parts::add);
                ofKind(files, FileKind.WORKFLOW).forEach(file -> parts.add(locked(file, context, rules)));
            });
        }
        Linted all = Linted.all(parts.stream());
        return new Linted(all.findings().stream().sorted().distinct().toList(), all.fault());
    }

    private static List<SourceText> ofKind(List<SourceText> files, FileKind kind) {
        return files.stream().filter(file -> FileKind.of(file.name()) == kind).toList();
    }

    private static Linted locked(SourceText file, LintContext context, RuleSet rules) {
        try {
            return Linted.all(run(rules.workflow(), new WorkflowFile(file, YamlReader.read(file)), context));
        } catch (InvalidSource invalid) {
            return new Linted(invalid.findings(), Optional.empty());
        } catch (RuntimeException | StackOverflowError thrown) {
            return Linted.failed("reader of workflows", file.name(), thrown);
        }
    }

    /**
     * What GitHub refuses in the jobs of a document, whatever else it contains: their shape, and what is known of a job
     * without the others. Each place is below {@code /jobs}.
     */
    public static JobProblems checkJobs(Node document) {
        return jobs(document).isPresent() ? checkJobs(document, Rules.OF_ONE_JOB) : JobProblems.NONE;
    }

    static JobProblems checkJobs(Node document, List<Rule<WorkflowFile>> rules) {
        return jobs(document)
                .map(entry -> checkJobs(entry, document.span(), rules))
                .orElse(JobProblems.NONE);
    }

    private static Optional<Node.Entry> jobs(Node document) {
        return document instanceof Node.Mapping mapping
                ? Optional.ofNullable(mapping.entries().get("jobs"))
                : Optional.empty();
    }

    private static JobProblems checkJobs(Node.Entry jobs, Span span, List<Rule<WorkflowFile>> rules) {
        WorkflowFile file =
                new WorkflowFile(new SourceText("jobs", ""), new Node.Mapping(Map.of("on", ON, "jobs", jobs), span));
        LintContext context = new LintContext(List.of(), List.of(), BuildContexts.NONE, LintOptions.UNDATED);
        JobProblems shape = JobProblems.fenced(() -> WorkflowSchema.standard().check(file.root()));
        return rules.stream()
                .map(rule -> JobProblems.fenced(() -> rule.check(file, context)).without(shape.problems()))
                .reduce(shape, JobProblems::and);
    }

    /** A place of the wrong shape is reported once, not by every rule that cannot make sense of it. */
    private Linted checkWorkflow(WorkflowFile file, LintContext context) {
        List<Problem> shape = new ArrayList<>();
        Linted misshapen = Linted.fenced("check of its shape", file.source().name(), () -> {
            shape.addAll(WorkflowSchema.standard().check(file.root()));
            return shape.stream()
                    .map(problem -> finding(SYNTAX, Severity.ERROR, problem, file))
                    .toList();
        });
        Set<List<String>> told = new HashSet<>();
        shape.forEach(problem -> told.add(problem.where().tokens()));
        List<Finding> findings = new ArrayList<>(misshapen.findings());
        Optional<Linted.Fault> fault = misshapen.fault();
        for (Rule<WorkflowFile> rule : rules.workflow()) {
            Linted linted = check(rule, file, context, told);
            findings.addAll(linted.findings());
            fault = fault.or(linted::fault);
        }
        return new Linted(findings, fault);
    }

    private static <F extends LintedFile> Stream<Linted> run(List<Rule<F>> rules, F file, LintContext context) {
        return rules.stream().map(rule -> check(rule, file, context, Set.of()));
    }

    /** @param told the places that have a better finding */
    private static <F extends LintedFile> Linted check(
            Rule<F> rule, F file, LintContext context, Set<List<String>> told) {
        try {
            List<Problem> problems = rule.check(file, context);
            return problems.isEmpty() ? NOTHING : new Linted(findings(rule, file, problems, told), Optional.empty());
        } catch (Comparison.TooMuch much) {
            return Linted.unchecked(rule.id(), file.source().name());
        } catch (RuntimeException | StackOverflowError thrown) {
            return Linted.failed("rule '" + rule.id() + "'", file.source().name(), thrown);
        }
    }

    private static <F extends LintedFile> List<Finding> findings(
            Rule<F> rule, F file, List<Problem> problems, Set<List<String>> told) {
        List<Finding> findings = new ArrayList<>(problems.size());
        for (Problem problem : problems) {
            if (!told.contains(problem.where().tokens())) {
                findings.add(finding(rule.id(), rule.severity(), problem, file));
            }
        }
        return findings;
    }

    private static Finding finding(String rule, Severity severity, Problem problem, LintedFile file) {
        Span span = file.root().locate(problem.where());
        return new Finding(rule, severity, file.source().name(), span, problem.message(), problem.help());
    }
}
