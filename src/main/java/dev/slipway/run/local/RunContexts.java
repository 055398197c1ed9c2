package dev.slipway.run.local;

import dev.slipway.model.expression.Contexts;
import dev.slipway.model.expression.Data;
import dev.slipway.model.expression.Expression;
import dev.slipway.model.workflow.Workflow;
import dev.slipway.run.PullRequest;
import dev.slipway.run.WorkflowInputs;
import dev.slipway.run.local.github.Release;
import dev.slipway.run.local.site.Site;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a run knows from its start.
 *
 * @param path where the workflow is in the repository
 * @see <a href="https://docs.github.com/en/actions/reference/workflows-and-actions/contexts">Contexts</a>
 */
record RunContexts(Site site, Workflow workflow, String path) {
    private static final String NEW = "0".repeat(40);

    Contexts contexts() {
        Map<String, Data> all = new LinkedHashMap<>();
        all.put("github", github());
        all.put("inputs", Data.of(inputs()));
        all.put("vars", Data.of(Map.of()));
        all.put("secrets", secrets());
        return new Contexts(all, Map.of());
    }

    private Map<String, Data> inputs() {
        String event = site.event().name();
        if (!event.equals("workflow_dispatch") && !event.equals("workflow_call")) {
            return Map.of();
        }
        Map<String, Data> inputs =
                new LinkedHashMap<>(WorkflowInputs.of(workflow, event).values(Map.of()));
        inputs.putAll(site.event().inputs());
        return inputs;
    }

    /** The context {@code github}. */
    Data.Dict github() {
        Map<String, Data> all = new LinkedHashMap<>();
        all.put("actor", Data.of(site.owner()));
        all.put("actor_id", Data.of("1"));
        all.put("api_url", Data.of(site.api().url()));
        all.put("base_ref", Data.of(site.event().pull().map(PullRequest::base).orElse("")));
        all.put("event", event());
        all.put("event_name", Data.of(site.event().name()));
        all.put("graphql_url", Data.of(site.api().url() + "/graphql"));
        all.put("head_ref", Data.of(site.event().pull().map(PullRequest::head).orElse("")));
        all.put("ref", Data.of(site.event().ref()));
        all.put("ref_name", Data.of(site.event().refName()));
        all.put("ref_protected", Data.FALSE);
        all.put("ref_type", Data.of(site.event().ofTag() ? "tag" : "branch"));
        all.put("repository", Data.of(site.repository()));
        all.put("repository_id", Data.of("1"));
        all.put("repository_owner", Data.of(site.owner()));
        all.put("repository_owner_id", Data.of("1"));
        all.put("repositoryUrl", Data.of("git://github.com/" + site.repository() + ".git"));
        all.put("retention_days", Data.of("90"));
        all.put("run_attempt", Data.of("1"));
        all.put("run_id", Data.of("1"));
        all.put("run_number", Data.of("1"));
        all.put("secret_source", Data.of("Actions"));
        all.put("server_url", Data.of("https://github.com"));
        all.put("sha", Data.of(site.sha()));
        all.put("token", Data.of(site.token()));
        all.put("triggering_actor", Data.of(site.owner()));
        all.put("workflow", Data.of(workflow.name()));
        all.put(
                "workflow_ref",
                Data.of(site.repository() + "/" + path + "@" + site.event().ref()));
        all.put("workflow_sha", Data.of(site.sha()));
        return new Data.Dict(all, true);
    }

    private Data event() {
        Map<String, Data> event = new LinkedHashMap<>();
        event.put("repository", repository());
        event.put("sender", Data.of(Map.of("login", Data.of(site.owner()))));
        if (site.event().name().equals("push")) {
            event.put("ref", Data.of(site.event().ref()));
            event.put("before", Data.of(NEW));
            event.put("after", Data.of(site.sha()));
            event.put("created", Data.TRUE);
            event.put("deleted", Data.FALSE);
            event.put("forced", Data.FALSE);
            event.put("head_commit", Data.of(Map.of("id", Data.of(site.sha()))));
        }
        if (!site.event().activity().isEmpty()) {
            event.put("action", Data.of(site.event().activity()));
        }
        if (site.event().name().equals("release")) {
            String tag = site.event().refName();
            event.put(
                    "release",
                    Data.of(Map.of(
                            "tag_name", Data.of(tag),
                            "name", Data.of(tag),
                            "draft", Data.FALSE,
                            "prerelease", Data.of(Release.of(tag).prerelease()))));
        }
        Map<String, Data> inputs = new LinkedHashMap<>();
        inputs().forEach((name, value) -> inputs.put(name, Data.of(value.text())));
        if (site.event().name().equals("workflow_dispatch")) {
            event.put("inputs", Data.of(inputs));
            event.put("ref", Data.of(site.event().ref()));
            event.put("workflow", Data.of(path));
        }
        site.event().pull().ifPresent(pull -> {
            event.put("number", Data.of(pull.number()));
            event.put("pull_request", pullRequest(pull));
        });
        return Data.of(event);
    }

    private Data pullRequest(PullRequest pull) {
        Map<String, Data> all = new LinkedHashMap<>();
        all.put("number", Data.of(pull.number()));
        all.put("state", Data.of("open"));
        all.put("title", Data.of(pull.title()));
        all.put("body", Data.NULL);
        all.put("draft", Data.FALSE);
        all.put("merged", Data.FALSE);
        all.put("labels", Data.of(List.of()));
        all.put("user", Data.of(Map.of("login", Data.of(site.owner()))));
        all.put("html_url", Data.of("https://github.com/" + site.repository() + "/pull/" + pull.number()));
        all.put("merge_commit_sha", Data.of(pull.headSha()));
        all.put("head", side(pull.head(), pull.headSha()));
        all.put("base", side(pull.base(), pull.baseSha()));
        return Data.of(all);
    }

    private Data side(String branch, String commit) {
        Map<String, Data> side = new LinkedHashMap<>();
        side.put("label", Data.of(site.owner() + ":" + branch));
        side.put("ref", Data.of(branch));
        side.put("sha", Data.of(commit));
        side.put("user", Data.of(Map.of("login", Data.of(site.owner()))));
        side.put("repo", repository());
        return Data.of(side);
    }

    private Data repository() {
        Map<String, Data> repository = new LinkedHashMap<>();
        repository.put("name", Data.of(site.name()));
        repository.put("full_name", Data.of(site.repository()));
        repository.put("owner", Data.of(Map.of("login", Data.of(site.owner()))));
        repository.put("default_branch", Data.of(site.defaultBranch()));
        repository.put("private", Data.FALSE);
        repository.put("fork", Data.FALSE);
        repository.put("html_url", Data.of("https://github.com/" + site.repository()));
        return Data.of(repository);
    }

    /** Every secret that the workflow names is there, and opens nothing. */
    private Data secrets() {
        Set<String> names = new TreeSet<>();
        workflow.jobs()
                .forEach(job -> job.expressions()
                        .forEach(expression -> expression.tree().walk(node -> {
                            if (node instanceof Expression.Property property
                                    && property.of() instanceof Expression.Context context
                                    && context.name().equalsIgnoreCase("secrets")) {
                                names.add(property.name());
                            }
                        })));
        Map<String, Data> secrets = new LinkedHashMap<>();
        names.forEach(name -> secrets.put(name, Data.of("rehearsal-" + name)));
        List.of("GITHUB_TOKEN", "github_token").forEach(name -> secrets.put(name, Data.of(site.token())));
        return Data.of(secrets);
    }
}
