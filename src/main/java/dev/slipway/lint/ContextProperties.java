package dev.slipway.lint;

import dev.slipway.source.Problem;
import dev.slipway.source.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Finds properties that the contexts of GitHub and its runners do not have. */
final class ContextProperties implements Rule<WorkflowFile> {
    private static final Map<String, Set<String>> PROPERTIES = Map.of(
            "github",
            words(
                    "action action_path action_ref action_repository action_status actor actor_id api_url artifact_cache_size_limit"
                            + " base_ref env event event_name event_path graphql_url head_ref job job_workflow_sha path ref ref_name"
                            + " ref_protected ref_type repository repository_id repository_owner repository_owner_id repositoryurl"
                            + " repository_visibility retention_days run_id run_number run_attempt secret_source server_url sha state token output step_summary"
                            + " triggering_actor workflow workflow_ref workflow_sha workspace workflow_repository workflow_file_path"),
            "runner",
            words("name os arch temp tool_cache debug environment workspace"),
            "job",
            words(
                    "container services status check_run_id workflow_ref workflow_sha workflow_repository workflow_file_path"),
            "strategy",
            words("fail-fast job-index job-total max-parallel"));

    @Override
    public String id() {
        return "context-properties";
    }

    @Override
    public String summary() {
        return "expressions use only documented properties of 'github', 'runner', 'job' and 'strategy'";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public List<Problem> check(WorkflowFile file, LintContext context) {
        List<Problem> problems = new ArrayList<>();
        for (ExpressionSite site : file.expressions()) {
            for (Reference reference : site.references()) {
                Set<String> known = PROPERTIES.getOrDefault(reference.context(), Set.of());
                reference
                        .name(0)
                        .filter(name -> !known.isEmpty() && !known.contains(name.toLowerCase(Locale.ROOT)))
                        .ifPresent(name -> problems.add(site.problem(
                                "'" + reference.context() + "' has no property '" + name + "'",
                                Phrases.meant(name, known, "properties"))));
            }
        }
        return problems;
    }

    private static Set<String> words(String words) {
        return new TreeSet<>(List.of(words.split(" ")));
    }
}
