package dev.slipway.lint;

import dev.slipway.source.Severity;
import java.util.List;
import java.util.stream.Stream;

/** All rules. */
public final class Rules {
    static final List<Rule<WorkflowFile>> WORKFLOW = List.of(
            new Needs(),
            new StepIds(),
            new ExpressionSyntax(),
            new ContextAvailability(),
            new DuplicateKeys(),
            new ExpressionTypes(),
            new ContextProperties(),
            new StepReferences(),
            new NeedsReferences(),
            new MatrixReferences(),
            new InputReferences(),
            new MatrixValues(),
            new ActionInputs(),
            new ActionOutputs(),
            new ArtifactFlow(),
            new DockerWiring(),
            new IfCondition(),
            new UnsoundTernary(),
            new UnsoundContains(),
            new EventFilters(),
            new Glob(),
            new Cron(),
            new FrequentSchedule(),
            new ShellName(),
            new EmptyScript(),
            new RunnerLabel(),
            new ContainerRunner(),
            new DeprecatedCommands(),
            new ExcessivePermissions(),
            new PinnedActions(),
            new LockedActions(),
            new LocalCalls(),
            new PersistCredentials(),
            new TemplateInjection(),
            new DangerousTriggers(),
            new SecretsInherit(),
            new ReleaseCache(),
            new HardcodedCredentials(),
            new UnpinnedImages(),
            new MissingTimeout());
    static final List<Rule<DockerFile>> DOCKERFILE = List.of(new DockerContext(), new DockerArgs(), new DockerBase());

    static final List<Rule<LockFile>> LOCK = List.of(new LockEntries());

    /**
     * Rules for errors in a single job that need neither the generated jobs nor an event. They also check the jobs of a config
     * from which nothing can be generated. All others check the generated workflow, for example its inputs or {@code needs}.
     */
    static final List<Rule<WorkflowFile>> OF_ONE_JOB = List.of(
            new StepIds(),
            new ExpressionSyntax(),
            new ContextAvailability(),
            new StepReferences(),
            NeedsReferences.amongSomeJobs(),
            new MatrixReferences(),
            new ShellName());

    private Rules() {}

    /**
     * What the list of rules shows about a rule.
     *
     * @param id its name in findings
     * @param summary what is true of a file without findings
     */
    public record Description(String id, String summary, Severity severity) {}

    /** Every rule, in the order of the documentation. */
    public static List<Description> descriptions() {
        return Stream.of(WORKFLOW, DOCKERFILE, LOCK)
                .flatMap(List::stream)
                .map(rule -> new Description(rule.id(), rule.summary(), rule.severity()))
                .toList();
    }
}
