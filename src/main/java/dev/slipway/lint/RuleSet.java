package dev.slipway.lint;

import java.util.List;

/** The rules for each kind of file. */
record RuleSet(List<Rule<WorkflowFile>> workflow, List<Rule<DockerFile>> dockerfile, List<Rule<LockFile>> lock) {}
