package dev.slipway.plan;

import dev.slipway.config.Config;
import dev.slipway.model.workflow.Scope;
import dev.slipway.source.Pointer;
import dev.slipway.source.Problem;
import dev.slipway.source.Quote;
import dev.slipway.source.Suggestion;
import java.util.List;
import java.util.Map;

/** Checks whether GitHub knows the permissions that a config adds to those of a job. */
final class ScopeCheck {
    private ScopeCheck() {}

    static void check(Config config, List<Problem> problems) {
        config.permissions()
                .forEach((job, levels) ->
                        check(levels, Pointer.of("/permissions").child(job), problems));
        config.ci()
                .ifPresent(ci -> ci.commands()
                        .forEach((name, command) -> check(
                                command.permissions(),
                                Pointer.of("/ci/commands").child(name).child("permissions"),
                                problems)));
    }

    private static void check(Map<String, String> levels, Pointer place, List<Problem> problems) {
        List<String> known = Scope.KNOWN.stream().map(Scope::name).toList();
        levels.forEach((scope, level) -> {
            List<String> possible = new Scope(scope)
                    .levels().stream().filter(it -> !it.equals("none")).toList();
            if (!known.contains(scope)) {
                problems.add(Problem.at(
                        place.child(scope).key(),
                        "unknown permission " + Quote.of(scope),
                        Suggestion.nearest(scope, known)
                                .map(near -> "did you mean " + Quote.of(near) + "?")
                                .orElse("the permissions are " + String.join(", ", known))));
            } else if (!possible.contains(level)) {
                problems.add(Problem.at(
                        place.child(scope),
                        "the permission " + Quote.of(scope) + " cannot be " + Quote.of(level),
                        "grant '" + String.join("' or '", possible) + "'"));
            }
        });
    }
}
