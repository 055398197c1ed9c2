package dev.slipway.detect.doctor;

import dev.slipway.detect.Repository;
import dev.slipway.detect.cargo.CargoConfig;
import dev.slipway.detect.doctor.Setup.Build;
import dev.slipway.detect.fact.Fact;
import dev.slipway.detect.git.Git;
import dev.slipway.source.Severity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Sees whether builds find their programs, linkers and crates where the configuration of Cargo puts them. */
record CargoConfigCheck() implements Check {
    /** The variable that goes before {@code build.target-dir}. */
    static final String TARGET_DIR = "CARGO_TARGET_DIR";

    private static final String URL = "https://doc.rust-lang.org/cargo/reference/config.html";

    @Override
    public Inspection inspection(Repository repository, Setup setup) {
        return Inspection.when(
                "the configuration of Cargo",
                setup.rust().isPresent() && repository.cargo().isThere());
    }

    @Override
    public List<Advice> advise(Repository repository, Setup setup, LocalDate today) {
        if (setup.rust().isEmpty()) {
            return List.of();
        }
        CargoConfig config = repository.cargo();
        List<Advice> advice = new ArrayList<>();
        config.targetDir().flatMap(folder -> elsewhere(folder, setup)).ifPresent(advice::add);
        config.linkers().stream()
                .flatMap(linker -> missing(linker, setup).stream())
                .forEach(advice::add);
        config.ownProcessor().map(CargoConfigCheck::ownProcessor).ifPresent(advice::add);
        config.vendored()
                .flatMap(folder -> uncommitted(folder, repository.git()))
                .ifPresent(advice::add);
        return advice;
    }

    private static Optional<Advice> elsewhere(Fact<String> folder, Setup setup) {
        List<Build> lost = setup.builds().stream()
                .filter(build -> !"target".equals(build.own().env().get(TARGET_DIR)))
                .toList();
        return lost.isEmpty()
                ? Optional.empty()
                : Optional.of(error(
                        "Cargo builds in '" + folder.value() + "', but the release expects the programs of "
                                + names(lost) + " in 'target'",
                        "write 'env: { " + TARGET_DIR + ": target }' under each system in " + setup.config(),
                        folder));
    }

    private static Optional<Advice> missing(Fact<CargoConfig.Linker> linker, Setup setup) {
        String program = linker.value().program();
        List<Build> lost = setup.builds().stream()
                .filter(build -> build.triple().equals(linker.value().triple()) && build.linux())
                .filter(build -> build.container().isPresent() && !build.own().prepared())
                .filter(build -> !build.own().env().containsKey(linker.value().variable()))
                .filter(build -> build.own().packages().stream().noneMatch(name -> brings(name, program)))
                .filter(build -> !program.matches("(.*-)?(gcc|cc)(-[0-9]+)?|rust-lld")) // rustup brings rust-lld
                .toList();
        return lost.isEmpty()
                ? Optional.empty()
                : Optional.of(error(
                        names(lost) + " needs the linker '" + program + "', which is not installed in '"
                                + lost.get(0).container().orElse("") + "'",
                        "write 'packages: [" + program + "]' under 'linux' in " + setup.config(),
                        linker));
    }

    private static boolean brings(String packaged, String program) {
        return packaged.equals(program) || packaged.startsWith(program + "-") || program.startsWith(packaged + "-");
    }

    private static Advice ownProcessor(Fact<String> flag) {
        return new Advice(
                        Severity.WARNING,
                        "cargo-config",
                        "'" + flag.value()
                                + "' compiles for the processor of the build machine, so programs may not start on "
                                + "other machines",
                        "remove it, or write 'env: { RUSTFLAGS: \"\" }' under each system, which takes precedence",
                        URL)
                .at(flag.where());
    }

    private static Optional<Advice> uncommitted(Fact<String> folder, Git git) {
        Set<String> tracked = git.tracked().orElse(Set.of());
        return tracked.isEmpty() || tracked.stream().anyMatch(file -> file.startsWith(folder.value() + "/"))
                ? Optional.empty()
                : Optional.of(error(
                        "crates come from '" + folder.value()
                                + "' instead of crates.io, but nothing in it is committed",
                        "commit it, or run 'cargo vendor' under 'setup'",
                        folder));
    }

    private static String names(List<Build> builds) {
        return builds.stream().map(build -> "'" + build.target() + "'").collect(Collectors.joining(", "));
    }

    private static Advice error(String message, String help, Fact<?> from) {
        return new Advice(Severity.ERROR, "cargo-config", message, help, URL).at(from.where());
    }
}
