package dev.slipway.lint;

import dev.slipway.source.Problem;
import dev.slipway.source.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Finds caches that a release reads, and that other runs of the repository may have filled. */
final class ReleaseCache implements Rule<WorkflowFile> {
    @Override
    public String id() {
        return "release-cache";
    }

    @Override
    public String summary() {
        return "releases do not build from a cache";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    /** Actions that cache unless told not to, and the input and value that tell them. */
    private static final Map<String, String> CACHING = Map.of(
            "actions/cache", "lookup-only=true",
            "actions/cache/restore", "lookup-only=true",
            "swatinem/rust-cache", "lookup-only=true",
            "actions/setup-go", "cache=false",
            "actions-rust-lang/setup-rust-toolchain", "cache=false",
            "gradle/actions/setup-gradle", "cache-disabled=true",
            "gradle/gradle-build-action", "cache-disabled=true",
            "mozilla-actions/sccache-action", "disable=true");
    /** Actions that cache when asked to, and the input that asks. */
    private static final Map<String, String> ASKED = Map.of(
            "actions/setup-node", "cache",
            "actions/setup-java", "cache",
            "actions/setup-python", "cache",
            "actions/setup-dotnet", "cache",
            "pnpm/action-setup", "cache",
            "ruby/setup-ruby", "bundler-cache",
            "astral-sh/setup-uv", "enable-cache",
            "docker/build-push-action", "cache-from",
            "docker/setup-buildx-action", "cache-binary");

    @Override
    public List<Problem> check(WorkflowFile file, LintContext context) {
        List<Problem> problems = new ArrayList<>();
        if (!releases(file)) {
            return problems;
        }
        for (JobView job : file.jobs()) {
            job.steps().stream()
                    .filter(step -> !step.isConditional() && caches(step))
                    .map(step -> step.uses()
                            .orElse(step.place())
                            .problem(
                                    "a release that uses '" + step.action()
                                            + "' this way can be poisoned through the cache",
                                    "build releases without a cache: turn it off here"))
                    .forEach(problems::add);
        }
        return problems;
    }

    private static boolean releases(WorkflowFile file) {
        return file.trigger("release").isPresent()
                || file.trigger("push").filter(push -> push.has("tags")).isPresent();
    }

    private static boolean caches(StepView step) {
        String off = CACHING.getOrDefault(step.action(), "");
        if (!off.isEmpty()) {
            String[] switchedOff = off.split("=");
            return !step.with(switchedOff[0]).equalsIgnoreCase(switchedOff[1])
                    && !step.with(switchedOff[0]).contains("${{");
        }
        String asked = step.with(ASKED.getOrDefault(step.action(), "-")).toLowerCase(Locale.ROOT);
        return !asked.isEmpty()
                && !asked.equals("false")
                && !asked.contains("${{")
                && (!step.usesAction("docker/build-push-action") || asked.contains("type=gha"));
    }
}
