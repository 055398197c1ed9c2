package dev.slipway.cli;

import dev.slipway.model.expression.Data;
import dev.slipway.model.workflow.Workflow;
import dev.slipway.plan.ReleasePlan;
import dev.slipway.report.ReleaseStart;
import dev.slipway.run.PullRequest;
import dev.slipway.run.TriggeringEvent;
import dev.slipway.run.WorkflowInputs;
import dev.slipway.run.local.Origin;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The event that starts a rehearsal.
 *
 * @param tag the requested tag
 * @param event the requested event
 * @param ref the requested ref
 * @param inputs each as {@code name=value}
 * @param release whether the release workflow is rehearsed
 */
record RehearsedEvent(
        ReleasePlan plan,
        Optional<String> tag,
        Optional<String> event,
        Optional<String> ref,
        List<String> inputs,
        boolean release) {
    private static final Pattern PULL = Pattern.compile("refs/pull/([1-9]\\d{0,8})/(merge|head)");
    private static final String HEADS = "refs/heads/";

    /**
     * What happens.
     *
     * @param sha the commit that is rehearsed
     * @throws IOException if the options contradict each other or the workflow; the message explains what to write
     */
    TriggeringEvent of(Workflow workflow, Origin origin, String sha) throws IOException {
        String name = event.orElseGet(this::usual);
        String released = tag.isPresent() ? tag.get() : NextTag.of(plan.tags(), origin.tags());
        Map<String, Data> values = values(workflow, name, released);
        if (ref.isPresent() && !ref.get().startsWith("refs/")) {
            throw new IOException("--ref " + ref.get() + ": write refs/heads/" + ref.get() + " for a branch, refs/tags/"
                    + ref.get() + " for a tag");
        }
        String activity = TriggeringEvent.activity(name, workflow);
        if (name.startsWith("pull_request")) {
            PullRequest pull = pull(origin, sha);
            String where =
                    name.equals("pull_request_target") ? HEADS + pull.base() : "refs/pull/" + pull.number() + "/merge";
            return new TriggeringEvent(name, activity, where, values, Optional.of(pull));
        }
        boolean ofTag = release && (name.equals("push") || name.equals("release"))
                || tag.isPresent() && !name.equals("workflow_dispatch");
        String where = ref.orElse(ofTag ? "refs/tags/" + released : HEADS + origin.branch());
        return new TriggeringEvent(name, activity, where, values);
    }

    /** A pull request from the checked-out branch to the requested one, or to the default branch. */
    private PullRequest pull(Origin origin, String sha) throws IOException {
        Matcher number = PULL.matcher(ref.orElse(""));
        String base = ref.filter(it -> it.startsWith(HEADS))
                .map(it -> it.substring(HEADS.length()))
                .orElse(origin.defaultBranch());
        if (ref.isPresent() && !number.matches() && !ref.get().startsWith(HEADS)) {
            throw new IOException("--ref " + ref.get()
                    + ": for a pull request, write refs/heads/NAME with the base branch, or refs/pull/NUMBER/merge");
        }
        return new PullRequest(
                number.matches() ? Integer.parseInt(number.group(1)) : 1,
                origin.subject(sha),
                base,
                origin.has(HEADS + base) ? origin.commit(HEADS + base) : sha,
                origin.branch(),
                sha);
    }

    private Map<String, Data> values(Workflow workflow, String name, String released) throws IOException {
        WorkflowInputs asked = WorkflowInputs.of(workflow, name);
        Map<String, String> given = new LinkedHashMap<>();
        for (String input : inputs) {
            int equals = input.indexOf('=');
            if (equals < 1) {
                throw new IOException("--input " + input + ": write a name, '=' and a value");
            }
            given.put(input.substring(0, equals), input.substring(equals + 1));
        }
        if (release && asked.inputs().containsKey("version")) {
            given.putIfAbsent("version", plan.tags().version(released));
        }
        if (release && asked.inputs().containsKey("tag")) {
            given.putIfAbsent("tag", released);
        }
        List<String> problems = asked.problems(given);
        if (!problems.isEmpty()) {
            throw new IOException(String.join("\n  ", problems));
        }
        return asked.values(given);
    }

    private String usual() {
        return release ? ReleaseStart.event(plan) : "push";
    }
}
