package dev.slipway.blueprint;

import dev.slipway.model.workflow.Column;
import dev.slipway.model.workflow.Expr;
import dev.slipway.model.workflow.Rows;
import dev.slipway.model.workflow.Text;
import dev.slipway.model.workflow.Value;
import dev.slipway.plan.Build;
import dev.slipway.plan.BuildGroup;
import dev.slipway.plan.BuildOptions;
import dev.slipway.plan.ReleasePlan;
import dev.slipway.toolchain.VariantMethods;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The matrix of a build job: a row for each build, a column for everything in which the builds differ. */
final class BuildRows {
    private final ReleasePlan plan;
    private final List<Build> builds;
    private final Rows<Row> rows;

    BuildRows(ReleasePlan plan, BuildGroup group) {
        this.plan = plan;
        this.builds = group.builds();
        this.rows = Rows.of(builds.stream().map(this::row).toList(), Row.COLUMNS);
    }

    /**
     * A variant of the job.
     *
     * @param platform the word in the name of the archive
     * @param target what the toolchain calls it, if that is another word
     * @param runner if the variants do not share one
     * @param build the build method, if others use another one
     * @param packages what this variant needs beyond what all need
     * @param arch the processor, if names of archives contain it
     * @param env lines of variables and values
     */
    record Row(
            String platform,
            Optional<String> target,
            Optional<String> runner,
            Optional<String> build,
            Optional<String> toolchain,
            Optional<String> features,
            Optional<String> glibc,
            Optional<String> packages,
            Optional<String> arch,
            Optional<String> env,
            Optional<String> setup,
            Optional<Boolean> experimental) {
        static final Column<Row, String> PLATFORM = Column.of("platform", Row::platform);
        static final Column<Row, String> TARGET = Column.optional("target", Row::target);
        static final Column<Row, String> RUNNER = Column.optional("runner", Row::runner);
        static final Column<Row, String> BUILD = Column.optional("build", Row::build);
        static final Column<Row, String> TOOLCHAIN = Column.optional("toolchain", Row::toolchain);
        static final Column<Row, String> FEATURES = Column.optional("features", Row::features);
        static final Column<Row, String> GLIBC = Column.optional("glibc", Row::glibc);
        static final Column<Row, String> PACKAGES = Column.optional("packages", Row::packages);
        static final Column<Row, String> ARCH = Column.optional("arch", Row::arch);
        static final Column<Row, String> ENV = Column.optional("env", Row::env);
        static final Column<Row, String> SETUP = Column.optional("setup", Row::setup);
        static final Column<Row, Boolean> EXPERIMENTAL = Column.optional("experimental", Row::experimental);

        private static final List<Column<Row, ?>> COLUMNS = List.of(
                PLATFORM, TARGET, RUNNER, BUILD, TOOLCHAIN, FEATURES, GLIBC, PACKAGES, ARCH, ENV, SETUP, EXPERIMENTAL);
    }

    private Row row(Build build) {
        BuildOptions own = build.own();
        List<String> packages = new ArrayList<>(build.recipe().packages());
        packages.addAll(own.packages());
        return new Row(
                build.platform(),
                differ(it -> it.platform().equals(it.recipe().target()))
                                || !build.platform().equals(build.recipe().target())
                        ? Optional.of(build.recipe().target())
                        : Optional.empty(),
                differ(Build::runner) ? Optional.of(build.runner()) : Optional.empty(),
                differ(it -> it.recipe().way()) ? some(build.recipe().way()) : Optional.empty(),
                differ(this::toolchain) ? Optional.of(toolchain(build)) : Optional.empty(),
                differ(this::features) ? some(features(build)) : Optional.empty(),
                own.glibc(),
                some(String.join(" ", new LinkedHashSet<>(packages))),
                plan.archives().has("arch") ? Optional.of(build.arch()) : Optional.empty(),
                some(own.env().entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .collect(Collectors.joining("\n"))),
                differ(it -> it.own().setup()) ? own.setup() : Optional.empty(),
                builds.stream().anyMatch(it -> it.own().experimental())
                        ? Optional.of(own.experimental())
                        : Optional.empty());
    }

    /** Whether the builds differ in it. */
    boolean differ(Function<Build, ?> what) {
        for (Build build : builds) {
            if (!what.apply(build).equals(what.apply(builds.get(0)))) {
                return true;
            }
        }
        return false;
    }

    private static Optional<String> some(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    private String toolchain(Build build) {
        Optional<String> own = build.own().toolchain();
        Optional<String> variable = plan.toolchain().versionVariable();
        if (own.isPresent() || variable.isEmpty()) {
            return own.orElse("");
        }
        Value value = plan.toolchain().env().get(variable.get());
        return value == null ? "" : value.toString();
    }

    private String features(Build build) {
        return String.join(
                ",", build.own().features().or(plan.toolchain()::featureSet).orElse(List.of()));
    }

    Rows<Row> rows() {
        return rows;
    }

    /** The toolchain's name for the target. */
    Text target() {
        boolean column = rows.rows().stream().anyMatch(row -> row.target().isPresent());
        return Text.of(column ? rows.get(Row.TARGET) : rows.get(Row.PLATFORM));
    }

    Expr<String> platform() {
        return rows.get(Row.PLATFORM);
    }

    /** The variables that choose the toolchain's version, if it is not that of the whole workflow. */
    Map<String, Text> version() {
        Optional<String> variable = plan.toolchain().versionVariable();
        boolean usual =
                builds.stream().allMatch(build -> build.own().toolchain().isEmpty());
        if (usual || variable.isEmpty()) {
            return Map.of();
        }
        return Map.of(
                variable.get(),
                differ(this::toolchain) ? Text.of(rows.get(Row.TOOLCHAIN)) : Text.of(toolchain(builds.get(0))));
    }

    /** The features of the variant at hand, if they are not those of the toolchain's settings. */
    Optional<Text> chosenFeatures() {
        if (builds.stream().allMatch(build -> build.own().features().isEmpty())) {
            return Optional.empty();
        }
        return Optional.of(differ(this::features) ? Text.of(rows.get(Row.FEATURES)) : Text.of(features(builds.get(0))));
    }

    VariantMethods methods() {
        return new VariantMethods(
                builds.stream().map(build -> build.recipe().way()).distinct().toList(), rows.get(Row.BUILD));
    }

    /** The glibc of the current variant, if any variant sets one. */
    Optional<Expr<String>> glibc() {
        return builds.stream().anyMatch(build -> build.own().glibc().isPresent())
                ? Optional.of(rows.get(Row.GLIBC))
                : Optional.empty();
    }
}
