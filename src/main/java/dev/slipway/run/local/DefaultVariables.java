package dev.slipway.run.local;

import dev.slipway.model.expression.Data;
import dev.slipway.run.RowSetup;
import dev.slipway.run.local.machine.Machine;
import dev.slipway.run.local.site.Place;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The variables that every step has.
 *
 * @see <a href="https://docs.github.com/en/actions/reference/workflows-and-actions/variables#default-environment-variables">Default
 *     environment variables</a>
 */
final class DefaultVariables {
    /** The values of the context {@code github} that are variables as well. */
    private static final Set<String> OF_CONTEXT = Set.of(
            "actor",
            "actor_id",
            "api_url",
            "base_ref",
            "event_name",
            "graphql_url",
            "head_ref",
            "ref",
            "ref_name",
            "ref_protected",
            "ref_type",
            "repository",
            "repository_id",
            "repository_owner",
            "repository_owner_id",
            "retention_days",
            "run_attempt",
            "run_id",
            "run_number",
            "server_url",
            "sha",
            "triggering_actor",
            "workflow",
            "workflow_ref",
            "workflow_sha");

    private DefaultVariables() {}

    /** @param github what every job knows of the run */
    static Map<String, String> of(Data.Dict github, RowSetup setup, Machine machine, Place place) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("CI", "true");
        all.put("GITHUB_ACTIONS", "true");
        github.values().forEach((name, value) -> {
            if (OF_CONTEXT.contains(name)) {
                all.put("GITHUB_" + name.toUpperCase(Locale.ROOT), value.text());
            }
        });
        all.put("GITHUB_EVENT_PATH", place.seen(event(place)));
        all.put("GITHUB_JOB", setup.job().id());
        all.put("GITHUB_WORKSPACE", place.seen(place.workspace()));
        all.put("RUNNER_ARCH", machine.runnerArch());
        all.put("RUNNER_ENVIRONMENT", "github-hosted");
        all.put("RUNNER_NAME", "rehearsal");
        all.put("RUNNER_OS", machine.runnerOs());
        all.put("RUNNER_TEMP", place.seen(place.temporary()));
        all.put("RUNNER_TOOL_CACHE", place.seen(place.tools()));
        return all;
    }

    /** The file that has the payload of the event. */
    static Path event(Place place) {
        return place.temporary().resolve("_github_workflow/event.json");
    }
}
