package dev.slipway.detect.workflow;

import dev.slipway.model.workflow.Job;
import dev.slipway.model.workflow.Run;
import dev.slipway.model.workflow.Step;
import dev.slipway.model.workflow.StepsJob;
import dev.slipway.model.workflow.Text;
import dev.slipway.model.workflow.Uses;
import dev.slipway.model.workflow.Value;
import dev.slipway.model.workflow.Workflow;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Whose token a job pushes with, which decides whether what it pushes starts a workflow.
 *
 * @param kind whose
 * @param text what the workflow says, such as {@code secrets.BOT_TOKEN}
 * @see <a href="https://docs.github.com/en/actions/concepts/security/github_token">GITHUB_TOKEN</a>
 */
record PushToken(Kind kind, String text) {
    /** Whose a token is. */
    enum Kind {
        /** The job's: nothing that it does starts a workflow, but for dispatches. */
        OWN,
        /** A person's, an app's or a deploy key: a tag starts what a person's would. */
        OTHER,
        /** Nobody can tell without a run. */
        UNKNOWN
    }

    private static final PushToken DEFAULT = new PushToken(Kind.OWN, "github.token");
    private static final Set<String> INPUTS = Set.of(
            "token", "github_token", "github-token", "git_token", "git-token", "repo-token", "repo_token", "pat");
    private static final Set<String> VARIABLES =
            Set.of("GITHUB_TOKEN", "GH_TOKEN", "GIT_TOKEN", "RELEASE_PLZ_TOKEN", "JRELEASER_GITHUB_TOKEN");
    private static final Set<String> APPS = Set.of(
            "actions/create-github-app-token",
            "tibdex/github-app-token",
            "getsentry/action-github-app-token",
            "peter-murray/workflow-application-token-action");
    private static final Pattern OWN =
            Pattern.compile("(?i)\\$\\{\\{\\s*+(?:secrets\\.GITHUB_TOKEN|github\\.token)\\s*+}}");
    private static final Pattern SECRET = Pattern.compile("\\$\\{\\{\\s*+secrets\\.[A-Za-z0-9_]++\\s*+}}");
    private static final Pattern OUTPUT =
            Pattern.compile("\\$\\{\\{\\s*+steps\\.[A-Za-z0-9_-]++\\.outputs\\.[A-Za-z0-9_-]++\\s*+}}");

    /** The credentials in an address. */
    private static final Pattern CREDENTIALS =
            Pattern.compile("https?://((?:\\$\\{\\{[^}]*+}}|[^\\s\"'@$]|\\$(?!\\{\\{))++)@");

    /** What a program gets as its token. */
    private static final Pattern OPTION = Pattern.compile("--token[ =][\"']?(\\$\\{\\{[^}]*+}})");

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{?([A-Za-z_][A-Za-z0-9_]*+)");
    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{\\{[^}]*+}}");

    /** The token of {@code git push} in a job: the one in the address that it pushes to, or that of its checkout. */
    static PushToken ofGit(StepsJob job) {
        return ofAddress(job).orElseGet(() -> ofCheckout(job));
    }

    private static Optional<PushToken> ofAddress(StepsJob job) {
        return job.steps().stream()
                .filter(Run.class::isInstance)
                .map(Run.class::cast)
                .filter(step -> step.script().source().contains("git "))
                .flatMap(step -> CREDENTIALS
                        .matcher(step.script().source())
                        .results()
                        .flatMap(found -> credentials(found.group(1), step, job)))
                .findFirst();
    }

    private static Stream<PushToken> credentials(String text, Run step, StepsJob job) {
        Stream<PushToken> written = EXPRESSION.matcher(text).results().map(found -> read(found.group(), job));
        Stream<PushToken> variables = VARIABLE.matcher(EXPRESSION.matcher(text).replaceAll(""))
                .results()
                .flatMap(found -> Stream.of(step.common().env(), job.env())
                        .flatMap(env -> Optional.ofNullable(env.get(found.group(1))).stream())
                        .limit(1))
                .map(value -> of(value, job));
        return Stream.concat(written, variables).filter(token -> token.kind() != Kind.UNKNOWN);
    }

    private static PushToken ofCheckout(StepsJob job) {
        return uses(job, "actions/checkout")
                .flatMap(checkout -> Stream.concat(
                        Optional.ofNullable(checkout.inputs().get("ssh-key")).map(PushToken::key).stream(),
                        Optional.ofNullable(checkout.inputs().get("token")).map(value -> of(value, job)).stream()))
                .findFirst()
                .orElse(DEFAULT);
    }

    /** The token that an action, or a script with these variables, gets. */
    static PushToken of(Workflow workflow, StepsJob job, String action) {
        List<PushToken> found = new ArrayList<>();
        uses(job, action).forEach(step -> {
            add(step.inputs(), INPUTS, job, found);
            add(step.common().env(), VARIABLES, job, found);
        });
        add(job.env(), VARIABLES, job, found);
        add(workflow.env(), VARIABLES, job, found);
        return found.stream().findFirst().orElse(DEFAULT);
    }

    /** The token of a script that calls GitHub. */
    static PushToken ofScripts(Workflow workflow, StepsJob job) {
        List<PushToken> found = new ArrayList<>();
        job.steps().stream()
                .filter(Run.class::isInstance)
                .flatMap(step -> OPTION.matcher(((Run) step).script().source()).results())
                .forEach(given -> found.add(read(given.group(1), job)));
        job.steps().forEach(step -> add(step.common().env(), VARIABLES, job, found));
        add(job.env(), VARIABLES, job, found);
        add(workflow.env(), VARIABLES, job, found);
        return found.stream().findFirst().orElse(DEFAULT);
    }

    /** The token of a tool that may also push as the checkout of its job does, unless that keeps no token. */
    PushToken beside(StepsJob job) {
        boolean kept = uses(job, "actions/checkout")
                .noneMatch(checkout -> Value.of(false).equals(checkout.inputs().get("persist-credentials")));
        boolean both = kind == Kind.OTHER && kept && ofGit(job).kind != Kind.OTHER;
        return both ? new PushToken(Kind.UNKNOWN, text + "' or the token of its checkout, '" + ofGit(job).text) : this;
    }

    private static void add(Map<String, Value> values, Set<String> names, StepsJob job, List<PushToken> found) {
        values.forEach((name, value) -> {
            if (names.contains(name) || names.contains(name.toLowerCase(Locale.ROOT))) {
                found.add(of(value, job));
            }
        });
    }

    private static Stream<Uses> uses(StepsJob job, String action) {
        return job.steps().stream()
                .filter(Uses.class::isInstance)
                .map(Uses.class::cast)
                .filter(step -> step.action().name().equals(action));
    }

    private static PushToken key(Value value) {
        return new PushToken(Kind.OTHER, "a deploy key");
    }

    private static PushToken of(Value value, StepsJob job) {
        return read(value instanceof Text text ? text.source().strip() : "", job);
    }

    private static PushToken read(String source, StepsJob job) {
        String shown = source.replace("${{", "").replace("}}", "").strip();
        if (source.isEmpty() || OWN.matcher(source).matches()) {
            return source.isEmpty() ? DEFAULT : new PushToken(Kind.OWN, shown);
        }
        boolean other =
                SECRET.matcher(source).matches() || OUTPUT.matcher(source).matches() && fromApp(shown, job);
        return new PushToken(other ? Kind.OTHER : Kind.UNKNOWN, shown);
    }

    /** Whether an output is the token of an app. */
    private static boolean fromApp(String output, StepsJob job) {
        String id = output.split("\\.")[1];
        return job.steps().stream()
                .filter(step -> step.common().id().filter(id::equals).isPresent())
                .anyMatch(PushToken::makesAppToken);
    }

    private static boolean makesAppToken(Step step) {
        return step instanceof Uses uses && APPS.contains(uses.action().name());
    }

    /** The job of a workflow, if it runs steps. */
    static Optional<StepsJob> job(Workflow workflow, String id) {
        Optional<Job> job = workflow.job(id);
        return job.filter(StepsJob.class::isInstance).map(StepsJob.class::cast);
    }
}
