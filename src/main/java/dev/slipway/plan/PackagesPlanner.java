package dev.slipway.plan;

import dev.slipway.config.PackagesConfig;
import dev.slipway.config.PackagesConfig.Crates;
import dev.slipway.config.PackagesConfig.Login;
import dev.slipway.config.PackagesConfig.Rpm;
import dev.slipway.config.ReleaseConfig.Draft;
import dev.slipway.facts.ActionTable;
import dev.slipway.plan.Packages.Homebrew;
import dev.slipway.plan.Packages.Registered;
import dev.slipway.plan.Packages.Winget;
import dev.slipway.source.Pointer;
import dev.slipway.source.Problem;
import dev.slipway.source.Quote;
import dev.slipway.toolchain.Os;
import dev.slipway.toolchain.PackageRegistry.Publication;
import dev.slipway.toolchain.Toolchain;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Plans what a release is packaged as, and finds packages for which there is no program. */
final class PackagesPlanner {
    static final Pointer PLACE = Pointer.of("/packages");

    /** Names that Homebrew turns into a class name, and that Ruby accepts as one. */
    private static final String FORMULA = "[a-z][a-z0-9]*+(?:[-_.][a-z0-9]++)*+";

    private final PackagesConfig config;
    private final Project project;
    private final Toolchain toolchain;
    private final Release release;
    private final Packing packing;
    private final Candidates candidates;
    private final List<Problem> problems;

    PackagesPlanner(
            PackagesConfig config,
            Project project,
            Toolchain toolchain,
            Release release,
            Packing packing,
            List<BuildGroup> groups,
            List<Problem> problems) {
        this.config = config;
        this.project = project;
        this.toolchain = toolchain;
        this.release = release;
        this.packing = packing;
        this.candidates = new Candidates(groups, toolchain);
        this.problems = problems;
    }

    Packages packages(TagRule tags, ActionTable actions) {
        return new Packages(
                config.crates().flatMap(crates -> registry(crates, actions)),
                config.deb().flatMap(deb -> new DebPlanner(deb, project, candidates, problems).packages()),
                config.rpm().map(this::rpm),
                config.homebrew().flatMap(this::homebrew),
                config.winget().flatMap(this::winget),
                installers(),
                tags.prefix());
    }

    private Optional<Registered> registry(Crates crates, ActionTable actions) {
        boolean trusted = crates.login() == Login.TRUSTED;
        Optional<Registered> registered = toolchain
                .registry(new Publication(project.name(), crates.packages(), trusted, actions))
                .map(registry -> new Registered(registry, trusted));
        if (registered.isEmpty()) {
            report(
                    Packages.REGISTRY,
                    "the toolchain " + Quote.of(toolchain.key()) + " publishes no crates",
                    "remove 'crates'");
        }
        return registered;
    }

    private RpmPackages rpm(Rpm rpm) {
        if (project.license().isEmpty()) {
            report("rpm", "RPM packages need a license", "add 'license: MIT' at the top of the config");
        }
        String name = rpm.name().orElse(project.name().toLowerCase(Locale.ROOT));
        String file = rpm.file().orElse("{package}-{version}-1.{arch}.rpm");
        return new RpmPackages(
                name,
                file.replace("{package}", name).replace("{name}", project.name()),
                project.license().orElse(""),
                rpm.depends(),
                new LinuxBuilds(PLACE.child("rpm"), "an RPM package", candidates, problems).of(rpm.targets(), file));
    }

    private Optional<Homebrew> homebrew(String tap) {
        List<Build> builds = candidates.onePerMachine(Os.MACOS, Os.LINUX).stream()
                .filter(build -> Candidates.homebrew(build.target().arch()))
                .toList();
        checkPublic("homebrew");
        if (builds.isEmpty()) {
            report(
                    "homebrew",
                    "Homebrew needs a target for macOS or Linux on amd64 or arm64",
                    "add one such as 'macos-arm64', or remove 'homebrew'");
        }
        String name = project.name().toLowerCase(Locale.ROOT);
        if (!name.matches(FORMULA)) {
            report(
                    "homebrew",
                    "invalid formula name " + Quote.of(name)
                            + ": it must begin with a letter, with one '-', '_' or '.' between words",
                    "give the project another 'name', or remove 'homebrew'");
        }
        return Optional.of(new Homebrew(tap, name, builds));
    }

    private Optional<Winget> winget(String id) {
        List<Build> builds = candidates.onePerMachine(Os.WINDOWS);
        checkPublic("winget");
        checkWindows("winget", builds);
        List<String> missing = new ArrayList<>();
        if (project.description().isEmpty()) {
            missing.add("description: runs tasks");
        }
        if (project.license().isEmpty()) {
            missing.add("license: MIT");
        }
        if (!missing.isEmpty()) {
            report(
                    "winget",
                    "winget manifests need a description and a license",
                    "add '" + String.join("' and '", missing) + "' at the top of the config");
        }
        return Optional.of(new Winget(id, builds));
    }

    private List<Installer> installers() {
        List<Installer> installers = new ArrayList<>();
        for (PackagesConfig.Installer wanted : config.installers()) {
            installers.add(
                    switch (wanted) {
                        case SHELL -> shell();
                        case POWERSHELL -> powershell();
                    });
        }
        return installers;
    }

    private Installer shell() {
        List<Build> builds = candidates.all(Os.LINUX, Os.MACOS, Os.FREEBSD);
        if (builds.isEmpty()) {
            report(
                    "installers",
                    "the installer 'shell' needs a target for Linux, macOS or FreeBSD",
                    "add one such as 'linux-amd64', or remove 'shell'");
        }
        return installer(Installer.Kind.SHELL, ".sh", builds);
    }

    private Installer powershell() {
        List<Build> builds = candidates.all(Os.WINDOWS);
        checkWindows("installers", builds);
        return installer(Installer.Kind.POWERSHELL, ".ps1", builds);
    }

    private Installer installer(Installer.Kind kind, String ending, List<Build> builds) {
        return new Installer(
                kind,
                project.name() + "-installer" + ending,
                builds.stream()
                        .map(build -> new Installer.Choice(build, candidates.glibc(build)))
                        .toList());
    }

    /** The tools that unpack programs for Windows support zip. */
    private void checkWindows(String key, List<Build> builds) {
        if (builds.isEmpty()) {
            report(key, "winget needs a Windows target", "add 'windows-amd64' to the targets, or remove 'winget'");
        } else if (!packing.of(Os.WINDOWS).raw() && !packing.format(Os.WINDOWS).equals("zip")) {
            report(
                    key,
                    "Windows cannot unpack " + Quote.of(packing.format(Os.WINDOWS)) + " by itself",
                    "write 'format: { windows: zip }' under 'archive'");
        }
    }

    private void checkPublic(String key) {
        if (release.draft() == Draft.KEEP) {
            report(
                    key,
                    "the release stays a draft until somebody publishes it, so nothing can be downloaded yet",
                    "write 'draft: until-complete' under 'release', or remove " + Quote.of(key));
        }
    }

    private void report(String key, String message, String help) {
        problems.add(Problem.at(PLACE.child(key).key(), message, help));
    }
}
