package dev.slipway.blueprint;

import dev.slipway.model.workflow.Run;
import dev.slipway.model.workflow.Text;
import dev.slipway.plan.ArchiveName;
import dev.slipway.plan.Build;
import dev.slipway.plan.DebPackages;
import dev.slipway.plan.Packages;
import dev.slipway.plan.Packing;
import dev.slipway.plan.ReleasePlan;
import dev.slipway.plan.RpmPackages;
import dev.slipway.toolchain.Arch;
import dev.slipway.toolchain.Scripts;
import dev.slipway.toolchain.Shipped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * The steps that make packages of the programs for Linux: each lays out the same archives, then wraps them up its way.
 *
 * @param tag what the names of archives have for tag and version
 */
record LinuxPackages(ReleasePlan plan, Released released, Map<String, Text> tag) {
    List<Run> steps() {
        Packages packages = plan.packages();
        List<Run> steps = new ArrayList<>();
        packages.deb().ifPresent(it -> steps.add(debs(it)));
        packages.rpm().ifPresent(it -> steps.add(rpms(it)));
        return steps;
    }

    private Run debs(DebPackages deb) {
        Run run = step("Build Debian packages", "make-debs", deb.name(), "vendor-completions", deb.depends())
                .env("TAG", released.tag())
                .env("MAINTAINER", deb.maintainer())
                .env("SECTION", deb.section())
                .env("DEBS", archives(deb.builds(), DebPackages::arch, deb::file));
        Optional<String> license = plan.project().license();
        return license.isPresent() ? run.env("LICENSE", license.get()) : run;
    }

    private Run rpms(RpmPackages rpm) {
        return step("Build RPM packages", "make-rpms", rpm.name(), "site-functions", rpm.depends())
                .env("LICENSE", rpm.license())
                .env("RPMS", archives(rpm.builds(), RpmPackages::arch, rpm::file));
    }

    private Run step(String name, String script, String called, String zsh, List<String> depends) {
        List<String> programs = plan.shipped().stream().map(Shipped::program).toList();
        Run run = Run.script(name, Scripts.read("stage-package") + "\n\n" + Scripts.read(script))
                .env("VERSION", released.version())
                .env("PACKAGE", called)
                .env(
                        "DESCRIPTION",
                        plan.project().description().orElse(plan.project().name()))
                .env("HOMEPAGE", plan.project().repository().url())
                .env("PROGRAMS", String.join("\n", programs))
                .env("ZSH_FOLDER", zsh);
        return depends.isEmpty() ? run : run.env("DEPENDS", String.join("\n", depends));
    }

    /** The architecture, the package, the archive, and the folder in it that holds everything. */
    private Text archives(
            List<Build> builds, Function<Arch, Optional<String>> arch, BiFunction<Build, String, ArchiveName> file) {
        String prefix = plan.tags().prefix();
        return Text.lines(builds.stream()
                .map(build -> Text.of(arch.apply(build.target().arch()).orElseThrow() + " ")
                        .plus(Steps.name(file.apply(build, prefix).tokens(), tag))
                        .plus(Text.of(" "))
                        .plus(Steps.name(build.archive().tokens(), tag))
                        .plus(Text.of(" "))
                        .plus(folder(build)))
                .toList());
    }

    private Text folder(Build build) {
        Packing packing = plan.packing().of(build.target().os());
        String ending = packing.ending(build.target().os());
        return packing.inFolder() ? Steps.name(build.archive().stem(ending).tokens(), tag) : Text.of(".");
    }
}
