package dev.slipway.detect.workflow;

import dev.slipway.detect.fact.Fact;
import dev.slipway.detect.fact.Takeover;
import dev.slipway.detect.image.ImageNames;
import dev.slipway.model.workflow.Input;
import dev.slipway.model.workflow.WorkflowDispatch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds what starts a release: who makes the tag, and with whose token, or the event of the workflow that releases.
 *
 * @param all every workflow
 * @param releasing those that release, the nearest to what people get first
 * @param tools release tools that are configured
 * @param proposing tools that are configured to make neither tags nor releases
 * @param tagging tools that are configured to make tags only
 * @param byHand whether a person publishes the draft that a release leaves
 */
public record Triggers(
        List<ExistingWorkflow> all,
        List<ExistingWorkflow> releasing,
        List<Fact<String>> tools,
        Set<String> proposing,
        Set<String> tagging,
        boolean byHand) {
    private static final String KEY = "release.trigger";

    /** Tools that make tags, and what each must leave to the release. */
    private static final Map<String, String> TAGGERS = taggers();

    private static Map<String, String> taggers() {
        Map<String, String> taggers = new LinkedHashMap<>();
        taggers.put(
                "release-plz",
                "set 'git_release_enable = false', so that it creates only the tag; the tag is in "
                        + "'fromJSON(steps.ID.outputs.releases)[0].tag'");
        taggers.put(
                "release-please",
                "set 'draft' and 'force-tag-creation', so that its draft gets the files; the tag is in "
                        + "'steps.ID.outputs.tag_name'");
        taggers.put(
                "semantic-release",
                "remove its plugin '@semantic-release/github', which publishes a release with its notes; the tag "
                        + "is in 'steps.ID.outputs.new_release_git_tag' of its action");
        taggers.put(
                "python-semantic-release", "call it with 'version --no-vcs-release', so that it creates only the tag");
        taggers.put(
                "changesets",
                "set 'createGithubReleases: false'; the tag is built from 'steps.ID.outputs.publishedPackages'");
        taggers.put("tagpr", "set 'tagpr.release = false'; the tag is in 'steps.ID.outputs.tag'");
        taggers.put("cargo-release", "");
        return taggers;
    }

    /** Whether a tool is one that makes tags. */
    public static boolean isTagger(String tool) {
        return TAGGERS.containsKey(tool);
    }

    /** The file of the step that makes the tag, which goes on making it. */
    public static Optional<String> tagging(Takeover answer) {
        return Optional.ofNullable(answer.keys().get(KEY))
                .map(Fact::from)
                .filter(from -> from.matches("[^ :]++:[0-9].*"))
                .map(from -> from.replaceFirst(":.*", ""));
    }

    private record Answer(Map<String, Fact<List<String>>> keys, List<Takeover.Left> left, List<Takeover.Open> open) {
        static Answer none() {
            return new Answer(new LinkedHashMap<>(), new ArrayList<>(), new ArrayList<>());
        }

        void trigger(String value, String from) {
            keys.put(KEY, new Fact<>(List.of(value), from));
        }

        void open(String why) {
            open.add(new Takeover.Open(KEY, why));
        }

        Takeover takeover() {
            return new Takeover(keys, left, open);
        }
    }

    public Takeover read() {
        Answer answer = Answer.none();
        List<String> filters =
                releasing.stream().flatMap(workflow -> workflow.tags().stream()).toList();
        // the tags of builds between releases are others
        Optional<TagMaker> maker = all.stream()
                .filter(workflow -> !isBetween(workflow))
                .flatMap(workflow -> TagMaker.of(workflow, filters))
                .filter(found -> !proposing.contains(found.tool()))
                .findFirst();
        boolean typed = maker.isPresent() && isTypedIn(maker.get());
        if (maker.isPresent() && !typed) {
            made(maker.get(), answer);
        } else {
            releasing.stream().findFirst().ifPresent(workflow -> started(workflow, answer));
        }
        if (maker.isEmpty()) {
            tools.stream()
                    .filter(tool -> !TAGGERS.getOrDefault(tool.value(), "").isEmpty())
                    .filter(tool -> !tagging.contains(tool.value()))
                    .filter(tool -> all.stream().noneMatch(workflow -> TagMaker.runs(tool.value(), workflow)))
                    .forEach(tool -> answer.open("'" + tool.from() + "' configures " + tool.value()
                            + ", but no step that could be read runs it: pushing a tag starts the release, so "
                            + tool.value() + " must not create a release"));
        }
        published(answer);
        followers(answer);
        return answer.takeover();
    }

    /** Whether a workflow only builds between releases, next to one that makes them: its tags are of those builds. */
    private boolean isBetween(ExistingWorkflow workflow) {
        return workflow.releases()
                && workflow.early()
                && releasing.stream().limit(1).anyMatch(first -> !first.early());
    }

    /** Workflows that know the one that goes by its name. */
    private void followers(Answer answer) {
        List<String> going = releasing.stream()
                .filter(workflow -> !workflow.early())
                .map(ExistingWorkflow::file)
                .toList();
        Follower.of(all).stream()
                .filter(follower ->
                        releasing.stream().noneMatch(workflow -> workflow.file().equals(follower.file())))
                .filter(follower -> !follower.name().equals(Follower.RELEASE)
                        && follower.followed().stream().anyMatch(going::contains))
                .forEach(follower ->
                        answer.open("'" + follower.file() + "' starts after the workflow '" + follower.name()
                                + "': if it belongs to the release, replace this name with that of the new workflow, '"
                                + Follower.RELEASE + "'"));
    }

    /** A release that a workflow publishes with its own token starts nothing, unlike one of a person or with another token. */
    private void published(Answer answer) {
        boolean ours = Optional.ofNullable(answer.keys.get(KEY))
                .filter(fact -> fact.value().equals(List.of("published")))
                .isPresent();
        all.stream()
                .filter(workflow -> !ours && !byHand && workflow.events().contains("release") && !workflow.releases())
                .forEach(workflow -> appearing(workflow)
                        .ifPresent(how -> answer.open("'" + workflow.file() + "' starts when a release is " + how
                                + ", but a release that a workflow publishes with its own token starts no workflow:"
                                + " call it from a job under 'jobs', with 'needs: [release]'"
                                + (pushesImage(workflow) ? ", unless it only pushes the image of the config" : ""))));
    }

    private static boolean pushesImage(ExistingWorkflow workflow) {
        return workflow.jobs().stream()
                .flatMap(job -> job.steps().stream())
                .anyMatch(step -> ImageNames.builds(step)
                        || step.commands().stream()
                                .anyMatch(command -> command.program().matches("docker|podman|buildah|nerdctl")
                                        && command.arguments().stream().anyMatch(word -> word.matches("(?:--)?push"))));
    }

    /** What is done to a release that starts a workflow, if that makes it visible: not if somebody only edits one. */
    private static Optional<String> appearing(ExistingWorkflow workflow) {
        List<String> types = workflow.filter("release", "types");
        boolean published = types.isEmpty()
                || types.stream()
                        .anyMatch(type ->
                                Set.of("published", "released", "prereleased").contains(type));
        return published ? Optional.of("published") : Optional.of("created").filter(types::contains);
    }

    /** Whether the workflow that makes the tag is the one that releases, and a person starts it: ours then does both. */
    private boolean isTypedIn(TagMaker maker) {
        return releasing.stream()
                .limit(1)
                .anyMatch(workflow -> workflow.events().equals(Set.of("workflow_dispatch"))
                        && maker.place().startsWith(workflow.file() + ":"));
    }

    private void made(TagMaker maker, Answer answer) {
        String by = maker.tool() + " creates the tag with '" + maker.token().text() + "'";
        switch (maker.token().kind()) {
            case OTHER -> pushed(maker, by, answer);
            case OWN -> {
                answer.trigger("call", maker.place() + ", where " + by + ": such tags start no workflow");
                answer.open(
                        "let '" + maker.place() + "' call the release after it creates the tag, in a job with 'needs: "
                                + maker.job()
                                + "', 'uses: $/.github/workflows/release-and-publish.yml' and 'with: { tag: … }'; "
                                + "'slipway plan' shows what it must grant" + advice(maker));
            }
            case UNKNOWN ->
                answer.open(maker.place() + ": " + by + "; if that is the job's own token, such tags start no "
                        + "workflow: write 'trigger: call', and call the release from there");
        }
    }

    /** A tag that starts what that of a person would; so does a release that the tool publishes with the same token. */
    private void pushed(TagMaker maker, String by, Answer answer) {
        Optional<ExistingWorkflow> published = releasing.stream()
                .limit(1)
                .filter(workflow -> workflow.run().event().equals(Optional.of("release")))
                .findFirst();
        if (published.isPresent()) {
            started(published.get(), answer);
            return;
        }
        answer.trigger("tag", maker.place() + ", where " + by + ": such tags start the release");
        String more = TAGGERS.getOrDefault(maker.tool(), "");
        if (!more.isEmpty() && !tagging.contains(maker.tool())) {
            answer.open("a release stops if " + maker.tool() + " has published one at '" + maker.place() + "': "
                    + more.replaceFirst("; the tag is .*", ""));
        }
    }

    /** What to turn off in a tool, unless it is off already, and which output of it has the tag. */
    private String advice(TagMaker maker) {
        String all = TAGGERS.getOrDefault(maker.tool(), "");
        int tag = all.indexOf("the tag is ");
        String more = tagging.contains(maker.tool()) && tag >= 0 ? all.substring(tag) : all;
        return more.isEmpty() ? "" : "; " + more;
    }

    /** The event of the workflow that releases, if a generated release can have it. */
    private void started(ExistingWorkflow workflow, Answer answer) {
        // what it releases by, if that is known; otherwise, what starts it
        Set<String> events = workflow.run().event().map(Set::of).orElseGet(workflow::events);
        String on = workflow.file() + " on.";
        if (workflow.early() && !(events.contains("push") && workflow.run().tagStarts())) {
            answer.open("the only workflow that was seen to release builds between releases ('" + workflow.file()
                    + "'): pushing a tag starts a release");
        } else if (events.contains("push") && workflow.run().tagStarts()) {
            beside(workflow, answer);
        } else if (events.contains("release")) {
            answer.trigger("published", on + "release");
            published(workflow, answer);
        } else if (ofTags(workflow).isPresent()) {
            String first = ofTags(workflow).get();
            answer.trigger("tag", on + "workflow_run, after " + first + " on.push.tags");
            answer.open("today, the release follows '" + first + "'; the new one starts with the tag, whether that"
                    + " succeeds or not: to keep the order, let its last job call the release ('trigger: call')");
        } else if (events.contains("workflow_dispatch")
                && !(events.contains("push") && new ReleaseConditions(workflow).leaveOut("workflow_dispatch"))) {
            answer.trigger("dispatch", on + "workflow_dispatch");
            typed(workflow, answer);
            workflow.events().stream()
                    .filter(event ->
                            List.of("push", "schedule", "repository_dispatch").contains(event)
                                    && !new ReleaseConditions(workflow).leaveOut(event))
                    .forEach(event -> answer.left.add(gone(event, on + event)));
        } else if (events.contains("repository_dispatch")) {
            dispatched(workflow, answer);
        } else if (events.contains("workflow_run")) {
            after(workflow, answer);
        } else if (events.contains("schedule")) {
            answer.open("'" + on + "schedule' releases on a schedule, which Slipway does not support: keep that "
                    + "workflow for nightly builds, or let it create a tag and call the release with 'trigger: call'");
        } else if (events.contains("push")) {
            answer.trigger("dispatch", on + "push");
            answer.open("'" + on + "push' releases at pushes to a branch, which the new release does not: somebody or a"
                    + " workflow enters a version, as in 'gh workflow run release-and-publish.yml --field version=…'");
        }
    }

    /** The file of the workflow that tags start, if its end starts this one. */
    private Optional<String> ofTags(ExistingWorkflow workflow) {
        return all.stream()
                .filter(other -> !other.tags().isEmpty() && workflow.follows(other))
                .map(ExistingWorkflow::file)
                .findFirst();
    }

    /** What starts it in addition to tags. */
    private static void beside(ExistingWorkflow workflow, Answer answer) {
        workflow.run().skipped().stream()
                .flatMap(skipped -> skipped.steps().stream())
                .filter(step -> TagMaker.tool(step.action()).isPresent())
                .limit(1)
                .forEach(step -> answer.open("'" + step.place() + "' (" + step.action()
                        + ") creates the tag at pushes to a branch, and the same run releases: push tags yourself, or keep"
                        + " the step in another workflow, with a token whose tags start workflows"));
        List<Takeover.Open> ofBranches = BranchReleases.of(workflow);
        answer.open.addAll(ofBranches);
        if (ofBranches.isEmpty() && AskedTags.of(workflow).isEmpty()) {
            answer.open("'" + workflow.file()
                    + "' starts at tags, but a condition lets it release only from certain branches"
                    + " or other tags, which do not start the new release: push the tag of a version, or let a workflow create"
                    + " it and call the release");
        }
        for (String event : workflow.events()) {
            String on = workflow.file() + " on." + event;
            switch (event) {
                case "workflow_dispatch" -> {
                    if (!new ReleaseConditions(workflow).leaveOut(event)) {
                        answer.open("'" + on + "' also starts that workflow by hand; with 'trigger: [tag, dispatch]',"
                                + " people enter a version, and the release creates the tag");
                    }
                }
                case "repository_dispatch", "workflow_run", "schedule" -> {
                    if (!new ReleaseConditions(workflow).leaveOut(event)) {
                        answer.left.add(gone(event, on));
                    }
                }
                default -> {}
            }
        }
    }

    private static Takeover.Left gone(String event, String on) {
        return new Takeover.Left(KEY, event, "does not start the new release", on);
    }

    private static void published(ExistingWorkflow workflow, Answer answer) {
        List<String> types = workflow.filter("release", "types");
        String on = workflow.file() + " on.release.types";
        types.stream()
                .filter(type -> !type.equals("published"))
                .forEach(type -> answer.left.add(new Takeover.Left(
                        KEY,
                        "release: " + type,
                        switch (type) {
                            case "released" -> "prereleases start it too";
                            case "prereleased" -> "releases start it too";
                            case "created" -> "the release starts it when it is published";
                            default -> "does not start the new release";
                        },
                        on)));
        Stream.of("workflow_dispatch", "schedule", "repository_dispatch")
                .filter(event -> workflow.events().contains(event) && !new ReleaseConditions(workflow).leaveOut(event))
                .forEach(event -> answer.left.add(gone(event, workflow.file() + " on." + event)));
    }

    /** What people type: a version, and nothing else. */
    private static void typed(ExistingWorkflow workflow, Answer answer) {
        Map<String, Input> typed = new LinkedHashMap<>();
        workflow.run().workflow().on().stream()
                .filter(WorkflowDispatch.class::isInstance)
                .forEach(trigger -> typed.putAll(((WorkflowDispatch) trigger).inputs()));
        Set<String> inputs = typed.keySet();
        Optional<String> version = typed.entrySet().stream()
                .filter(input -> input.getKey().matches("(?i).*(version|tag|release|bump).*"))
                .filter(input -> !List.of("boolean", "choice", "environment")
                        .contains(input.getValue().type()))
                .map(Map.Entry::getKey)
                .findFirst();
        String on = workflow.file() + " on.workflow_dispatch";
        answer.open("people enter a version, and the release creates the tag: 'gh workflow run release-and-publish.yml "
                + "--field version=…'"
                + version.map(name -> "; until now, the input was '" + name + "'")
                        .orElse(""));
        inputs.stream()
                .filter(name -> !version.equals(Optional.of(name)))
                .forEach(name -> answer.left.add(new Takeover.Left(
                        KEY, "input '" + name + "'", "the version is the only input", on + ".inputs")));
    }

    /** Something sends an event: a workflow of the repository can call instead, everything else can start a dispatch. */
    private void dispatched(ExistingWorkflow workflow, Answer answer) {
        String on = workflow.file() + " on.repository_dispatch";
        List<String> types = workflow.filter("repository_dispatch", "types");
        Optional<String> sender = all.stream()
                .flatMap(other -> other.jobs().stream())
                .flatMap(job -> job.steps().stream())
                .filter(step -> step.action().equals("peter-evans/repository-dispatch")
                        || step.commands().stream()
                                .anyMatch(command -> command.toString().matches("(?s)(gh|curl) .*/dispatches( .*)?")))
                .map(step -> step.place())
                .findFirst();
        if (sender.isPresent()) {
            answer.trigger("call", on + ", which " + sender.get() + " sends");
            answer.open("let '" + sender.get() + "' call the release instead of sending '" + String.join("', '", types)
                    + "': 'uses: $/.github/workflows/release-and-publish.yml' and 'with: { tag: … }'");
            return;
        }
        answer.open("'" + on + "' starts it today" + (types.isEmpty() ? "" : " by '" + String.join("', '", types) + "'")
                + ", but no step was found that sends it: let the sender start 'release-and-publish.yml' with a version "
                + "('trigger: dispatch'), or let a workflow that receives the event call it with a tag "
                + "('trigger: call')");
    }

    /** A workflow that ends can call what was started by its end. */
    private void after(ExistingWorkflow workflow, Answer answer) {
        String on = workflow.file() + " on.workflow_run";
        List<String> names = workflow.filter("workflow_run", "workflows");
        Optional<String> first = all.stream()
                .filter(other -> names.contains(other.run().workflow().name()))
                .map(ExistingWorkflow::file)
                .findFirst();
        if (first.isPresent()) {
            answer.trigger("call", on + ", which follows " + first.get());
            answer.open("let the last job of '" + first.get() + "' call the release with the tag: 'uses: "
                    + "$/.github/workflows/release-and-publish.yml' and 'with: { tag: … }'");
        } else {
            answer.open("'" + on + "' starts it after '" + String.join("', '", names) + "', which is not a workflow "
                    + "here: with 'trigger: call', a workflow calls the release with a tag");
        }
    }
}
