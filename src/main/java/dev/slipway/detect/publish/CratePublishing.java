package dev.slipway.detect.publish;

import dev.slipway.detect.fact.Fact;
import dev.slipway.detect.files.RepositoryFiles;
import dev.slipway.detect.workflow.CargoFlags;
import dev.slipway.detect.workflow.ExistingWorkflow;
import dev.slipway.run.dry.DryRow;
import dev.slipway.run.dry.DryStep;
import dev.slipway.shell.Command;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How a release workflow publishes on crates.io.
 *
 * @param trusted whether it logs in without a secret
 * @param secret the name of the secret, if it has one that is seen
 * @param packages those that it names, in their order; empty if it publishes what is in its folder
 * @param condition the condition that excludes some releases, if there is one
 */
public record CratePublishing(
        boolean trusted, Optional<String> secret, List<String> packages, Optional<String> condition) {
    private static final String LOGIN = "packages.crates";
    private static final String SECRET_NAME = "packages.crates.secret";
    private static final String CONDITION = "packages.crates.condition";
    private static final String PACKAGES = "packages.crates.packages";

    private static final Pattern SECRET = Pattern.compile(
            "(?:CARGO_REGISTRY_TOKEN\\s*+:|--token[ =]|\\bcargo login )\\s*+[\"']?\\$\\{\\{\\s*+secrets\\.([A-Za-z0-9_]++)");

    public CratePublishing {
        packages = List.copyOf(packages);
    }

    /** The same as the rest of how a workflow publishes. */
    public Map<String, Fact<String>> keys(String from) {
        Map<String, Fact<String>> keys = new LinkedHashMap<>();
        keys.put(LOGIN, new Fact<>(trusted ? "trusted" : "token", from));
        secret.ifPresent(name -> keys.put(SECRET_NAME, new Fact<>(name, from)));
        condition.ifPresent(text -> keys.put(CONDITION, new Fact<>(text, from)));
        keys.put(PACKAGES, new Fact<>(String.join(",", packages), from));
        return keys;
    }

    public static Optional<Fact<CratePublishing>> of(Map<String, Fact<String>> keys) {
        return Optional.ofNullable(keys.get(LOGIN))
                .map(login -> login.map(word -> new CratePublishing(
                        word.equals("trusted"),
                        Optional.ofNullable(keys.get(SECRET_NAME)).map(Fact::value),
                        Optional.ofNullable(keys.get(PACKAGES)).map(Fact::value).stream()
                                .flatMap(names -> Arrays.stream(names.split(",")))
                                .filter(name -> !name.isEmpty())
                                .toList(),
                        Optional.ofNullable(keys.get(CONDITION)).map(Fact::value))));
    }

    /** What the first job that publishes does, with its first step that does it; nothing if a name is open. */
    public static Optional<Fact<CratePublishing>> of(ExistingWorkflow workflow, RepositoryFiles files) {
        return workflow.jobs().stream()
                .flatMap(job -> of(workflow, job, files).stream())
                .findFirst();
    }

    private static Optional<Fact<CratePublishing>> of(ExistingWorkflow workflow, DryRow job, RepositoryFiles files) {
        List<String> packages = new ArrayList<>();
        List<DryStep> steps = new ArrayList<>();
        for (DryStep step : job.steps()) {
            for (Command command : step.commands()) {
                if (publishes(command)) {
                    steps.add(step);
                    CargoFlags flags = new CargoFlags(command);
                    Stream.of("-p", "--package")
                            .flatMap(name -> flags.option(name).stream())
                            .forEach(packages::add);
                }
            }
        }
        boolean open = packages.stream().anyMatch(name -> !name.matches("[A-Za-z0-9_-]++"))
                || steps.stream()
                        .flatMap(step -> step.commands().stream())
                        .anyMatch(command -> command.arguments().contains("--workspace"));
        if (steps.isEmpty() || open) {
            return Optional.empty();
        }
        boolean own = steps.size() > packages.size(); // one that names no package is the project's
        boolean trusted =
                job.steps().stream().anyMatch(step -> step.action().equals("rust-lang/crates-io-auth-action"));
        String place = steps.get(0).place();
        return Optional.of(new Fact<>(
                new CratePublishing(
                        trusted,
                        secret(place, files).or(() -> given(job)),
                        own ? List.of() : packages,
                        PublishConditions.of(workflow, job, "publish")),
                place));
    }

    private static boolean publishes(Command command) {
        List<String> words = command.arguments().stream()
                .filter(word -> !word.startsWith("+"))
                .toList();
        return command.program().equals("cargo")
                && words.stream().limit(1).anyMatch("publish"::equals)
                && !words.contains("--dry-run")
                && !words.contains("-n");
    }

    /** The only secret of the steps that log in or publish, which may come to them in any variable. */
    private static Optional<String> given(DryRow job) {
        List<String> names = job.steps().stream()
                .filter(step -> step.commands().stream()
                        .anyMatch(command -> publishes(command)
                                || command.program().equals("cargo")
                                        && command.arguments().contains("login")))
                .flatMap(step -> step.secrets().stream())
                .distinct()
                .toList();
        return names.size() == 1 && names.get(0).matches("[A-Za-z0-9_]++")
                ? Optional.of(names.get(0))
                : Optional.empty();
    }

    private static Optional<String> secret(String place, RepositoryFiles files) {
        return files.read(place.replaceFirst(":.*", ""))
                .map(source -> SECRET.matcher(source.text()))
                .filter(Matcher::find)
                .map(found -> found.group(1));
    }
}
