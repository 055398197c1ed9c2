package dev.slipway.lint;

import dev.slipway.model.expression.Expression;
import dev.slipway.source.Problem;
import dev.slipway.source.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds values that strangers choose expanded inside a script.
 *
 * @see <a href="https://docs.github.com/en/actions/concepts/security/script-injections">Script injections</a>
 */
final class TemplateInjection implements Rule<WorkflowFile> {
    private static final Pattern UNTRUSTED = Pattern.compile(String.join(
            "|",
            "github\\.(?:head_ref|ref|ref_name|base_ref)",
            "github\\.event\\.(?:inputs|client_payload)(?:\\..*)?",
            "github\\.event\\.(?:issue|pull_request|discussion)\\.(?:title|body)",
            "github\\.event\\.(?:comment|review|review_comment)\\.body",
            "github\\.event\\.pull_request\\.head\\.(?:ref|label|repo\\.default_branch)",
            "github\\.event\\.workflow_run\\.(?:head_branch|display_title|head_commit\\..*|pull_requests\\..*)",
            "github\\.event\\.(?:head_commit|commits\\.[*?])\\.(?:message|author\\.(?:email|name))",
            "github\\.event\\.pages\\.[*?]\\.page_name",
            "github\\.event\\.release\\.(?:name|body|tag_name)"));
    private static final Set<String> SAFE_INPUTS = Set.of("boolean", "number", "choice");

    @Override
    public String id() {
        return "template-injection";
    }

    @Override
    public String summary() {
        return "scripts read untrusted values from environment variables instead of inserting them";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public List<Problem> check(WorkflowFile file, LintContext context) {
        List<Problem> problems = new ArrayList<>();
        for (JobView job : file.jobs()) {
            job.steps().stream()
                    .flatMap(step -> script(step).stream())
                    .flatMap(script -> file.expressionsAt(script.where()).stream())
                    .forEach(site -> check(file, site, problems));
        }
        return problems;
    }

    private static Optional<Place> script(StepView step) {
        return step.usesAction("actions/github-script") ? step.place().at("with", "script") : step.run();
    }

    private static void check(WorkflowFile file, ExpressionSite site, List<Problem> problems) {
        // a value that only decides, as in a comparison, does not become part of the script
        site.tree().stream()
                .flatMap(TemplateInjection::results)
                .flatMap(result -> Reference.in(result).stream())
                .filter(reference -> isUntrusted(file, reference))
                .map(reference -> site.problem(
                        "'" + reference.dotted() + "' is inserted into the script, whatever it contains",
                        "set it under 'env' and use the variable in the script"))
                .forEach(problems::add);
    }

    private static Stream<Expression> results(Expression tree) {
        if (tree instanceof Expression.Not) {
            return Stream.empty();
        }
        if (tree instanceof Expression.Call call) {
            boolean text = List.of("format", "join", "fromjson", "case")
                    .contains(call.function().toLowerCase(Locale.ROOT));
            return text ? call.arguments().stream().flatMap(TemplateInjection::results) : Stream.empty();
        }
        if (tree instanceof Expression.Binary binary) {
            return switch (binary.operator()) {
                case AND -> results(binary.right());
                case OR -> Stream.concat(results(binary.left()), results(binary.right()));
                default -> Stream.empty();
            };
        }
        return Stream.of(tree);
    }

    private static boolean isUntrusted(WorkflowFile file, Reference reference) {
        if (reference.context().equals("inputs")) {
            return reference.name(0).filter(name -> isText(file, name)).isPresent();
        }
        return UNTRUSTED.matcher(reference.dotted()).matches();
    }

    private static boolean isText(WorkflowFile file, String input) {
        return Stream.of("workflow_dispatch", "workflow_call")
                .flatMap(event -> file.trigger(event).stream())
                .flatMap(event -> event.at("inputs", input).stream())
                .anyMatch(definition -> !SAFE_INPUTS.contains(definition.text("type")));
    }
}
