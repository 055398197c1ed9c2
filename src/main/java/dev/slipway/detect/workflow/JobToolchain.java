package dev.slipway.detect.workflow;

import dev.slipway.detect.fact.Fact;
import dev.slipway.run.dry.DryRow;
import dev.slipway.run.dry.DryStep;
import dev.slipway.shell.Command;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The Rust that a job builds with, in the order in which rustup decides.
 *
 * @param forced by {@code cargo +nightly}, {@code RUSTUP_TOOLCHAIN} or an override, which go before a toolchain file
 * @param chosen what is the default of the machine, which a toolchain file goes before; empty text for one that is open
 * @see <a href="https://rust-lang.github.io/rustup/overrides.html">Overrides</a>
 */
public record JobToolchain(Optional<Fact<String>> forced, Optional<Fact<String>> chosen) {
    /** What a version or a channel looks like. */
    public static final String CHANNEL = "\\d+\\.\\d+(\\.\\d+)?|stable|beta|nightly(-\\d{4}-\\d{2}-\\d{2})?";

    /** Each of its branches is called like a toolchain; the versions of other actions are their own. */
    private static final String NAMED_BY_REF = "dtolnay/rust-toolchain";

    private static final Set<String> ACTIONS = Set.of(
            NAMED_BY_REF,
            "actions-rs/toolchain",
            "actions-rust-lang/setup-rust-toolchain",
            "moonrepo/setup-rust",
            "hecrj/setup-rust-action");

    private static final JobToolchain NONE = new JobToolchain(Optional.empty(), Optional.empty());

    /** What the steps of a job choose, up to the last build. */
    public static JobToolchain of(DryRow job) {
        JobToolchain known = Optional.ofNullable(job.env().get("RUSTUP_TOOLCHAIN"))
                .flatMap(JobToolchain::channel)
                .map(name -> NONE.forcing(new Fact<>(name, job.place() + " RUSTUP_TOOLCHAIN")))
                .orElse(NONE);
        for (DryStep step : job.steps()) {
            if (ACTIONS.contains(step.action())) {
                known = known.with(step);
            }
            for (Command command : step.commands()) {
                known = known.with(command, step);
            }
        }
        return known;
    }

    /** What a build of it uses, unless a file of the repository says more. */
    public Optional<Fact<String>> any() {
        return forced.or(() -> chosen);
    }

    private JobToolchain forcing(Fact<String> name) {
        return new JobToolchain(forced.or(() -> Optional.of(name)), chosen);
    }

    private JobToolchain with(DryStep step) {
        String input = Stream.of("toolchain", "rust-version", "channel")
                .map(name -> step.with().getOrDefault(name, ""))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
        boolean named = input.isEmpty() && step.action().equals(NAMED_BY_REF);
        Optional<String> name = channel(named ? step.ref() : input);
        Fact<String> fact = new Fact<>(name.orElse(""), step.place() + " " + step.action());
        boolean overrides = step.with().getOrDefault("override", "").equals("true") && name.isPresent();
        return overrides ? new JobToolchain(Optional.of(fact), chosen) : new JobToolchain(forced, Optional.of(fact));
    }

    private JobToolchain with(Command command, DryStep step) {
        List<String> words = command.words();
        boolean cargo = command.program().matches("cargo|cross|cargo-zigbuild");
        if (cargo && words.size() > 2 && words.get(1).startsWith("+")) {
            boolean builds = words.get(2).matches("build|b|zigbuild|rustc|auditable");
            Optional<String> name = builds ? channel(words.get(1).substring(1)) : Optional.empty();
            return name.map(known -> new JobToolchain(Optional.of(fact(known, command, step)), chosen))
                    .orElse(this);
        }
        String said = String.join(" ", words.subList(0, Math.min(words.size(), 3)));
        if (!command.program().equals("rustup")
                || !said.matches("(?:\\S*/)?rustup (?:default \\S+|toolchain install|override set)")) {
            return this;
        }
        Optional<Fact<String>> name = command.arguments().stream()
                .filter(word -> !word.matches("default|toolchain|install|override|set|-.*"))
                .flatMap(word -> channel(word).stream())
                .findFirst()
                .map(known -> fact(known, command, step));
        return said.endsWith("override set")
                ? new JobToolchain(name.or(() -> forced), chosen)
                : new JobToolchain(forced, name.or(() -> chosen));
    }

    private static Fact<String> fact(String name, Command command, DryStep step) {
        return new Fact<>(
                name, step.place() + " " + String.join(" ", command.words().subList(0, 2)));
    }

    /** A channel without the host that it may be followed by, such as in {@code stable-x86_64-pc-windows-gnu}. */
    private static Optional<String> channel(String text) {
        return Optional.of(text.replaceFirst("^(stable|beta|nightly)-(?=[a-z_]).*", "$1"))
                .filter(channel -> channel.matches(CHANNEL));
    }
}
