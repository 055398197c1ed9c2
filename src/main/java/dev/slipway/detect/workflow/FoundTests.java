package dev.slipway.detect.workflow;

import dev.slipway.detect.fact.Fact;
import java.util.List;
import java.util.Optional;

/**
 * How changes are tested today.
 *
 * @param branches those whose pushes are tested
 * @param runners the labels of the machines that test and build
 * @param checks the commands that check the sources
 * @param publishing what the workflow that tests publishes, too, with the place of the step
 */
public record FoundTests(
        Optional<Fact<List<String>>> branches,
        Optional<Fact<List<String>>> runners,
        List<Fact<SourceCheck>> checks,
        List<Fact<String>> publishing) {
    public FoundTests {
        checks = List.copyOf(checks);
        publishing = List.copyOf(publishing);
    }

    /** Reads all workflows of a repository. */
    public static FoundTests of(List<ExistingWorkflow> workflows, List<Fact<String>> publishing) {
        TestSetup setup = new TestSetup(workflows);
        return new FoundTests(setup.branches(), setup.runners(), SourceCheck.of(workflows), publishing);
    }
}
