package dev.slipway.run.dry;

import dev.slipway.model.workflow.Permissions;
import dev.slipway.model.workflow.Run;
import dev.slipway.model.workflow.Scope;
import dev.slipway.model.workflow.Step;
import dev.slipway.model.workflow.StepsJob;
import dev.slipway.model.workflow.Uses;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the secrets that the steps of a job get: its token, those of the repository, and tokens that a step makes of them. */
record GivenSecrets(StepsJob job) {
    private static final Pattern SECRET = Pattern.compile("(?<![\\w.-])secrets\\.([A-Za-z0-9_]++)");
    private static final Pattern STORE =
            Pattern.compile("(?i)secret|vault|token|oidc|1password|doppler|infisical|keeper|credential");

    /** A secret whose name only a run knows is called by what computes it. */
    private static final Pattern COMPUTED = Pattern.compile("(?<![\\w.-])secrets\\[[^\\]\\n]{1,100}+\\]");

    private static final Pattern TOKEN =
            Pattern.compile("\\bsteps\\.([A-Za-z0-9_-]++)\\.outputs\\.(?i:[a-z_-]{0,40}token)(?![A-Za-z0-9_-])");

    /** Their names, without the token of each job; one that a step makes is called like its output. */
    List<String> of(Step step) {
        return texts(step)
                .flatMap(text -> Stream.concat(
                        secrets(text),
                        TOKEN.matcher(text)
                                .results()
                                .filter(found -> isMade(found.group(1)))
                                .map(found -> found.group())))
                .distinct()
                .toList();
    }

    private static Stream<String> secrets(String text) {
        return Stream.concat(
                SECRET.matcher(text)
                        .results()
                        .map(found -> found.group(1))
                        .filter(name -> !name.equals("GITHUB_TOKEN")),
                COMPUTED.matcher(text).results().map(found -> found.group()));
    }

    /** Whether a step with this id is an action that gets secrets itself, or fetches them, by its name. */
    private boolean isMade(String id) {
        return job.steps().stream()
                .filter(step -> step.common().id().filter(id::equals).isPresent())
                .filter(Uses.class::isInstance)
                .anyMatch(step -> STORE.matcher(
                                        id + " " + ((Uses) step).action().name())
                                .find()
                        || texts(step).flatMap(GivenSecrets::secrets).findAny().isPresent());
    }

    /** What a step may hand to what it starts. */
    static Stream<String> texts(Step step) {
        Stream<String> own = step instanceof Uses uses
                ? uses.inputs().values().stream().map(Object::toString)
                : step instanceof Run run ? Stream.of(run.script().source()) : Stream.of();
        return Stream.concat(own, step.common().env().values().stream().map(Object::toString));
    }

    /**
     * What the token of the job may do in a step.
     *
     * @param permissions those of the job, if they are known
     */
    DryStep.Token token(Step step, Optional<Permissions> permissions) {
        boolean given = Stream.concat(texts(step), job.env().values().stream().map(Object::toString))
                .anyMatch(text -> text.contains("secrets.GITHUB_TOKEN") || text.contains("github.token"));
        boolean taken = step instanceof Uses uses // by default, without a word in the workflow
                && uses.action().name().toLowerCase(Locale.ROOT).contains("release");
        if (!given && !taken) {
            return DryStep.Token.NONE;
        }
        return permissions
                .map(all -> writes(all) ? DryStep.Token.WRITES : DryStep.Token.NONE)
                .orElse(DryStep.Token.UNKNOWN);
    }

    private static boolean writes(Permissions all) {
        return all.equals(Permissions.WRITE_ALL)
                || all.grants().stream()
                        .anyMatch(grant -> grant.scope().equals(Scope.CONTENTS)
                                && grant.level().equals("write"));
    }
}
