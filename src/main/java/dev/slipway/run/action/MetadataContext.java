package dev.slipway.run.action;

import dev.slipway.run.action.ActionTemplate.Argument;
import dev.slipway.run.action.ActionTemplate.Arguments;
import dev.slipway.run.action.ActionTemplate.Computed;
import dev.slipway.run.action.ActionTemplate.Meaning;
import dev.slipway.run.action.ActionTemplate.Value;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The run as the expressions of {@code docker/metadata-action} see it. */
final class MetadataContext {
    private static final int SHORT_SHA = 7;
    private static final ZoneId UTC = ZoneId.of("UTC");

    private final MetadataFacts facts;
    private final String ref;
    private final String sha;
    private final Instant commitDate;
    private final String shortLength;
    private final List<String> warnings = new ArrayList<>();

    private MetadataContext(
            MetadataFacts facts, String ref, String sha, Optional<Instant> date, Map<String, String> env) {
        this.facts = facts;
        this.ref = ref;
        this.sha = sha;
        this.commitDate = date.orElse(facts.now());
        this.shortLength = env.getOrDefault("DOCKER_METADATA_SHORT_SHA_LENGTH", "");
    }

    /** The run, seen from the event ({@code workflow}) or from the work tree ({@code git}). */
    static MetadataContext of(String source, MetadataFacts facts, Map<String, String> env) {
        return switch (source) {
            case "workflow" -> workflow(facts, env);
            case "git" ->
                facts.checkout()
                        .map(found -> new MetadataContext(facts, found.ref(), found.sha(), found.commitDate(), env))
                        .orElseThrow(() -> new MetadataFault("`context: git` found no repository: run actions/checkout"
                                + " before this step, or write context: workflow."));
            default ->
                throw new MetadataFault(
                        "Invalid context `%s`: write context: workflow or context: git.".formatted(source));
        };
    }

    private static MetadataContext workflow(MetadataFacts facts, Map<String, String> env) {
        Optional<MetadataFacts.PullRequest> pull = facts.pullRequest();
        String ref = facts.event().contains("pull_request_target")
                ? pull.map(found -> "refs/pull/%d/merge".formatted(found.number()))
                        .orElse(facts.ref())
                : facts.ref();
        boolean head = env.getOrDefault("DOCKER_METADATA_PR_HEAD_SHA", "")
                        .toLowerCase(Locale.ROOT)
                        .contains("true")
                && facts.event().contains("pull_request");
        return pull.filter(found -> head)
                .map(found -> new MetadataContext(facts, ref, found.headSha(), found.headDate(), env))
                .orElseGet(() -> new MetadataContext(facts, ref, facts.sha(), facts.commitDate(), env));
    }

    MetadataFacts facts() {
        return facts;
    }

    String sha() {
        return sha;
    }

    /** The name of the branch, if the ref is one. */
    Optional<String> branch() {
        return after("refs/heads/");
    }

    /** The name of the tag, if the ref is one. */
    Optional<String> tag() {
        return after("refs/tags/");
    }

    /** The number of the pull request, if the ref is one. */
    Optional<String> pullRequest() {
        return after("refs/pull/").map(rest -> rest.replaceFirst("/merge$", ""));
    }

    private Optional<String> after(String prefix) {
        return Optional.of(ref)
                .filter(whole -> whole.startsWith(prefix))
                .map(whole -> whole.substring(prefix.length()));
    }

    /** The first digits of the commit: 7, or as many as {@code DOCKER_METADATA_SHORT_SHA_LENGTH} says. */
    String shortSha() {
        double length = shortLength.isEmpty()
                ? SHORT_SHA
                : ScriptNumber.of(shortLength)
                        .orElseThrow(() -> new MetadataFault(
                                "DOCKER_METADATA_SHORT_SHA_LENGTH is `%s`: write a number, such as 12."
                                        .formatted(shortLength)));
        return length >= sha.length() ? sha : sha.substring(0, Math.max(0, (int) length));
    }

    private boolean onDefaultBranch() {
        String branch = branch().orElse(ref);
        return !branch.isEmpty()
                && (branch.equals(facts.repository().defaultBranch())
                        || Stream.of("create", "discussion", "issues", "schedule")
                                .anyMatch(facts.event()::contains));
    }

    private String baseRef() {
        if (tag().isPresent()) {
            return facts.baseRef()
                    .map(base -> base.replaceFirst("^refs/heads/", ""))
                    .orElse("");
        }
        return facts.pullRequest()
                .filter(pull -> pullRequest().isPresent())
                .map(MetadataFacts.PullRequest::baseRef)
                .orElse("");
    }

    /** Fills in the expressions that all texts may hold, such as {@code {{branch}}}. */
    String expand(String text) {
        Map<String, Meaning> names = new HashMap<>(dates());
        names.put("branch", text(() -> branch().orElse("")));
        names.put("tag", text(() -> tag().orElse("")));
        names.put("sha", text(this::shortSha));
        names.put("base_ref", text(this::baseRef));
        names.put("is_default_branch", text(() -> String.valueOf(onDefaultBranch())));
        names.put("is_not_default_branch", text(() -> String.valueOf(!onDefaultBranch())));
        return ActionTemplate.of(text).render(names);
    }

    private static Meaning text(Supplier<String> text) {
        return new Computed(any -> Value.of(text.get()));
    }

    /** {@code {{date 'FORMAT' tz='ZONE'}}} and {@code {{commit_date …}}}. */
    Map<String, Meaning> dates() {
        return Map.of(
                "date", new Computed(arguments -> date("date", facts.now(), arguments)),
                "commit_date", new Computed(arguments -> date("commit_date", commitDate, arguments)));
    }

    private Value date(String name, Instant moment, Arguments arguments) {
        String write = "write {{%s 'YYYYMMDD' tz='Asia/Tokyo'}}.".formatted(name);
        if (arguments.words().size() != 1 || !arguments.words().get(0).quoted()) {
            throw new MetadataFault("`%s` takes one format in quotes: %s".formatted(name, write));
        }
        if (!arguments.keyed().keySet().stream().allMatch("tz"::equals)) {
            throw new MetadataFault("The only key of `%s` is tz: %s".formatted(name, write));
        }
        ZoneId zone = Optional.ofNullable(arguments.keyed().get("tz"))
                .map(tz -> zone(tz, write))
                .orElse(UTC);
        return Value.of(
                MomentFormat.format(moment, zone, arguments.words().get(0).text()));
    }

    private ZoneId zone(Argument tz, String write) {
        if (!tz.quoted() || tz.text().isEmpty()) {
            throw new MetadataFault("`tz` takes the name of a time zone in quotes: " + write);
        }
        Optional<ZoneId> zone = MomentFormat.zone(tz.text());
        if (zone.isEmpty()) {
            warn("There is no time zone `%s`, so UTC is used: %s".formatted(tz.text(), write));
        }
        return zone.orElse(UTC);
    }

    void warn(String warning) {
        warnings.add(warning);
    }

    List<String> warnings() {
        return List.copyOf(warnings);
    }
}
