package dev.slipway.run.local;

import dev.slipway.run.RowSetup;
import dev.slipway.run.local.machine.Machine;
import dev.slipway.run.local.site.Place;
import dev.slipway.run.local.site.Site;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The variables that every step has.
 *
 * @see <a href="https://docs.github.com/en/actions/reference/workflows-and-actions/variables#default-environment-variables">Default
 *     environment variables</a>
 */
final class DefaultVariables {
    private DefaultVariables() {}

    static Map<String, String> of(Site site, RowSetup setup, Machine machine, Place place) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("CI", "true");
        all.put("GITHUB_ACTIONS", "true");
        all.put("GITHUB_ACTOR", site.owner());
        all.put("GITHUB_API_URL", site.api().url());
        all.put("GITHUB_EVENT_NAME", site.event().name());
        all.put("GITHUB_EVENT_PATH", place.seen(place.temporary().resolve("_github_workflow/event.json")));
        all.put("GITHUB_GRAPHQL_URL", site.api().url() + "/graphql");
        all.put("GITHUB_JOB", setup.job().id());
        all.put("GITHUB_REF", site.event().ref());
        all.put("GITHUB_REF_NAME", site.event().refName());
        all.put("GITHUB_REF_PROTECTED", "false");
        all.put("GITHUB_REF_TYPE", site.event().ofTag() ? "tag" : "branch");
        all.put("GITHUB_REPOSITORY", site.repository());
        all.put("GITHUB_REPOSITORY_OWNER", site.owner());
        all.put("GITHUB_RUN_ATTEMPT", "1");
        all.put("GITHUB_RUN_ID", "1");
        all.put("GITHUB_RUN_NUMBER", "1");
        all.put("GITHUB_SERVER_URL", "https://github.com");
        all.put("GITHUB_SHA", site.sha());
        all.put("GITHUB_WORKSPACE", place.seen(place.workspace()));
        all.put("RUNNER_ARCH", machine.runnerArch());
        all.put("RUNNER_ENVIRONMENT", "github-hosted");
        all.put("RUNNER_NAME", "rehearsal");
        all.put("RUNNER_OS", machine.runnerOs());
        all.put("RUNNER_TEMP", place.seen(place.temporary()));
        all.put("RUNNER_TOOL_CACHE", place.seen(place.tools()));
        return all;
    }
}
