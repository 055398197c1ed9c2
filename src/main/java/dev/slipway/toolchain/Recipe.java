package dev.slipway.toolchain;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * How a toolchain builds for one target.
 *
 * @param target what the toolchain calls the target, such as a Rust triple
 * @param how in words, for people: {@code native} or {@code cross-compiled by aarch64-linux-gnu-gcc}
 * @param packages Debian packages that this target needs beyond what every build needs
 * @param env variables that this target needs; they name their target, so they are set for all rows alike
 * @param runner the runner that this target has to be built on; any of its operating system if absent
 * @param host the operating system of the machine that builds, if it is not the target's usual one
 * @param way what tells apart targets that are built by different steps of one job, such as {@code cross}
 * @param image the container that the build brings along
 * @param confinable whether the build may run in a container
 */
public record Recipe(
        String target,
        String how,
        List<String> packages,
        Map<String, String> env,
        Optional<String> runner,
        Optional<Os> host,
        String way,
        Optional<String> image,
        boolean confinable)
        implements TargetSupport {
    public Recipe {
        packages = List.copyOf(packages);
        env = Map.copyOf(env);
    }

    /** A build by the steps that all builds of a toolchain have. */
    public Recipe(String target, String how, List<String> packages, Map<String, String> env, Optional<String> runner) {
        this(target, how, packages, env, runner, Optional.empty(), "", Optional.empty(), true);
    }

    /** The same, with the runner that it is built on in words, if not any one will do. */
    public Recipe on(String label) {
        return runner.isEmpty()
                ? this
                : new Recipe(target, how + ", on " + label, packages, env, runner, host, way, image, confinable);
    }

    @Override
    public <R> R fold(Function<Recipe, R> recipe, Function<Refusal, R> refusal) {
        return recipe.apply(this);
    }
}
