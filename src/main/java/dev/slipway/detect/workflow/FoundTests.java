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
 */
public record FoundTests(
        Optional<Fact<List<String>>> branches, Optional<Fact<List<String>>> runners, List<Fact<SourceCheck>> checks) {
    public FoundTests {
        checks = List.copyOf(checks);
    }

    /** Reads all workflows of a repository. */
    public static FoundTests of(List<ExistingWorkflow> workflows) {
        TestSetup setup = new TestSetup(workflows);
        return new FoundTests(setup.branches(), setup.runners(), SourceCheck.of(workflows));
    }
}
